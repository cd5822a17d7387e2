import BoardView
package import CellGrid
import Feeds
import LongTrack
import RaceLog
import Scoreboard

extension WatchSession {
  /// The frame of this moment.
  package mutating func frame(_ size: GridSize, now: Int64) -> CellGrid {
    viewing.frame(
      size, now: now, status: status(now: now), content: viewing.showsHelp ? nil : content(size, now: now),
      isStale: transport.isLive && followed.isStale(at: now, race: options.race))
  }

  private mutating func content(_ size: GridSize, now: Int64) -> FrameContent {
    if let refusal = live.refusal { return .waiting("This log cannot be shown", more: refusal.sentence) }
    guard !live.log.events.isEmpty else {
      return .waiting("waiting for \(source.name)", more: waitingFor)
    }
    let (meet, moment) = shown(now: now)
    return FrameContent(
      screen, of: meet, log: live.log, now: moment, options: options, rows: size.rows,
      competitor: isOwnChoice ? nil : meet.boardChoice(in: live.log)?.competitor)
  }

  /// Why nothing comes, without the name of what is watched, which everybody here knows.
  private func reason(_ problem: FeedProblem) -> String {
    let sentence = problem.sentence
    let name = source.name + ": "
    return sentence.hasPrefix(name) ? String(sentence.dropFirst(name.count)) : sentence
  }

  private var waitingFor: String {
    if let problem = followed.problem { return reason(problem) }
    if followed.hasEnded { return "it ended without an event" }
    return followed.isMissing ? "there is no such file yet" : "no event has come yet"
  }

  /// Where the board is in the log, how old the newest line is, and why nothing comes.
  private mutating func status(now: Int64) -> Footer.Status? {
    guard !live.log.events.isEmpty else { return nil }
    var words: [String] = []
    if let place = place(now: now) { words.append(place) }
    let keeping = keeper?.status
    // What is lost is said before all else that may be cut off.
    if let keeping, keeping.isAlert { words.append(keeping.text) }
    if followed.hasEnded {
      words.append("ended")
    } else if let age = followed.age(at: now) {
      words.append(followed.ageText(age))
    }
    if let problem = followed.problem { words.append(reason(problem)) }
    if let keeping, !keeping.isAlert { words.append(keeping.text) }
    return Footer.Status(
      text: words.joined(separator: " · "),
      isAlert: !transport.isLive || followed.problem != nil || followed.isStale(at: now, race: options.race)
        || keeping?.isAlert ?? false)
  }

  /// `delay 3.5 s`, `‖ −0:24 behind live`; nil at the edge.
  private mutating func place(now: Int64) -> String? {
    let moment = shown(now: now).moment
    guard !transport.isLive else {
      return transport.delay > 0 ? "delay \(Self.seconds(transport.delay))" : nil
    }
    let behind = max(followed.moment(at: now) - moment, 0)
    let state = transport.isPaused ? "‖" : transport.rung == 0 ? "▶" : "▶ \(transport.speedText)"
    return "\(state) −\(ClockText.elapsed(behind)) behind live"
  }

  /// When the next frame is due if nothing happens: at the next tenth of a running clock, or the next event of what is
  /// shown late, else when the source is to be asked again, which is often enough for the age of the data.
  package mutating func nextFrame(after now: Int64) -> Int64? {
    if source.hasMore { return now }
    var due = [now + FileFollower.interval]
    if let end = viewing.noticeEnd, end > now { due.append(end) }
    let (meet, moment) = shown(now: now)
    var moments: [Int64] = []
    if let zero = meet.runningZero(in: live.log, race: options.race) {
      moments.append(moment + 1000 - max(moment - zero, 0) % 1000)
    }
    if meet.eventCount < live.log.events.count {
      moments.append((live.log.start?.ticks ?? 0) + live.log.offset(of: meet.eventCount))
    }
    let edge = followed.moment(at: now)
    let isNewest = isNewest(now: now)
    for moment in moments {
      let time = isNewest ? now + moment - edge : transport.time(reaching: moment, edge: edge, now: now)
      // At high speed ten frames a second are enough to read.
      if let time { due.append(max(time, now + (transport.rung > 0 ? 1000 : 1))) }
    }
    return due.min()
  }
}
