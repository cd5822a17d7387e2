/// A moment on the machine's own clock, which nobody sets, and which begins anew whenever the machine starts.
package struct BootStamp: Hashable, Sendable {
  /// Names the time from one start of the machine to the next.
  package let boot: String
  /// 1/10 000 s since the machine started, sleep included.
  package let ticks: Int64

  /// A moment on the machine's own clock.
  package init(boot: String, ticks: Int64) {
    self.boot = boot
    self.ticks = ticks
  }

  /// As a log writes it, `6f1c…:123456789`.
  package var text: String { "\(boot):\(ticks)" }

  /// Reads what ``text`` writes; nil for anything else.
  package init?(_ text: String) {
    guard let colon = text.lastIndex(of: ":"), let ticks = Int64(text[text.index(after: colon)...]),
      colon > text.startIndex
    else { return nil }
    self.init(boot: String(text[..<colon]), ticks: ticks)
  }
}
