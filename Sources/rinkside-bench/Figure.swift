import Glibc

/// Something measured several times, beside the same work with nothing in the way.
struct Figure {
  let name: String
  let unit: String
  let values: [Double]
  let floor: [Double]
  /// What is to be reached; nil where nothing was promised.
  let goal: String?

  /// One line: median, range, floor, ratio, goal.
  var line: String {
    let median = Self.median(values)
    let range = "\(Self.text(values.min() ?? 0))…\(Self.text(values.max() ?? 0))"
    var parts = ["\(name): \(Self.text(median)) \(unit) (\(range), \(values.count) runs)"]
    if !floor.isEmpty {
      let least = Self.median(floor)
      parts.append("floor \(Self.text(least)) \(unit)")
      if least > 0 { parts.append("× \(Self.text(median / least))") }
    }
    if let goal { parts.append("goal \(goal)") }
    return parts.joined(separator: " · ")
  }

  static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return 0 }
    return sorted.count % 2 == 1
      ? sorted[sorted.count / 2] : (sorted[sorted.count / 2 - 1] + sorted[sorted.count / 2]) / 2
  }

  private static func text(_ value: Double) -> String {
    let digits = value >= 100 ? 1.0 : value >= 1 ? 100 : 10_000
    return String((value * digits).rounded() / digits)
  }
}

/// Measures pieces of work.
enum Meter {
  /// Milliseconds of processor time that a piece of work takes, on all cores: what others do on the machine does not
  /// count.
  static func milliseconds(_ work: () throws -> Void) rethrows -> Double {
    let start = time(CLOCK_PROCESS_CPUTIME_ID)
    try work()
    return Double(time(CLOCK_PROCESS_CPUTIME_ID) - start) / 1e6
  }

  /// Nanoseconds on a clock that only goes on.
  static var now: Int64 { time(CLOCK_MONOTONIC) }

  private static func time(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// Kilobytes that this process holds in memory now.
  static var residentKilobytes: Double { ProcessFacts.residentKilobytes(getpid()) }
}
