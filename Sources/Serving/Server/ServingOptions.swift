/// How a log is served.
package struct ServingOptions: Sendable {
  /// Where.
  package var address: ListenAddress
  /// How many viewers there may be at a time.
  package var viewers = 1000
  /// The way to the desk; nil where the log can only be read.
  package var posting: Posting?

  /// The usual way.
  package init(_ address: ListenAddress) { self.address = address }
}
