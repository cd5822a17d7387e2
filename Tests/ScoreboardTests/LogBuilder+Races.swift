import BoardTestSupport
import LongTrack
import Scoreboard

extension LogBuilder {
  /// A 1000 m with Goetz inner and Han outer on the ice in pair 8, the gun being seq 5.
  static func pair() -> LogBuilder {
    var log = LogBuilder()
    log.announce(with: #""gender":"women","division":"A""#)
    log.pair(8, "goetz", "han")
    log.start(pair: 8)
    return log
  }

  /// Pair 8 as it went in Beijing, and then Li inner and Takagi outer on the ice in pair 10.
  static func beijing() throws -> LogBuilder {
    var log = pair()
    try log.skate("goetz", "17.91", "45.21", "1:14.457")
    try log.skate("han", "18.22", "45.84", "1:16.008")
    log.pair(9, "bowe", "leerdam")
    log.start(pair: 9)
    try log.skate("leerdam", "17.99", "45.10", "1:14.883")
    try log.skate("bowe", "17.96", "45.71", "1:15.959")
    log.pair(10, "li", "takagi")
    log.start(pair: 10)
    return log
  }

  /// A race with only finishes, one skater a pair, all by photo-finish.
  static func finishes(_ times: [(String, String)], _ distance: Int = 1000, with fields: String = "") throws
    -> LogBuilder
  {
    var log = LogBuilder()
    log.announce(distance, with: fields)
    for (index, (id, time)) in times.enumerated() {
      log.entry(id, pair: index + 1, .inner)
      log.start(pair: index + 1)
      try log.split(id, distance, time, .photofinish)
    }
    return log
  }

  static func replaces(_ seq: Int) -> String { #""replaces":[\#(seq)]"# }

  static func accepts(_ seq: Int) -> String { #""accepts":\#(seq)"# }

  static func action(_ id: String, _ parts: Int) -> String { #""action":{"id":"\#(id)","parts":\#(parts)}"# }
}
