/// Why a file cannot be read as a log at all.
package enum LogFileError: Error, Hashable, Sendable {
  /// No such file.
  case notFound(String)
  /// A directory.
  case isDirectory(String)
  /// Not allowed.
  case notReadable(String)
  /// Reading failed, with the system's reason.
  case failed(String, reason: String)
  /// Nothing in it.
  case empty(String)
  /// Bytes, no text.
  case binary(String)
  /// A format newer than this program.
  case unsupportedFormat(String, line: Int, format: Int)

  /// What happened, where, and what to do now.
  package var sentence: String {
    switch self {
    case .notFound(let file): "\(file): no such file. Name a race log, or leave the name out for the demo."
    case .isDirectory(let file): "\(file): a directory. Name a race log in it, a file ending in .ndjson."
    case .notReadable(let file): "\(file): reading is not permitted. Ask its owner, or copy it."
    case .failed(let file, let reason): "\(file): cannot be read (\(reason))."
    case .empty(let file): "\(file): empty. A race log begins with a `meet` event."
    case .binary(let file): "\(file): binary data, not a race log (one JSON object a line)."
    case .unsupportedFormat(let file, let line, let format):
      "\(file):\(line): \(LogProblem.unsupportedFormat(format).sentence)."
    }
  }
}
