package import RaceLog

/// A log with states of its meet kept along the way, so that any moment is a short fold away.
package struct Checkpoints: Sendable {
  /// The log.
  package let log: EventLog
  /// What the fold had to say about events, in order.
  package private(set) var issues: [LineIssue] = []
  private var states: [Meet] = [Meet()]
  private var counts: [Int] = [0]
  private let spacing: Int

  /// Folds a whole log, keeping a state every so many events.
  package init(_ log: EventLog, spacing: Int = 8192) {
    self.log = log
    self.spacing = max(spacing, 1)
    var meet = Meet()
    for index in log.events.indices {
      do {
        for notice in try meet.applyNext(of: log) { note(notice.sentence, index: index, isNotice: true) }
      } catch {
        note(error.sentence, index: index, isNotice: false)
      }
      if meet.eventCount.isMultiple(of: self.spacing) { keep(meet, since: index) }
    }
    for notice in meet.unfinishedActions {
      note(notice.sentence, index: log.events.count - 1, isNotice: true)
    }
  }

  /// The state after so many events.
  package func meet(after count: Int) -> Meet {
    let wanted = min(max(count, 0), log.events.count)
    var meet = states[(counts.firstIndex { $0 > wanted } ?? counts.count) - 1]
    meet.advance(to: wanted, of: log)
    return meet
  }

  /// Keeps a state. One costs as much memory as its race has times, so in a race without end they are kept
  /// farther and farther apart, and all together stay in proportion to the log.
  private mutating func keep(_ meet: Meet, since index: Int) {
    let times = log.events[index].content.raceID.flatMap(meet.race)?.timeCount ?? 0
    guard meet.eventCount - (counts.last ?? 0) >= max(spacing, times / 4) else { return }
    states.append(meet)
    counts.append(meet.eventCount)
  }

  /// Every error and notice of the log, in order of lines.
  package var allIssues: [LineIssue] {
    (log.issues + issues).enumerated().sorted {
      ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
    }.map(\.element)
  }

  private mutating func note(_ sentence: String, index: Int, isNotice: Bool) {
    issues.append(
      LineIssue(line: log.line(of: index), seq: log.events[index].seq, isNotice: isNotice, sentence: sentence)
    )
  }
}
