import BoardRuntime
import CursesScreen
import Feeds
import Journal
import Operation
import RaceLog

/// An error that says in words what happened, where, and what to do now.
protocol Explained: Error {
  /// The words, a line for each problem.
  var sentence: String { get }
}

extension LogFileError: Explained {}
extension FileWriteError: Explained {}
extension UsageError: Explained {}
extension StartListFile.Failure: Explained {}
extension JournalError: Explained {}
extension FeedProblem: Explained {}
extension DeskError: Explained {}

extension ScreenError: Explained {
  var sentence: String { message }
}

extension LogProblem: Explained {}

extension StorageFault: Explained {
  var sentence: String { "The system gives no descriptor (\(reason))." }
}
