package import Operation
package import RaceLog

/// A start list in a file.
package enum StartListFile {
  /// Why a start list cannot be taken.
  package enum Failure: Error, Hashable, Sendable {
    /// No such file.
    case notFound(String)
    /// The file cannot be read.
    case notReadable(LogFileError)
    /// What is in it has to be mended.
    case wrong(StartListProblems)

    /// What happened, where, and what to do now: a line for each problem.
    package var sentence: String {
      switch self {
      case .notFound(let file):
        "\(file): no such file. Name a start list (CSV); `rinkside start-list --template` prints one to fill in."
      case .notReadable(.isDirectory(let file)): "\(file): a directory. Name a start list (CSV) in it."
      case .notReadable(let error): error.sentence
      case .wrong(let problems): problems.sentence
      }
    }
  }

  /// Reads a start list; `-` is standard input.
  ///
  /// - Returns: the drafts of its events, and what was left out or guessed.
  package static func read(_ path: String) throws(Failure) -> (drafts: [EventDraft], notices: [String]) {
    do {
      return try StartList.read(LogFile.read(path), file: path == "-" ? "standard input" : path)
    } catch let error as StartListProblems {
      throw .wrong(error)
    } catch let error as LogFileError {
      if case .notFound(let file) = error { throw .notFound(file) }
      throw .notReadable(error)
    } catch {
      throw .notReadable(.failed(path, reason: "\(error)"))
    }
  }
}
