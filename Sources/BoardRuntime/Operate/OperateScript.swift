package import FoundationEssentials
package import Operation
package import RaceLog

/// The desk worked by a file of command lines, without a terminal: what an operator types after `:`, one a line.
package struct OperateScript: Sendable {
  /// Why a script stopped. What stands before that line was done.
  package enum Failure: Error, Hashable, Sendable {
    /// Not a command.
    case unreadable(file: String, line: Int, CommandError)
    /// Not done.
    case refused(file: String, line: Int, DeskError)

    /// Where, and what is in the way.
    package var sentence: String {
      switch self {
      case .unreadable(let file, let line, let error): "\(file):\(line): \(error.sentence)"
      case .refused(let file, let line, let error): "\(file):\(line): \(error.sentence)"
      }
    }
  }

  private let file: String
  private let lines: [(number: Int, command: DeskCommand)]

  /// Reads a script. Blank lines and those that begin with `#` say nothing.
  ///
  /// - Throws: the first line that is no command; nothing was done then.
  package init(_ bytes: Data, file: String) throws(Failure) {
    self.file = file
    var lines: [(Int, DeskCommand)] = []
    let text = String(decoding: bytes, as: UTF8.self)
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      guard let first = line.first(where: { $0 != " " }), first != "#" else { continue }
      do { lines.append((index + 1, try DeskCommand(String(line)))) } catch {
        throw .unreadable(file: file, line: index + 1, error)
      }
    }
    self.lines = lines
  }

  /// Does the lines one after the other.
  ///
  /// - Parameters:
  ///   - now: the moment on the log's clock, asked for each line.
  ///   - report: is told what each line did.
  /// - Throws: the first line that was not done; those after it are not tried.
  package func run(_ desk: inout Desk, now: () -> Instant, report: (String) throws -> Void) throws {
    for (number, command) in lines {
      let done: String
      do { done = try desk.perform(command, at: now()) } catch {
        throw Failure.refused(file: file, line: number, error)
      }
      try report(done)
    }
  }
}
