package import FoundationEssentials
import LongTrack
package import RaceLog
import Scoreboard

/// What feeds send.
extension Desk {
  /// Takes a line of a feed. Nothing is lost: what cannot be taken as it is waits for the operator.
  ///
  /// - Parameters:
  ///   - position: the line's number where the feed is a file that is read again after a restart; nil for a stream.
  ///   - isAnswered: whether the sender is told what becomes of it: what is no event at all is then the sender's to mend,
  ///     and not the operator's.
  ///   - at: when it arrived, on the log's clock.
  /// - Returns: what became of it.
  @discardableResult
  package mutating func receive(
    _ line: Data, from feed: String, position: Int? = nil, isAnswered: Bool = false, at: Instant
  ) throws(DeskError) -> Intake {
    feeds[feed, default: FeedRecord()].lastHeard = at
    feeds[feed, default: FeedRecord()].lines += 1
    guard line.contains(where: { $0 > 32 }) else { return .heard }
    let foreign: ForeignLine
    do { foreign = try ForeignLine(line, with: decoder) } catch {
      guard !isAnswered else { throw .notLogged(error) }
      // What a reader of files says after it, that the line is left out, is not so here.
      let problem = error.sentence.split(separator: ";").first.map(String.init)
      let origin = position.map { Self.origin(line, from: feed, position: $0) }
      return try propose(line, from: feed, origin: origin, problem: problem, at: at)
    }
    if case .heartbeat = foreign.event.content { return .heard }
    if case .meet(let info) = foreign.event.content {
      feeds[feed]?.log = info.log
      return .heard
    }
    let origin = origin(foreign, line, from: feed, position: position)
    // Such an origin says that the operator let something in, and the undo of this desk believes it.
    if origin == nil, WaitingList.proposal(foreign.event.notes?.origin) != nil {
      return try propose(
        line, from: feed, origin: nil, problem: "its origin is a proposal of this desk", at: at)
    }
    let known = origin ?? foreign.event.notes?.origin
    if let problem = refusal(of: foreign.event.content, from: feed) {
      return try propose(line, from: feed, origin: known, problem: problem.text, at: at)
    }
    return try merge(foreign, line, from: feed, origin: origin, at: at)
  }

  /// What a seq of a feed's own log is in ours.
  func here(_ seq: Int, of feed: String) -> Int? {
    guard let name = feeds[feed]?.log else { return nil }
    return fold.merged[.log(name, seq: seq)]
  }

  private func origin(
    _ foreign: ForeignLine, _ line: Data, from feed: String, position: Int?
  ) -> EventNotes.Origin? {
    if let seq = foreign.seq, let log = feeds[feed]?.log { return .log(log, seq: seq) }
    if foreign.event.notes?.origin != nil { return nil }
    return position.map { Self.origin(line, from: feed, position: $0) }
  }

  /// A line of a file that is read again after a restart is the same one; another line at its place is not.
  private static func origin(_ line: Data, from feed: String, position: Int) -> EventNotes.Origin {
    let hash = line.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x0100_0000_01b3 }
    return .sender("\(feed):\(position):\(String(hash, radix: 16))")
  }

  private mutating func merge(
    _ foreign: ForeignLine, _ line: Data, from feed: String, origin: EventNotes.Origin?, at: Instant
  ) throws(DeskError) -> Intake {
    let seq = log.nextSeq
    var extra: [ForeignLine.Addition] = []
    if case .impulse(let impulse) = foreign.event.content, impulse.received == nil {
      extra.append(.received(at))
    }
    if case .start(let start) = foreign.event.content,
      let old = handGun(of: start.heat, near: start.clock ?? at)
    {
      extra.append(.replaces([old]))
    }
    let known = origin ?? foreign.event.notes?.origin
    // Without an origin nothing else says that it was not done at this desk.
    if origin == nil, foreign.event.notes?.by == History.operatorName {
      extra.append(.by("feed"))
    }
    let bytes = foreign.line(
      seq: seq, at: at, origin: origin, adding: extra, renumbered: { here($0, of: feed) })
    guard let bytes else {
      return try propose(
        line, from: feed, origin: known, problem: "names an event that is not here", at: at)
    }
    do { try add(line: bytes) } catch .notLogged(.duplicateOrigin) {
      return duplicate(known, from: feed)
    } catch .notLogged(.tooLong) {
      return try propose(
        line, from: feed, origin: known, problem: "too long with what is added here", at: at)
    } catch .rejected(let rejection) {
      // It is in the log and says why on the log screen.
      return .rejected(seq: seq, rejection)
    } catch { throw error }
    if case .impulse(let impulse) = log.events[log.events.count - 1].content {
      try settle(impulse, seq: seq, at: at)
    }
    return .taken(seq: seq)
  }

  private mutating func duplicate(_ origin: EventNotes.Origin?, from feed: String) -> Intake {
    feeds[feed]?.duplicates += 1
    return .duplicate(seq: origin.flatMap { fold.merged[$0] })
  }

  /// A gun by hand that the device's own gun, given at this moment, corrects: its seq. The device's may come late, with
  /// times already given.
  func handGun(of heat: HeatPlace, near moment: Instant) -> Int? {
    guard let run = meet.race(heat.race)?.runs[heat],
      case .start(let start) = log.events[run.latest].content, start.impulse == nil, start.boot != nil,
      abs(moment.ticks - run.zero) < 5 * RaceTime.ticksPerSecond
    else { return nil }
    return log.events[run.latest].seq
  }

  /// Gives an impulse to whoever it can only be.
  private mutating func settle(_ impulse: Impulse, seq: Int, at: Instant) throws(DeskError) {
    guard let race else { return }
    if Self.isGun(impulse) { return try fire(impulse, seq: seq, at: at, in: race) }
    let verdict = Assigner(race, heats: groups).assign(
      lane: Self.lane(of: impulse), source: Self.source(of: impulse)
    ) { time(of: impulse, at: at, in: $0, of: race)?.ticks }
    guard case .crossing(let crossing) = verdict,
      let time = time(of: impulse, at: at, in: crossing.heat, of: race)
    else { return }
    try add(draft(crossing, time: time, source: Self.source(of: impulse), impulse: seq, in: race), at: at)
  }

  /// A gun of a device starts what is armed, and corrects a gun that was given by hand a moment before.
  private mutating func fire(_ impulse: Impulse, seq: Int, at: Instant, in race: Race) throws(DeskError) {
    if let heat = armed {
      armed = nil
      try add(.start(heat, clock: at, impulse: seq, boot: anchor.stamp(of: at)), at: at)
    } else if let heat = groups.last(where: { race.runs[$0] != nil }),
      let old = handGun(of: heat, near: at)
    {
      var draft = EventDraft.start(heat, clock: at, impulse: seq, boot: anchor.stamp(of: at))
      draft.replaces = [old]
      try add(draft, at: at)
    }
  }

  private mutating func propose(
    _ line: Data, from feed: String, origin: EventNotes.Origin?, problem: String?, at: Instant
  ) throws(DeskError) -> Intake {
    // A line of the log holds 64 KiB, and a control character of the noise on a wire takes six of them.
    let text = String(decoding: line.prefix(10_000), as: UTF8.self)
    var draft = EventDraft.proposal(feed: feed, line: text, problem: problem)
    draft.origin = origin
    let seq = log.nextSeq
    do { try add(draft, at: at) } catch .notLogged(.duplicateOrigin) { return duplicate(origin, from: feed) }
    return .waits(seq: seq, problem: problem)
  }
}
