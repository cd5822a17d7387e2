import LongTrack
import RaceLog

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
