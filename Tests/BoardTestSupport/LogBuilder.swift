import FoundationEssentials
package import LongTrack
package import RaceLog
package import Scoreboard

/// Writes race logs from short calls: numbers the lines and stamps them, splits never before gun + time.
package struct LogBuilder {
  /// The lines so far, without their ends.
  package private(set) var lines: [String] = []
  /// The race that events belong to unless they say otherwise.
  package var race = "w1000"
  /// Milliseconds of the next stamp, from 17:00 on.
  package var now = 0

  private var guns: [String: Int] = [:]
  private var heats: [String: String] = [:]

  /// A log with its `meet` as seq 1; `fields` are written into it as they are.
  package init(track: String = "400", fields: String = "") {
    add("meet", #""format":1,"log":"test","name":"Meet","track":"# + track, fields)
  }

  /// The seq of the last line.
  package var last: Int { lines.count }

  /// Writes any event; fields are raw JSON members, empty ones are left out.
  @discardableResult
  package mutating func add(_ type: String, _ fields: String...) -> Int {
    let head = #""seq":\#(last + 1),"at":"\#(Self.stamp(now))","type":"\#(type)""#
    lines.append("{" + ([head] + fields.filter { !$0.isEmpty }).joined(separator: ",") + "}")
    now += 100
    return last
  }

  /// Writes any event of the current race.
  @discardableResult
  package mutating func inRace(_ type: String, _ fields: String...) -> Int {
    add(type, #""race":"\#(race)""#, fields.filter { !$0.isEmpty }.joined(separator: ","))
  }

  /// Announces the current race.
  @discardableResult
  package mutating func announce(_ distance: Int = 1000, with fields: String = "") -> Int {
    inRace("race", #""kind":"individual","distance":\#(distance)"#, fields)
  }

  /// Enters a skater.
  @discardableResult
  package mutating func entry(
    _ id: String, pair: Int, _ lane: Lane? = nil, group: Int = 1, attempt: Int = 1, name: String? = nil,
    with fields: String = ""
  ) -> Int {
    heats["\(id)/\(attempt)"] = "\(pair)/\(group)"
    return inRace(
      "entry", #""pair":\#(pair),"group":\#(group),"attempt":\#(attempt)"#,
      lane.map { #""lane":"\#($0.rawValue)""# } ?? "",
      #""competitor":{"id":"\#(id)","name":"\#(name ?? id)"}"#, fields)
  }

  /// Enters a pair, inner lane first.
  package mutating func pair(_ number: Int, _ inner: String, _ outer: String) {
    entry(inner, pair: number, .inner)
    entry(outer, pair: number, .outer)
  }

  /// The gun.
  @discardableResult
  package mutating func start(pair: Int, group: Int = 1, with fields: String = "") -> Int {
    now += 10_000
    guns["\(pair)/\(group)"] = now
    return inRace("start", #""pair":\#(pair),"group":\#(group)"#, fields)
  }

  /// A split, logged when it was skated or as soon after as the log has come.
  @discardableResult
  package mutating func split(
    _ id: String, _ mark: Int, _ time: String, _ source: Source? = .optical, attempt: Int? = nil,
    with fields: String = ""
  ) throws -> Int {
    let gun = heats["\(id)/\(attempt ?? 1)"].flatMap { guns[$0] } ?? 0
    now = try max(now, gun + Int(RaceTime(time).ticks / 10) + 1)
    return inRace(
      "split", #""competitor":"\#(id)","mark":\#(mark),"time":"\#(time)""#,
      source.map { #""source":"\#($0.word)""# } ?? "", attempt.map { #""attempt":\#($0)"# } ?? "", fields)
  }

  /// All splits of a skater on 1000 m, the last one by photo-finish.
  package mutating func skate(_ id: String, _ times: String..., marks: [Int] = [200, 600, 1000]) throws {
    for (mark, time) in zip(marks.suffix(times.count), times) {
      try split(id, mark, time, mark == marks.last ? .photofinish : .optical)
    }
  }

  /// A loop passing between the marks.
  @discardableResult
  package mutating func passing(_ id: String, _ position: Int, _ time: String) -> Int {
    inRace(
      "passing", #""competitor":"\#(id)","position":\#(position),"time":"\#(time)""#,
      #""source":"transponder""#)
  }

  /// What officials decide.
  @discardableResult
  package mutating func status(_ id: String, _ status: String? = nil, with fields: String = "") -> Int {
    inRace("status", #""competitor":"\#(id)""#, status.map { #""status":"\#($0)""# } ?? "", fields)
  }

  /// An earlier event no longer counts.
  @discardableResult
  package mutating func void(_ target: Int) -> Int { add("void", #""target":\#(target)"#) }
}

extension LogBuilder {
  /// The log as text, every line with its end.
  package var text: String { lines.map { $0 + "\n" }.joined() }

  /// The log as read.
  package func read() throws -> EventLog { try EventLog(reading: Data(text.utf8), file: "test.ndjson") }

  /// The log, folded.
  package func fold(spacing: Int = 8192) throws -> Checkpoints { Checkpoints(try read(), spacing: spacing) }

  /// The state after the last line.
  package func meet() throws -> Meet {
    let log = try fold()
    return log.meet(after: log.log.events.count)
  }

  /// The current race after the last line.
  package func state() throws -> Race {
    guard let race = try meet().race(race) else { throw Rejection.unknownRace(race) }
    return race
  }

  /// What the log's lines and the fold have to say, without line numbers.
  package func issues() throws -> [String] { try fold().allIssues.map(\.sentence) }

  private static func stamp(_ milliseconds: Int) -> String {
    func padded(_ value: Int, _ width: Int = 2) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(width - digits.count, 0)) + digits
    }
    let seconds = milliseconds / 1000
    let clock = [17 + seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0) }
    return "2026-01-31T" + clock.joined(separator: ":") + "." + padded(milliseconds % 1000, 3) + "+01:00"
  }
}
