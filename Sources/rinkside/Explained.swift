import BoardRuntime
import Broker
import CursesScreen
import Feeds
import Following
import Handover
import Journal
import Operation
import RaceLog
import Serving

/// An error that says in words what happened, where, and what to do now.
protocol Explained: Error {
  /// The words.
  var sentence: String { get }
}

extension Explained {
  /// What to say, a line each. Only a start list has several problems: in anything else a line break is part of a name
  /// that must not begin a line of its own.
  var sentences: [String] {
    self is StartListFile.Failure ? sentence.split(separator: "\n").map(String.init) : [sentence]
  }
}

extension LogFileError: Explained {}
extension FileWriteError: Explained {}
extension UsageError: Explained {}
extension StartListFile.Failure: Explained {}
extension LadderFile.Failure: Explained {}
extension JournalError: Explained {}
extension FeedProblem: Explained {}
extension AddressProblem: Explained {}
extension ServingError: Explained {}
extension BrokerAddressError: Explained {}
extension BrokerProblem: Explained {}
extension DeskError: Explained {}
extension OperateScript.Failure: Explained {}

extension ScreenError: Explained {
  var sentence: String { message }
}

extension LogProblem: Explained {}

extension SystemFault: Explained {
  var sentence: String { "The system gives no descriptor (\(reason))." }
}
