package import FoundationEssentials
package import RaceLog
package import Scoreboard

/// A log that grows, folded as it comes.
package struct LiveLog: Sendable {
  /// The log so far.
  package private(set) var log: EventLog
  /// Its state now.
  package private(set) var meet = Meet()
  /// How many lines changed nothing because something is wrong with them.
  package private(set) var errors = 0
  /// Why it is no log for this program; nil where it is one.
  package private(set) var refusal: LogFileError?

  private var issues = 0

  /// A log without a line.
  package init(file: String) { log = EventLog(file: file, bytes: Data()) }

  /// Takes in more of it.
  ///
  /// - Returns: the new events.
  @discardableResult
  package mutating func take(_ bytes: Data) -> Range<Int> {
    guard refusal == nil else { return log.events.count..<log.events.count }
    let first = log.events.count
    do throws(LogFileError) { try log.extend(with: bytes) } catch { refusal = error }
    while meet.eventCount < log.events.count {
      do { try meet.applyNext(of: log) } catch { errors += 1 }
    }
    errors += log.issues.dropFirst(issues).count { !$0.isNotice }
    issues = log.issues.count
    return first..<log.events.count
  }
}
