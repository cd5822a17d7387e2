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
      size, now: now, status: status(now: now), content: viewing.showsHelp ? nil : content(size, now: now))
  }

  private func content(_ size: GridSize, now: Int64) -> FrameContent {
    if let refusal = live.refusal { return .waiting("This log cannot be shown", more: refusal.sentence) }
    guard !live.log.events.isEmpty else {
      if let problem = followed.problem {
        return .waiting("waiting for \(source.name)", more: problem.sentence)
      }
      return followed.isMissing
        ? .waiting("waiting for \(source.name)", more: "there is no such file yet")
        : .waiting("waiting for \(source.name)", more: "no event has come yet")
    }
    return FrameContent(
      screen, of: live.meet, log: live.log, now: followed.moment(at: now), options: options, rows: size.rows,
      competitor: isOwnChoice ? nil : live.meet.boardChoice(in: live.log)?.competitor)
  }

  /// How old the newest line is, or why nothing comes.
  private func status(now: Int64) -> Footer.Status? {
    guard !live.log.events.isEmpty else { return nil }
    if let problem = followed.problem { return Footer.Status(text: problem.sentence, isAlert: true) }
    return followed.age(at: now).map { age in
      Footer.Status(
        text: "data \(Self.words(age)) old", isAlert: isRunning && age > LogClock.patience)
    }
  }

  private var isRunning: Bool { live.meet.runningZero(in: live.log, race: options.race) != nil }

  /// `4 s`, `12 min`, `3 h`, `2 days`: cut off.
  private static func words(_ ticks: Int64) -> String {
    let seconds = ticks / RaceTime.ticksPerSecond
    return switch seconds {
    case ..<100: "\(seconds) s"
    case ..<6000: "\(seconds / 60) min"
    case ..<172_800: "\(seconds / 3600) h"
    default: "\(seconds / 86_400) days"
    }
  }

  /// When the next frame is due if nothing happens: at the next tenth of a running clock, else when the file is to
  /// be asked again, which is often enough for the age of the data.
  package mutating func nextFrame(after now: Int64) -> Int64? {
    if source.hasMore { return now }
    var due = [now + FileFollower.interval]
    if let end = viewing.noticeEnd, end > now { due.append(end) }
    if let zero = live.meet.runningZero(in: live.log, race: options.race) {
      let time = max(followed.moment(at: now) - zero, 0)
      due.append(now + 1000 - time % 1000)
    }
    return due.min()
  }
}
