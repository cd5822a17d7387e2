import ArgumentParser
import BoardRuntime
import CellGrid
import CursesScreen
import Feeds
import Glibc
import RaceLog

/// The only way to standard output and standard error: nothing from a log or an argument passes it unfiltered.
enum Output {
  /// Standard output did not take what was printed.
  struct Failure: Error {
    /// The system's error number.
    let errno: CInt

    /// What happened, for the user.
    var sentence: String {
      "standard output: cannot be written (\(unsafe String(cString: strerror(errno))))."
    }
  }

  /// Prints text, line by line, each without anything that could steer a terminal.
  static func print(_ text: String, endsLine: Bool = true) throws(Failure) {
    try write(SafeText.cleanLines(text) + (endsLine ? "\n" : ""), to: STDOUT_FILENO)
  }

  /// Prints one line, in which even a line feed has no effect: what a log says cannot begin a line of its own.
  static func printLine(_ line: String) throws(Failure) {
    try write(SafeText.clean(line) + "\n", to: STDOUT_FILENO)
  }

  /// Prints a sentence about something that went wrong, in one line.
  static func complain(_ sentence: String) {
    writeError("rinkside: " + SafeText.clean(sentence) + "\n")
  }

  /// Prints what the parser of arguments has to say, which may be several lines.
  static func sayWrongUsage(_ message: String) {
    writeError(SafeText.cleanLines(message) + "\n")
  }

  /// Says how many lines of which logs were left out, so that nobody takes what was printed for all there is.
  static func complain(ofErrors errors: [(file: String, count: Int)]) {
    for (file, count) in errors {
      complain(
        "\(file): \(Output.count(count, "error")); rinkside check \(file) lists \(count == 1 ? "it" : "them")."
      )
    }
  }

  /// A number with its noun: "1 error", "2 errors".
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// Does a piece of work; what goes wrong is said in a sentence.
  ///
  /// - Returns: The status to end with; nil if all went well.
  static func ending(_ work: () throws -> Void) -> (any Error)? {
    do {
      try work()
      return nil
    } catch let error as any Explained {
      error.sentences.forEach(complain)
      if case .some(let usage) = error as? UsageError, usage.isWrongUsage {
        return ExitCode.validationFailure
      }
    } catch let error as Failure {
      // The reader has had enough, as `head` has: that is no mistake, and the status is the one of the signal.
      if error.errno == EPIPE { return ExitCode(128 + SIGPIPE) }
      complain(error.sentence)
    } catch {
      return error
    }
    return ExitCode(2)
  }

  private static func writeError(_ text: String) {
    // Where complaints cannot be written there is nowhere left to complain; the status still tells.
    do { try write(text, to: STDERR_FILENO) } catch { return }
  }

  private static func write(_ text: String, to descriptor: CInt) throws(Failure) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        let error = errno
        if error == EINTR { continue }
        throw Failure(errno: error)
      }
      bytes = bytes.dropFirst(count)
    }
  }
}

extension ParsableCommand {
  /// Runs a piece of work; what goes wrong is said in a sentence and ends with a status.
  func orExit(_ work: () throws -> Void) throws {
    if let ending = Output.ending(work) { throw ending }
  }
}
