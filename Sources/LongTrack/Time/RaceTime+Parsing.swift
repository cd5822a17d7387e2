/// Why a text is not a time.
package enum TimeFormatError: Error, Hashable, Sendable {
  /// Not of the form `37.91`, `1:14.444` or `1:02:33.1`.
  case notATime
  /// A minus sign: nobody crosses a line before the gun.
  case negative
  /// Minutes or seconds of 60 or more after the first part.
  case sixtyOrMore
  /// More than four decimals: finer than anything measured.
  case tooManyDecimals
  /// 100 hours or more.
  case outOfRange
}

extension RaceTime {
  /// Reads `37.91`, `1:14.444`, `12:30.74` or `1:02:33.1`: a dot as decimal mark, 1 to 4 decimals,
  /// two digits in each part after the first, those below 60.
  package init(_ text: String) throws(TimeFormatError) {
    if text.hasPrefix("-") || text.hasPrefix("−") { throw .negative }
    let halves = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard halves.count == 2, !halves[1].isEmpty, let fraction = Self.digits(halves[1]) else {
      throw .notATime
    }
    guard halves[1].count <= 4 else { throw .tooManyDecimals }
    let parts = halves[0].split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count <= 3, let first = parts.first, let head = Self.digits(first) else { throw .notATime }
    var seconds = head
    for part in parts.dropFirst() {
      guard part.count == 2, let value = Self.digits(part) else { throw .notATime }
      guard value < 60 else { throw .sixtyOrMore }
      seconds = seconds * 60 + value
    }
    guard seconds < Self.limit / Self.ticksPerSecond else { throw .outOfRange }
    let scale: [Int64] = [1000, 100, 10, 1]
    let decimals = halves[1].count
    self.init(ticks: seconds * Self.ticksPerSecond + fraction * scale[decimals - 1], decimals: decimals)
  }

  /// The value of up to twelve ASCII digits, more being out of range anyway; nil for anything else.
  private static func digits(_ bytes: Substring.UTF8View) -> Int64? {
    guard !bytes.isEmpty else { return nil }
    var value: Int64 = 0
    for byte in bytes {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = min(value * 10 + Int64(byte - UInt8(ascii: "0")), 1_000_000_000_000)
    }
    return value
  }
}
