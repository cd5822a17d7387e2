import LongTrack
import RaceLog

extension Race {
  /// What is worth telling of the other goes of a skater who starts again: of two the better one counts (domain 1.6),
  /// and the other one stays on the board.
  func attemptNotes(of entry: Entry) -> [String] {
    let own = starters[entry.competitor.id]?.entries ?? []
    guard own.count > 1 || entry.attempt > 1 else { return [] }
    let others = own.map { entries[$0] }.filter { $0.attempt != entry.attempt }
    return (entry.attempt > 1 ? ["re-skate"] : [])
      + others.map { other in
        let result = self.result(of: other)
        if other.attempt == 1 { return "first time \(result ?? "–")" }
        return result.map { "re-skate \($0)" } ?? "re-skate to come"
      }
  }

  private func result(of entry: Entry) -> String? {
    let time = course.flatMap { attempts[entry.key]?.split(at: $0.marks.count - 1) }.map {
      ($0.isEstimated ? "≈" : "") + $0.time.shown.text
    }
    return decisions[entry.key]?.statusText ?? time
  }

  /// A re-skate of the last minute: `Re-skate: WENNEMARS in pair 16, first time 1:07.58`; nil where none was
  /// announced.
  func reskateNews(in meet: Meet, log: EventLog, now: Int64) -> BoardState.Ticker? {
    guard entries.contains(where: { $0.attempt > 1 }) else { return nil }
    for index in controls.reversed() where !meet.isDead(index) {
      guard now - log.events[index].at.ticks < 60 * RaceTime.ticksPerSecond else { return nil }
      guard case .entry(let entry) = log.events[index].content, entry.attempt > 1, runs[entry.heat] == nil
      else { continue }
      let first = entries.first { $0.competitor.id == entry.competitor.id && $0.attempt == 1 }
      let time = first.flatMap(result).map { ", first time \($0)" } ?? ""
      return BoardState.Ticker(
        text: "Re-skate: \(name(of: entry).family) in \(heatWord.lowercased()) \(entry.pair)\(time)",
        isAlert: true)
    }
    return nil
  }
}
