import Glibc
import RaceLog

/// Why a source gives nothing, for now or for good.
package enum FeedProblem: Error, Hashable, Sendable {
  /// Not allowed.
  case notReadable(String)
  /// A directory, or something else that does not grow.
  case notAFile(String)
  /// Standard input is the terminal that keys come from.
  case terminal
  /// The system did not read it; the number says why.
  case failed(String, errno: CInt)
  /// The disk did not take what was written: what is in the file is not shown until another file
  /// takes its place.
  case notOnDisk(String, errno: CInt)
  /// A server, named by its address, does not give its log.
  case remote(RemoteProblem, at: String)
  /// A broker gives nothing, for now; the reason in a few words.
  case brokerAway(String, reason: String)
  /// A broker has no such log yet, or not any more.
  case brokerHasNoLog(String)
  /// A broker has several logs, and the address names none.
  case brokerHasLogs(String, [String])

  /// What happened, where, and what to do now.
  package var sentence: String {
    switch self {
    case .notReadable(let path): "\(path): reading is not permitted. Ask its owner."
    case .notAFile(let path): "\(path): not a file that grows. Name a log, or a pipe for a feed."
    case .terminal: "standard input is this terminal. Lead a feed into it: device | rinkside …"
    case .failed(let path, let number): "\(path): cannot be read (\(Self.reason(number)))."
    case .notOnDisk(let path, let number):
      "\(path): its disk fails (\(Self.reason(number))); nothing newer is shown until the log is written anew."
    case .remote(let problem, let address): "\(address): " + problem.words
    case .brokerAway(let name, let reason): "\(name): \(reason). It is tried again."
    case .brokerHasNoLog(let name): "\(name): the broker has no such log yet. It is waited for."
    case .brokerHasLogs(let name, let logs):
      "\(name): the broker has several logs. Name one: \(logs.map { "\(name)/\($0)" }.joined(separator: ", "))."
    }
  }

  private static func reason(_ number: CInt) -> String { unsafe String(cString: strerror(number)) }

  /// The problem behind an error number of the system.
  static func opening(_ path: String, _ number: CInt) -> FeedProblem {
    number == EACCES || number == EPERM ? .notReadable(path) : .failed(path, errno: number)
  }
}
