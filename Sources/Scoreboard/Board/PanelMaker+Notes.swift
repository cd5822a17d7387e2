import LongTrack
import RaceLog

extension PanelMaker {
  /// Lane now, and what comes at the next change-up: from the last place where the skater was seen.
  func laneNote(_ entry: Entry, _ attempt: Attempt) -> LaneNote? {
    guard let start = entry.lane else { return nil }
    let seen = lastSeen(attempt)
    for number in 1...max(course.changeUpCount, 1) where number <= course.changeUpCount {
      let from = course.lane(into: number, start: start)
      guard let zone = course.changeUp(number)?.zone(from: from) else { break }
      guard seen < Int64(zone.upperBound) * 1000 else { continue }
      let isIn = seen >= Int64(zone.lowerBound) * 1000
      let right = from == ChangeUp.rightOfWay
      let change = "\(from.rawValue) → \(from.other.rawValue)"
      return LaneNote(
        long: (isIn ? "changing \(change)" : "now \(change) at next change")
          + (right ? ": right of way" : ""),
        short: right ? "→ \(from.other.rawValue), right of way" : "next → \(from.other.rawValue)",
        hasRightOfWay: right)
    }
    // Without a known geometry the lane is known at the marks only.
    let lane = course.lapLength == 400 ? course.finishLane(start: start) : nil
    return lane.map {
      LaneNote(
        long: "now \($0.rawValue) to the finish", short: "\($0.rawValue) to the finish", hasRightOfWay: false)
    }
  }

  private func lastSeen(_ attempt: Attempt) -> Int64 {
    TrackPoint.points(of: attempt, course: course, runs: race.countingRuns).last?.position ?? 0
  }

  /// Falls, corrections, second attempts and change-ups worth telling.
  func notes(_ entry: Entry, _ attempt: Attempt) -> [String] {
    var notes: [String] = []
    if entry.attempt > 1 { notes.append("re-skate") }
    if race.decisions[entry.key]?.fell == true { notes.append("fell") }
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
      guard other.run == split.run, other.suspicion == nil || isAccepted(other) else { continue }
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
