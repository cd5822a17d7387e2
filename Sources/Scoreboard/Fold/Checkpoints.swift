package import RaceLog

/// A log with states of its meet kept along the way, so that any moment is a short fold away.
package struct Checkpoints: Sendable {
  /// The log.
  package let log: EventLog
  /// What the fold had to say about events, in order.
  package private(set) var issues: [LineIssue] = []
  private var kept: KeptMeets

  /// Folds a whole log, keeping a state every so many events.
  package init(_ log: EventLog, spacing: Int = 8192) {
    self.log = log
    kept = KeptMeets(spacing: spacing)
    var meet = Meet()
    for index in log.events.indices {
      do {
        for notice in try meet.applyNext(of: log) { note(notice.sentence, index: index, isNotice: true) }
      } catch {
        note(error.sentence, index: index, isNotice: false)
      }
      kept.keep(meet, of: log)
    }
    for notice in meet.unfinishedActions {
      note(notice.sentence, index: log.events.count - 1, isNotice: true)
    }
  }

  /// The state after so many events.
  package func meet(after count: Int) -> Meet {
    let wanted = min(max(count, 0), log.events.count)
    var meet = kept.nearest(before: wanted)
    meet.advance(to: wanted, of: log)
    return meet
  }

  /// Every error and notice of the log, in order of lines.
  package var allIssues: [LineIssue] {
    (log.issues + issues).enumerated().sorted {
      ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
    }.map(\.element)
  }

  /// How many lines changed nothing because something is wrong with them.
  package var errorCount: Int { log.issues.count { !$0.isNotice } + issues.count { !$0.isNotice } }

  private mutating func note(_ sentence: String, index: Int, isNotice: Bool) {
    issues.append(
      LineIssue(line: log.line(of: index), seq: log.events[index].seq, isNotice: isNotice, sentence: sentence)
    )
  }
}
