import LongTrack
import RaceLog

extension PanelMaker {
  /// Lane now, and what comes at the next change-up: from the last place where the skater was seen, as long as
  /// that tells. Where a change-up may be over unseen, nothing is said.
  func laneNote(_ entry: Entry, _ attempt: Attempt, clock: Int64?) -> LaneNote? {
    guard let start = entry.lane, course.lapLength == 400 else { return nil }
    let seen = TrackPoint.points(of: attempt, course: course).last
    for number in 1...max(course.changeUpCount, 1) where number <= course.changeUpCount {
      let from = course.lane(into: number, start: start)
      guard let zone = course.changeUp(number)?.zone(from: from) else { break }
      let end = Int64(zone.upperBound) * 1000
      guard (seen?.position ?? 0) < end else { continue }
      guard isBefore(end, entry.key, seen: seen, clock: clock) else { return nil }
      let isIn = (seen?.position ?? 0) >= Int64(zone.lowerBound) * 1000
      return LaneNote(from: from, isChanging: isIn)
    }
    let lane = course.finishLane(start: start).rawValue
    return LaneNote(long: "now \(lane) to the finish", short: "\(lane) to the finish", hasRightOfWay: false)
  }

  /// Whether a skater who was last seen somewhere is still before a place, going on at the pace of the last
  /// lap; without one, faster than anybody skates (17 m/s).
  private func isBefore(_ place: Int64, _ key: AttemptKey, seen: TrackPoint?, clock: Int64?) -> Bool {
    guard let clock else { return true }
    let elapsed = clock - (seen?.time ?? 0)
    let way = place - (seen?.position ?? 0)
    let last = race.attempts[key]?.lastMark.flatMap { $0 > 0 ? race.lap(of: key, at: $0) : nil }
    guard let last, last.marks == 1, last.time.hundredths > 0 else { return elapsed * 17 <= way * 10 }
    return elapsed * Int64(course.lapLength) * 10 <= way * last.time.hundredths
  }

  /// Falls, corrections, second attempts and change-ups worth telling.
  func notes(_ entry: Entry, _ attempt: Attempt) -> [String] {
    var notes: [String] = []
    if entry.attempt > 1 { notes.append("re-skate") }
    notes += bests(entry, attempt)
    if race.decisions[entry.key]?.fell == true { notes.append("fell") }
    if case .falseStart(entry.competitor.id) = race.clearings[entry.heat] { notes.append("false start") }
    notes += course.marks.indices.compactMap { race.correction(attempt, at: $0) }
    for report in race.changeUps where report.heat == entry.heat && report.competitor == entry.competitor.id {
      switch report.outcome {
      case .yielded: notes.append("yielded at change-up \(report.number)")
      case .obstruction: notes.append("obstruction at change-up \(report.number)")
      case .clear: break
      }
    }
    return notes
  }
}

extension PanelMaker {
  /// `personal best, was 1:18.63`, where the finish was measured and is faster than the entry says.
  private func bests(_ entry: Entry, _ attempt: Attempt) -> [String] {
    guard let finish = attempt.split(at: course.marks.count - 1), !finish.isEstimated else { return [] }
    for (best, name) in [(entry.best, "personal best"), (entry.seasonBest, "season best")] {
      if let best, finish.time.shown < best.shown { return ["\(name), was \(best.shown.text)"] }
    }
    return []
  }
}

extension LaneNote {
  /// The note before a change-up and in it.
  fileprivate init(from: Lane, isChanging: Bool) {
    let right = from == ChangeUp.rightOfWay
    let change = "\(from.rawValue) → \(from.other.rawValue)"
    self.init(
      long: (isChanging ? "changing \(change)" : "now \(change) at next change")
        + (right ? ": right of way" : ""),
      short: right ? "→ \(from.other.rawValue), right of way" : "next → \(from.other.rawValue)",
      hasRightOfWay: right)
  }
}

extension Race {
  /// `photo-finish 1:13.67, was 1:13.68`: a digit never changes without a word. Nil where none changed.
  func correction(_ attempt: Attempt, at index: Int) -> String? {
    guard let course, let now = attempt.split(at: index), let before = attempt.shownBefore(now),
      before.time.shown != now.time.shown
    else { return nil }
    let mark = index == course.marks.count - 1 ? "" : " at \(course.marks[index].name)"
    let why = now.source == .photofinish ? "photo-finish" : now.isCorrection ? "corrected" : now.source.word
    return "\(why) \(now.time.shown.text)\(mark), was \(before.time.shown.text)"
  }

  /// A correction of the last quarter of a minute to the finish of somebody who has left the ice.
  func correction(now: Int64, besidesPair pair: Int?) -> BoardState.Ticker? {
    let finish = (course?.marks.count ?? 1) - 1
    for entry in entries where entry.pair != pair {
      guard let attempt = attempts[entry.key], let split = attempt.split(at: finish),
        now - split.loggedAt < 15 * RaceTime.ticksPerSecond,
        let text = correction(attempt, at: finish)
      else { continue }
      return BoardState.Ticker(text: "\(name(of: entry).family): \(text)", isAlert: false)
    }
    return nil
  }
}

extension Attempt {
  /// The split that counted at a mark when a later one took its place; nil where that was the first.
  fileprivate func shownBefore(_ split: TimedSplit) -> TimedSplit? {
    var best: TimedSplit?
    for other in splits where other.mark == split.mark && other.event < split.event {
      guard run.holds(other.anchor), other.suspicion == nil || isAccepted(other) else { continue }
      if let best, best.rank < other.rank { continue }
      best = other
    }
    return best
  }
}

extension Race {
  /// The standings as text: whoever has a time, a rank or a status.
  func standingLines(_ standings: [Standing], onIce: Set<String>) -> [StandingLine] {
    standings.filter { $0.time != nil || $0.rank != nil || $0.decision?.status != nil }.map { row in
      let attempt = attempts[row.entry.key]
      let status = row.decision?.statusText
      let marks = (course?.marks.count ?? 1) - 1
      let time = row.rank == nil ? nil : row.timeText
      return StandingLine(
        rank: row.rank.map(String.init) ?? "", name: name(of: row.entry).full,
        nation: row.entry.competitor.nation ?? "",
        time: (row.isEstimated && time != nil ? "≈" : "") + (time ?? status ?? ""),
        behind: row.behind?.text ?? "",
        splits: (0..<max(marks, 0)).map { mark in
          guard let split = attempt?.split(at: mark) else { return nil }
          return (split.isEstimated ? "≈" : "") + split.time.shown.text
        },
        isProvisional: row.state == .provisional, isOnIce: onIce.contains(row.entry.competitor.id),
        note: row.noteText)
    }
  }
}

extension Standing {
  /// `fell re-skate T08`.
  var noteText: String {
    [decision?.fell == true ? "fell" : nil, isReskate ? "re-skate" : nil].compactMap(\.self)
      .joined(separator: " ")
  }
}
