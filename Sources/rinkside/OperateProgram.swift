import ArgumentParser
import BoardRuntime
import Broker
import CellGrid
import CursesScreen
import Feeds
import FoundationEssentials
import Glibc
import Journal
import Operation
import RaceLog
import Scoreboard
import Serving

/// Runs the scoreboard at rinkside.
struct OperateProgram: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "operate",
    abstract: "Run the scoreboard at rinkside: time by hand and from feeds, correct, confirm.",
    discussion: "The same command again resumes, whatever happened.")

  @Argument(help: "The journal: a race log that is opened, or created.")
  var journal: String
  @Option(
    help: "Races and entries of a new journal: a CSV file (`rinkside start-list --template` prints one).")
  var startList: String?
  @Option(help: "Races, entries and references of a new journal: those of another log.")
  var from: String?
  @Option(help: "The meet's name, for a new journal.")
  var name: String?
  @Option(
    help: "Events from devices and programs, one a line: a file or pipe that grows, - for standard input.")
  var feed: [String] = []
  @Option(help: "A feed of this name may say anything; others what they measured.")
  var trust: [String] = []
  @Option(help: "Serve the meet over HTTP while it is operated: HOST:PORT; port 0 is any that is free.")
  var serve: String?
  @OptionGroup var serving: ServeOptions
  @Option(
    help:
      "A file with the token that POST /events takes; else RINKSIDE_TOKEN in the environment is the token.")
  var tokenFile: String?
  @Option(help: "Do the commands of a file, one a line, and end: no terminal is used. - is standard input.")
  var script: String?
  @OptionGroup var publishing: PublishOptions
  @OptionGroup var cup: CupChoices
  @Flag(help: "No colours. Also with NO_COLOR in the environment.")
  var noColor = false
  @Flag(help: "ASCII characters only.")
  var ascii = false

  func validate() throws {
    if let serve { _ = try ServeOptions.address(serve, option: "--serve") }
    guard serve == nil || script == nil else {
      throw ValidationError("--serve goes with a console, not with --script.")
    }
    guard serve != nil || tokenFile == nil else { throw ValidationError("--token-file needs --serve.") }
  }

  mutating func run() throws {
    try orExit {
      let ended = try Self.work(self)
      if let trouble = ended.trouble { Output.complain(trouble) }
      if ended.unpublished > 0 {
        let events = Output.count(ended.unpublished, "event")
        Output.complain("\(events) not on the broker yet; the same command again publishes what is left.")
      }
      if ended.unsaved > 0 { throw ExitCode(2) }
      try ended.ending.orExit()
    }
  }

  /// How it ended, for whoever stands before the terminal that was given back.
  private struct Ended {
    let ending: BoardLoop.Ending
    let unsaved: Int
    /// Why not everything is on disk; nil where it is.
    let trouble: String?
    /// How many events of the journal a broker is not known to have.
    let unpublished: Int

    init(_ ending: BoardLoop.Ending, _ saved: JournalState, unpublished: Int = 0) {
      self.unpublished = unpublished
      self.ending = ending
      unsaved = saved.unsavedLines
      trouble = saved.trouble?.sentence
    }
  }

  /// The terminal lives in this function only, so that it is given back before anything is printed.
  private static func work(_ program: OperateProgram) throws -> Ended {
    // Nothing is created for a start list that cannot be taken.
    let programme = program.isNew ? try program.programme() : nil
    try program.publishing.check()
    let opened = try Journal.open(program.journal)
    let cup = try program.cup.options()
    let machine = MachineClock()
    var desk = try Desk(
      reading: opened.contents, file: program.journal, now: machine.stamp, wall: machine.wall,
      trusted: Set(program.trust.map { $0 == "-" ? "standard input" : $0 }))
    let isNew = desk.log.events.isEmpty
    var notices = opened.notices.map(\.sentence)
    if isNew {
      let programme = try programme ?? program.programme()
      try desk.enter(programme.drafts(at: machine.wall), at: desk.anchor.instant(machine.stamp.ticks))
      notices += programme.notices
    } else {
      notices = resuming(desk) + notices
      notices += try program.complete(&desk, contents: opened.contents)
    }
    if let script = program.script { return try work(script, at: desk, in: opened.journal, of: program) }
    let feeds = try program.feed.map(FeedReader.init)
    // A port that is taken is said before the screen is.
    let inbox = program.serve == nil ? nil : try Inbox()
    var outlets = try program.outlets(inbox, cup, &notices)
    var terminal = try CursesTerminal(noColor: program.noColor, ascii: program.ascii)
    var session = OperateSession(
      desk, saved: opened.journal.news(), feeds: feeds.map(\.source.name), themes: terminal.themes)
    session.cup = cup
    session.greet(notices)
    let publisher = try program.publishing.publisher(of: program.journal)
    if let publisher { outlets.append(publisher) }
    var loop = try OperateLoop(
      opened.journal, feeds: feeds, outlets: outlets, inbox: inbox, ladders: cup.ladders,
      base: OfficialSheets.base(ofJournal: program.journal))
    let (ending, saved) = loop.run(&session, on: &terminal)
    return Ended(ending, saved, unpublished: publisher?.left ?? 0)
  }

  /// Does a script; what it did before a line that fails is saved.
  private static func work(
    _ script: String, at desk: Desk, in journal: Journal, of program: OperateProgram
  ) throws -> Ended {
    var desk = desk
    let anchor = desk.anchor
    let failure = Output.ending {
      let lines = try OperateScript(LogFile.read(script), file: script == "-" ? "standard input" : script)
      try lines.run(
        &desk, now: { anchor.instant(MachineClock.now) }, report: { try Output.printLine($0) })
    }
    journal.append(desk.takeUnsaved())
    let saved = journal.close()
    let publisher = try program.publishing.publisher(of: saved.path)
    publisher?.close()
    if saved.unsavedLines == 0, let failure { throw failure }
    return Ended(.quit, saved, unpublished: publisher?.left ?? 0)
  }

  /// What shows the meet elsewhere, and what is to be said about it.
  private func outlets(
    _ inbox: Inbox?, _ cup: CupOptions, _ notices: inout [String]
  ) throws -> [any Outlet] {
    guard let serve, let inbox else { return [] }
    let address = try ServeOptions.address(serve, option: "--serve")
    var options = try serving.at(address)
    options.cup = cup
    options.posting = Posting(
      inbox, access: try ServeOptions.access(at: address, tokenFile: tokenFile))
    let outlet = try ServingOutlet(journal, options)
    notices.append("serving on \(options.scheme)://\(outlet.address.text)")
    if let notice = options.notice { notices.insert(notice, at: 0) }
    return [outlet]
  }

  /// Whether there is no journal yet, or an empty one.
  private var isNew: Bool {
    var facts = stat()
    return unsafe stat(journal, &facts) != 0 || facts.st_size == 0
  }

  private func programme() throws -> NewMeet {
    try NewMeet(journal: journal, name: name, startList: startList, from: from)
  }

  /// Enters what the journal lacks of its start list, where nothing else has happened since.
  private func complete(_ desk: inout Desk, contents: Data) throws -> [String] {
    guard startList != nil || from != nil else { return [] }
    let hasOnlyProgramme = desk.log.events.allSatisfy {
      ["meet", "race", "entry", "reference"].contains($0.content.typeName)
    }
    if hasOnlyProgramme, let first = desk.log.events.first {
      let programme = try programme()
      let missing = programme.missing(in: contents, of: desk.log)
      if !missing.isEmpty {
        try desk.enter(missing, at: first.at)
        return programme.notices + ["The start list in the journal was not complete; the rest is entered."]
      }
    }
    return ["The journal has its start list already; the option is not read again."]
  }

  /// What is to be said when a journal goes on.
  private static func resuming(_ desk: Desk) -> [String] {
    var notices = ["resumed: \(Output.count(desk.log.events.count, "event"))"]
    if desk.anchor.basis == .wallClockAfterReboot {
      notices.append("The machine was started anew while the race ran: its clock now follows the wall clock.")
    }
    let errors = desk.log.issues.count { !$0.isNotice }
    if errors > 0 {
      notices.append("\(Output.count(errors, "error")) in the journal: rinkside check lists them.")
    }
    return notices
  }
}
