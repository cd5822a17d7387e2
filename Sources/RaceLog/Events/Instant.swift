import FoundationEssentials

/// A moment on the wall clock of the log, with the zone it was written in.
package struct Instant: Hashable, Sendable {
  /// Whole 1/10 000 s since 1970-01-01T00:00:00Z.
  package let ticks: Int64
  /// Seconds east of Greenwich, as written: what a local clock showed.
  package let zone: Int32

  /// A moment, in 1/10 000 s since 1970.
  package init(ticks: Int64, zone: Int32 = 0) {
    self.ticks = ticks
    self.zone = zone
  }

  /// Reads RFC 3339 with a zone, the fraction being optional. Returns nil for anything else, and for
  /// moments that do not exist (30 February, 25 o'clock, a zone of 99 hours).
  package init?(_ text: String) {
    guard Self.hasShape(text), let zone = Self.zone(of: text) else { return nil }
    let parsed: Date
    do { parsed = try Self.style.parse(text) } catch { return nil }
    ticks = Int64((parsed.timeIntervalSince1970 * 10_000).rounded())
    self.zone = zone
    // Foundation rolls 30 February over into March; the local day and hour then differ from the text.
    let day = (ticks / 10_000 + Int64(zone)).quotientAndRemainder(dividingBy: 86_400)
    let hour = (day.remainder + 86_400) % 86_400 / 3600
    guard Self.number(text, 11) == hour else { return nil }
    guard Self.number(text, 8).map({ $0 <= Self.days(in: text) }) == true else { return nil }
  }

  private static let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

  /// Four digits of year, and separators where they belong: Foundation reads more than RFC 3339 allows.
  private static func hasShape(_ text: String) -> Bool {
    guard (20...40).contains(text.utf8.count) else { return false }
    var wanted = "dddd-dd-ddTdd:dd:dd".utf8.makeIterator()
    for byte in text.utf8 {
      guard let shape = wanted.next() else { return true }
      let fits = shape == UInt8(ascii: "d") ? (48...57).contains(byte) : byte == shape
      guard fits else { return false }
    }
    return false
  }

  /// The two digits at a place, nil where there are none.
  private static func number(_ text: String, _ place: Int) -> Int64? {
    var value: Int64 = 0
    var count = 0
    for byte in text.utf8.dropFirst(place).prefix(2) {
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int64(byte - 48)
      count += 1
    }
    return count == 2 ? value : nil
  }

  private static func days(in text: String) -> Int64 {
    let month = number(text, 5) ?? 0
    let year = (number(text, 0) ?? 0) * 100 + (number(text, 2) ?? 0)
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  /// `Z`, `+08:00` or `-03:30` at the end, in seconds.
  private static func zone(of text: String) -> Int32? {
    if text.utf8.last == UInt8(ascii: "Z") { return 0 }
    let tail = Array(text.utf8.suffix(6))
    guard tail.count == 6, tail[3] == UInt8(ascii: ":"), tail[0] == 43 || tail[0] == 45,
      let hours = number(text, text.utf8.count - 5), let minutes = number(text, text.utf8.count - 2),
      hours < 24, minutes < 60
    else { return nil }
    return Int32(hours * 3600 + minutes * 60) * (tail[0] == 45 ? -1 : 1)
  }
}
