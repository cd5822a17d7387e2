import BoardTestSupport
import LongTrack
import RaceLog
import Scoreboard

extension LogBuilder {
  /// A mass start under way: everybody entered in heat 1, and the gun.
  static func massStart(
    _ ids: [String], laps: Int = 16, with fields: String = #""division":"A","gender":"men""#
  ) -> LogBuilder {
    var log = LogBuilder()
    log.race = "ms"
    log.inRace("race", #""kind":"massStart","laps":\#(laps)"#, fields)
    for id in ids { log.entry(id, pair: 1) }
    log.start(pair: 1)
    return log
  }

  /// Passages of the line at the end of a lap, in seconds since the gun.
  mutating func pass(_ lap: Int, _ times: KeyValuePairs<String, Double>, _ source: Source = .transponder)
    throws
  {
    for (id, seconds) in times {
      let text = RaceTime(ticks: Int64((seconds * 10_000).rounded()), decimals: 3).text
      now = max(now, Int(seconds * 1000) + 1 + 10_000)
      inRace(
        "split", #""competitor":"\#(id)","lap":\#(lap),"time":"\#(text)","source":"\#(source.word)""#)
    }
  }

  /// The order of a sprint.
  mutating func sprint(_ lap: Int, _ order: [String], points: [Double]? = nil) {
    let ids = order.map { "\"\($0)\"" }.joined(separator: ",")
    let given = points.map { #""points":[\#($0.map { String($0) }.joined(separator: ","))]"# } ?? ""
    inRace("sprint", #""lap":\#(lap),"order":[\#(ids)]"#, given)
  }

  /// What the screen of a mass start says after the last line.
  func massStartState(at seconds: Double? = nil) throws -> MassStartState {
    let log = try read()
    var meet = Meet()
    meet.advance(to: log.events.count, of: log)
    let zero = meet.race("ms")?.runs.values.first?.zero ?? 0
    let now = seconds.map { zero + Int64($0 * 10_000) } ?? log.events.last?.at.ticks ?? 0
    let board = BoardState(meet, log: log, now: now, options: BoardOptions())
    guard let state = board.massStart else { throw Rejection.unknownRace("ms") }
    return state
  }
}

extension Race {
  /// `1 a 63`, best first: rank, id, sprint points; a dash for no rank, and for no points.
  var pointRanking: [String] {
    standings.map { row in
      let points = row.sprintPoints.map(\.pointsText) ?? "-"
      return "\(row.rank.map(String.init) ?? "-") \(row.entry.competitor.id) \(points)"
    }
  }
}
