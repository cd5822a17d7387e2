import ArgumentParser
import BoardRuntime
import CellGrid
import CursesScreen
import Glibc
import RaceLog

/// The only way to standard output and standard error: nothing from a log passes it unfiltered.
enum Output {
  /// Prints text, line by line, each without anything that could steer a terminal.
  static func print(_ text: String, endsLine: Bool = true) {
    write(clean(text) + (endsLine ? "\n" : ""), to: STDOUT_FILENO)
  }

  /// Prints a sentence about something that went wrong.
  static func complain(_ sentence: String) {
    write("rinkside: " + clean(sentence) + "\n", to: STDERR_FILENO)
  }

  private static func clean(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { SafeText.clean(String($0)) }
      .joined(separator: "\n")
  }

  private static func write(_ text: String, to descriptor: CInt) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return
      }
      bytes = bytes.dropFirst(count)
    }
  }
}

extension ParsableCommand {
  /// Runs a piece of work; what goes wrong is said in a sentence and ends with status 2.
  func orExit(_ work: () throws -> Void) throws {
    do {
      try work()
    } catch let error as LogFileError {
      Output.complain(error.sentence)
      throw ExitCode(2)
    } catch let error as ScreenError {
      Output.complain(error.message)
      throw ExitCode(2)
    } catch let error as UsageError {
      Output.complain(error.sentence)
      throw ExitCode(2)
    }
  }
}
