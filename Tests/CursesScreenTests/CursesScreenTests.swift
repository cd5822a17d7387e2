import CellGrid
import CursesScreen
import Glibc
import TerminalHarness
import Testing

/// One at a time: a process has only one screen.
@Suite(.serialized) struct CursesScreenTests {
  let terminal: PseudoTerminal

  init() throws {
    terminal = try PseudoTerminal(columns: 40, rows: 12)
  }

  func options(type: String = "xterm-256color", colour: Bool? = true, ascii: Bool? = false) -> ScreenOptions {
    ScreenOptions(terminal: terminal.path, type: type, colour: colour, ascii: ascii)
  }

  func grid(_ text: String, role: Role = .plain, size: GridSize = GridSize(columns: 40, rows: 12)) -> CellGrid
  {
    var grid = CellGrid(size: size)
    grid.put(text, column: 1, row: 1, role: role)
    return grid
  }

  @Test func theTerminalIsGivenBackAsItWas() throws {
    let before = terminal.settings
    do {
      var screen = try CursesScreen(options: options())
      let size = screen.size
      #expect(size == GridSize(columns: 40, rows: 12))
      #expect(terminal.settings != before)
      screen.present(grid("TAKAGI 高木 −0.01"), theme: .colour)
      let entered = terminal.output(until: "\u{1B}[?2026l")
      #expect(entered.contains("\u{1B}[?1049h"))
      #expect(entered.contains("TAKAGI 高木 −0.01"))
    }
    #expect(terminal.settings == before)
    #expect(terminal.output(until: "\u{1B}[?1049l").contains("\u{1B}[?1049l"))
  }

  @Test func onlyWhatChangedIsSent() throws {
    var screen = try CursesScreen(options: options())
    screen.present(grid("1:02.3"), theme: .colour)
    _ = terminal.output(until: "\u{1B}[?2026l")
    screen.present(grid("1:02.3"), theme: .colour)
    screen.present(grid("1:02.4"), theme: .colour)
    let sent = terminal.output(until: "\u{1B}[?2026l")
    #expect(sent == "\u{1B}[?2026h\u{8}4\u{1B}[?2026l")
    screen.redraw()
    screen.present(grid("1:02.4"), theme: .colour)
    #expect(terminal.output(until: "\u{1B}[?2026l").contains("1:02.4"))
  }

  @Test(
    arguments: [
      ("xterm-256color", true, ColourDepth.palette, "38;5;220"), ("xterm", true, .eight, "[33m"),
      ("xterm-256color", false, .none, "[0;1m"), ("vt100", true, .none, "[0;1m"),
    ])
  func coloursFollowTheTerminal(type: String, colour: Bool, depth: ColourDepth, sent: String) throws {
    var screen = try CursesScreen(options: options(type: type, colour: colour))
    screen.present(grid("GOETZ", role: .leader), theme: .colour)
    let output = terminal.output(until: "\u{1B}[?2026l")
    let found = screen.colourDepth
    #expect(found == depth)
    #expect(output.contains(sent))
    #expect(output.contains("GOETZ"))
  }

  @Test func asciiWhereAskedFor() throws {
    var screen = try CursesScreen(options: options(ascii: true))
    let isASCII = screen.usesASCII
    #expect(isASCII)
    screen.present(grid("Łukasz −0.14 ▲"), theme: .monochrome)
    let output = terminal.output(until: "\u{1B}[?2026l")
    #expect(output.contains("Lukasz -0.14 ^") && output.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func keysComeFromTheTerminal() throws {
    var screen = try CursesScreen(options: options())
    let none = screen.readKeys()
    #expect(none == [])
    terminal.type("q\u{C}\r\t\u{7F}é\u{1B}OA\u{1B}[B\u{1B}[1;2D\u{1B}[1;2C\u{1B}OP\u{1B}Ou")
    terminal.type("\u{1B}[5~\u{1B}[Z\u{1B}[1;5A.")
    var keys: [Key] = []
    while keys.last != .character("."), PseudoTerminal.wait(for: screen.keyDescriptor) {
      keys += screen.readKeys()
    }
    #expect(
      keys == [
        .character("q"), .control("l"), .enter, .tab, .backspace, .character("é"), .up, .down, .shiftLeft,
        .shiftRight, .function(1), .character("5"), .pageUp, .backTab, .character("."),
      ])
  }

  @Test func signalsComeThroughTheDescriptor() throws {
    var screen = try CursesScreen(options: options())
    let before = screen.readSignals()
    #expect(before == [])
    var signals: Set<TerminalSignal> = []
    for signal in [SIGWINCH, SIGTERM, SIGINT] { kill(getpid(), signal) }
    while signals.count < 3, PseudoTerminal.wait(for: screen.signalDescriptor) {
      signals.formUnion(screen.readSignals())
    }
    #expect(signals == [.resize, .terminate, .interrupt])
    let again = screen.readSignals()
    #expect(again == [])
  }

  @Test(arguments: [(60, 20, 60, 20), (1, 1, 1, 1), (0, 0, 40, 12), (80, 0, 40, 12), (3000, 50, 1000, 50)])
  func theSizeFollowsTheTerminal(columns: UInt16, rows: UInt16, width: Int, height: Int) throws {
    var screen = try CursesScreen(options: options())
    terminal.resize(columns: columns, rows: rows)
    let size = screen.fitToTerminal()
    #expect(size == GridSize(columns: width, rows: height))
    // The announcement of the new size that ncurses makes as a key is not one.
    let typed = screen.readKeys()
    #expect(typed == [])
    screen.present(grid("GOETZ", size: GridSize(columns: 5, rows: 40)), theme: .colour)
    screen.present(grid("GOETZ", size: GridSize(columns: 90, rows: 2)), theme: .colour)
    let isLost = screen.isLost
    #expect(!isLost)
  }

  @Test func whatIsLeftOfALargerPictureIsCleared() throws {
    var screen = try CursesScreen(options: options())
    var large = grid("upper")
    large.put("lower", column: 0, row: 9, role: .plain)
    screen.present(large, theme: .colour)
    _ = terminal.output(until: "\u{1B}[?2026l")
    screen.present(grid("x", size: GridSize(columns: 3, rows: 3)), theme: .colour)
    let sent = terminal.output(until: "\u{1B}[?2026l")
    #expect(sent.contains("x") && (sent.contains("\u{1B}[K") || sent.contains("\u{1B}[J")))
  }

  @Test(
    arguments: [
      (ScreenOptions(terminal: "/dev/no-such-terminal", type: "xterm"), noSuchFile),
      (ScreenOptions(terminal: "/dev/null", type: "xterm"), .notATerminal(path: "/dev/null")),
      (ScreenOptions(terminal: "/dev/null", type: ""), .noType),
    ])
  func whatIsNoTerminalIsRefused(options: ScreenOptions, error: ScreenError) {
    #expect(throws: error) { _ = try CursesScreen(options: options) }
  }

  static let noSuchFile = ScreenError.noTerminal(path: "/dev/no-such-terminal", errno: ENOENT)

  @Test(arguments: [
    ("no-such-type", ScreenError.unknownType("no-such-type")), ("dumb", .cannotPlaceText(type: "dumb")),
  ])
  func typesThatCannotWorkAreRefused(type: String, error: ScreenError) {
    let before = terminal.settings
    #expect(throws: error) { _ = try CursesScreen(options: options(type: type)) }
    #expect(terminal.settings == before)
  }

  @Test func aTerminalThatGoesAwayIsNoticed() throws {
    var screen = try CursesScreen(options: options())
    screen.present(grid("1:02.3"), theme: .colour)
    terminal.hangUp()
    screen.present(grid("1:02.4"), theme: .colour)
    let isLost = screen.isLost
    let keys = screen.readKeys()
    let signals = screen.readSignals()
    #expect(isLost && keys.isEmpty && signals == [.hangUp])
    screen.redraw()
    screen.present(grid("1:02.5"), theme: .colour)
    screen.suspend()
    let size = screen.fitToTerminal()
    #expect(size == GridSize(columns: 40, rows: 12))
  }

  /// Nobody would let these tests go on.
  @Test func aTerminalThatIsNotTheControllingOneStopsNobody() throws {
    let before = terminal.settings
    var screen = try CursesScreen(options: options())
    screen.suspend()
    #expect(terminal.settings != before)
    screen.present(grid("1:02.3"), theme: .colour)
    #expect(terminal.output(until: "\u{1B}[?2026l").contains("1:02.3"))
  }

  @Test func aTerminalThatTakesNothingGetsTheRestLater() throws {
    var screen = try CursesScreen(options: options())
    screen.present(grid("1:02.3"), theme: .colour)
    _ = terminal.output(until: "\u{1B}[?2026l")
    let line = unsafe open(terminal.path, O_RDWR | O_NOCTTY)
    defer { close(line) }
    tcflow(line, TCOOFF)
    screen.present(grid("1:02.4"), theme: .colour)
    screen.present(grid("1:02.5"), theme: .colour)
    let wasBehind = screen.isBehind
    #expect(wasBehind && terminal.read().isEmpty)
    tcflow(line, TCOON)
    screen.present(grid("1:02.5"), theme: .colour)
    let isBehind = screen.isBehind
    #expect(!isBehind)
    #expect(terminal.output(until: "\u{1B}[?2026l") == "\u{1B}[?2026h\u{8}5\u{1B}[?2026l")
  }

  @Test func aFrameThatASignalToEndCutShortIsSentAgain() throws {
    var screen = try CursesScreen(options: options())
    screen.present(grid("1:02.3"), theme: .colour)
    _ = terminal.output(until: "\u{1B}[?2026l")
    kill(getpid(), SIGTERM)
    #expect(PseudoTerminal.wait(for: screen.signalDescriptor))
    screen.present(grid("1:02.4"), theme: .colour)
    let wasBehind = screen.isBehind
    let signals = screen.readSignals()
    #expect(wasBehind && signals == [.terminate] && terminal.read().isEmpty)
    screen.present(grid("1:02.4"), theme: .colour)
    #expect(terminal.output(until: "\u{1B}[?2026l").contains("4"))
  }

  @Test func aSecondScreenIsRefused() throws {
    let screen = try CursesScreen(options: options())
    #expect(throws: ScreenError.alreadyOpen) { _ = try CursesScreen(options: options()) }
    let size = screen.size
    #expect(size.columns == 40)
  }
}
