import ArgumentParser
import BoardRuntime
import Operation
import RaceLog

/// Checks a start list, or prints one to fill in.
struct StartListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start-list",
    abstract: "Check a start list (CSV) and print what would be entered; exit 2 with every problem of it.")

  @Argument(help: "A start list (.csv); - reads standard input.")
  var file: String?
  @Flag(help: "Print a start list to fill in, with all columns.")
  var template = false

  func validate() throws {
    guard template != (file != nil) else {
      throw ValidationError("Name a start list, or ask for --template.")
    }
  }

  mutating func run() throws {
    guard let file else {
      try orExit { try Output.print(StartList.template, endsLine: false) }
      return
    }
    try orExit {
      let list: (drafts: [EventDraft], notices: [String])
      do throws(StartListFile.Failure) {
        list = try StartListFile.read(file)
      } catch {
        if case .wrong(let problems) = error { problems.notices.forEach(Output.complain) }
        throw error
      }
      try Output.print(StartListPreview.text(list.drafts), endsLine: false)
      list.notices.forEach(Output.complain)
    }
  }
}
