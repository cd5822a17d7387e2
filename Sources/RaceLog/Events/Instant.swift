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
  /// moments that do not exist (30 February, 25 o'clock, a second 60, a zone of 24 hours).
  ///
  /// Read here and not by Foundation, whose parser takes 30 February and 25 o'clock, and half as long again as
  /// the JSON around it: every line of a log has one.
  package init?(_ text: String) {
    var text = InstantText(text.utf8)
    guard let year = text.number(4), text.take("-"), let month = text.number(2), text.take("-"),
      let day = text.number(2), text.take("T") || text.take("t"), let hour = text.number(2), text.take(":"),
      let minute = text.number(2), text.take(":"), let second = text.number(2),
      let fraction = text.fraction(), let zone = text.zone(), text.isAtEnd,
      year > 0, (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year), hour < 24,
      minute < 60,
      second < 60
    else { return nil }
    let local = Self.days(before: year, month, day) * 86_400 + hour * 3600 + minute * 60 + second
    ticks = (local - zone) * 10_000 + fraction
    self.zone = Int32(zone)
  }

  /// RFC 3339 with four decimals, in the zone it was written in: `2026-01-31T17:22:14.5000+01:00`.
  package var text: String {
    let local = ticks + Int64(zone) * 10_000
    let days = Int64((Double(local) / 864_000_000).rounded(.down))
    let inDay = local - days * 864_000_000
    let date = Self.date(ofDay: days)
    let seconds = inDay / 10_000
    let day = [Self.padded(date.year, 4), Self.padded(date.month), Self.padded(date.day)]
    let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { Self.padded($0) }
    let minutes = Int64(abs(zone)) / 60
    let offset =
      zone == 0 ? "Z" : (zone < 0 ? "-" : "+") + Self.padded(minutes / 60) + ":" + Self.padded(minutes % 60)
    return day.joined(separator: "-") + "T" + time.joined(separator: ":") + "."
      + Self.padded(inDay % 10_000, 4) + offset
  }

  private static func padded(_ value: Int64, _ width: Int = 2) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(width - digits.count, 0)) + digits
  }

  /// The day that so many days after 1970-01-01 is, in years that begin with March.
  private static func date(ofDay days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let civil = month < 10 ? month + 3 : month - 9
    return (yearOfEra + era * 400 + (civil <= 2 ? 1 : 0), civil, dayOfYear - (153 * month + 2) / 5 + 1)
  }

  private static func days(in month: Int64, of year: Int64) -> Int64 {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31
  }

  /// Days from 1970-01-01 to a day, in years that begin with March, so that leap days stand at the end.
  private static func days(before year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let year = month > 2 ? year : year - 1
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let leapDays = year / 4 - year / 100 + year / 400
    return year * 365 + leapDays + dayOfYear - 719_468
  }
}

/// The rest of a text that is read from left to right.
private struct InstantText {
  private var bytes: String.UTF8View.Iterator
  private var next: UInt8?

  init(_ text: String.UTF8View) {
    bytes = text.makeIterator()
    next = bytes.next()
  }

  var isAtEnd: Bool { next == nil }

  /// Takes a character if it stands here.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    next = bytes.next()
    return true
  }

  private mutating func digit() -> Int64? {
    guard let byte = next, (48...57).contains(byte) else { return nil }
    next = bytes.next()
    return Int64(byte) - 48
  }

  /// So many digits, nil where there are fewer.
  mutating func number(_ count: Int) -> Int64? {
    var value: Int64 = 0
    for _ in 0..<count {
      guard let digit = digit() else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  /// `.5` in 1/10 000 s, the nearest one; 0 without a point, nil for a point without digits.
  mutating func fraction() -> Int64? {
    guard take(".") else { return 0 }
    var value: Int64 = 0
    var count = 0
    while let digit = digit() {
      if count < 4 { value = value * 10 + digit }
      if count == 4, digit >= 5 { value += 1 }
      count += 1
    }
    for _ in min(count, 4)..<4 { value *= 10 }
    return count == 0 ? nil : value
  }

  /// `Z`, `+08:00` or `-03:30` in seconds.
  mutating func zone() -> Int64? {
    if take("Z") || take("z") { return 0 }
    let isWest = next == UInt8(ascii: "-")
    guard take("+") || take("-"), let hours = number(2), take(":"), let minutes = number(2), hours < 24,
      minutes < 60
    else { return nil }
    return (hours * 3600 + minutes * 60) * (isWest ? -1 : 1)
  }
}
