/// What the operator's console says about something that runs beside the desk: a server, a broker.
package struct Lamp: Hashable, Sendable {
  /// A few words, `3 viewers`.
  package let text: String
  /// Whether it needs somebody's eyes.
  package let isAlert: Bool

  /// A lamp.
  package init(_ text: String, isAlert: Bool = false) {
    self.text = text
    self.isAlert = isAlert
  }
}
