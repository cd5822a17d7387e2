import CNCurses
package import CellGrid
import Glibc

/// The terminal, taken over for the board and given back when the value ends.
///
/// There is at most one, and only the code that made it can use it: ncurses is not made for more. Keep it in a
/// function, not in a global, or it will not be given back.
package struct CursesScreen: ~Copyable {
  /// True when everything is drawn in ASCII, because the locale is not UTF-8 or it was asked for.
  package let usesASCII: Bool
  /// The colours it draws with.
  package let colourDepth: ColourDepth
  /// True while the terminal lags behind what was presented, because it takes nothing. The next
  /// ``present(_:theme:)`` sends what is missing.
  package private(set) var isBehind = false
  private let synchronised: Bool
  private var shown: CellGrid?
  private var styles: StyleTable?
  private var row: [rk_cell] = []

  /// Takes the terminal over: alternate screen, hidden cursor, keys one by one, signals as bytes in a pipe.
  /// Until the end, standard error is kept aside if it goes to a terminal.
  ///
  /// - Throws: ``ScreenError``; the terminal is then as it was.
  package init(options: ScreenOptions = ScreenOptions()) throws(ScreenError) {
    guard let type = options.type ?? Self.environment("TERM"), !type.isEmpty else {
      throw .noType
    }
    let isUTF8 = rk_locale(options.ascii == false ? 1 : 0) == 1
    let colour = options.colour ?? (Self.environment("NO_COLOR") ?? "").isEmpty
    var error: CInt = 0
    let result = unsafe rk_start(options.terminal, type, colour ? 1 : 0, &error)
    if let problem = Self.problem(Int(result), options: options, type: type, error: error) { throw problem }
    usesASCII = options.ascii == true || !isUTF8
    colourDepth = ColourDepth(colours: rk_colours())
    synchronised = options.synchronised
  }

  deinit { rk_end() }

  /// Its size in cells.
  package var size: GridSize { GridSize(columns: Int(rk_columns()), rows: Int(rk_rows())) }

  /// True once the terminal has gone away. Drawing then does nothing.
  package var isLost: Bool { rk_lost() == 1 }

  /// Readable when there may be keys. It is -1, which `poll` skips, once the screen was left.
  package var keyDescriptor: CInt { rk_key_descriptor() }

  /// Readable when there are signals.
  package var signalDescriptor: CInt { rk_signal_descriptor() }

  /// Shows a grid. What lies beyond it is blank, what lies beyond the terminal is cut off, and only what
  /// changed since the last time is sent. Nothing is, as long as the terminal takes nothing.
  package mutating func present(_ grid: borrowing CellGrid, theme: Theme) {
    let picture = usesASCII ? grid.asASCII() : copy grid
    let isNewTheme = styles?.theme != theme
    let table = isNewTheme ? StyleTable(theme, depth: colourDepth) : styles
    guard let table else { return }
    styles = table
    let hasChanges = put(picture, from: isNewTheme ? nil : shown, in: table)
    if hasChanges || isBehind { isBehind = rk_flush(synchronised ? 1 : 0) == 1 }
    shown = picture
  }

  /// Every key pressed since the last time, oldest first. Does not wait.
  package mutating func readKeys() -> [Key] {
    var reports: [KeyReport] = []
    var code: UInt32 = 0
    while true {
      switch Int(unsafe rk_read_key(&code)) {
      case RK_CHARACTER: reports.append(.character(code))
      case RK_SPECIAL: reports.append(.special(code))
      default: return KeyDecoder.keys(from: reports)
      }
    }
  }

  /// Every signal since the last time, oldest first, and none twice. Does not wait. A terminal that is gone
  /// counts as ``TerminalSignal/hangUp``, each time.
  package mutating func readSignals() -> [TerminalSignal] {
    var signals: [TerminalSignal] = []
    var wasContinued = false
    while true {
      let number = rk_read_signal()
      guard number != 0 else { break }
      wasContinued = wasContinued || number == SIGCONT
      if let signal = TerminalSignal(number: number), !signals.contains(signal) { signals.append(signal) }
    }
    if isLost && !signals.contains(.hangUp) { signals.append(.hangUp) }
    // About to end, there is no reason to fight the shell for the terminal.
    if wasContinued && signals.allSatisfy({ $0 == .resize || $0 == .suspend }) { resume() }
    return signals
  }

  /// Takes on the terminal's size, to be called after ``TerminalSignal/resize``.
  ///
  /// - Returns: The size to draw for from now on. A terminal that claims to have no size keeps the one before.
  package mutating func fitToTerminal() -> GridSize {
    rk_fit()
    shown = nil
    return size
  }

  /// Clears the terminal; the next ``present(_:theme:)`` sends everything.
  package mutating func redraw() {
    shown = nil
    rk_repaint()
  }

  /// Gives the terminal back, stops the program as Ctrl-Z does, and takes the terminal again when it continues.
  /// Afterwards the size may be another, and everything is to be drawn again. A terminal that is not the controlling one
  /// has no shell that would continue the program, so nothing happens there.
  package mutating func suspend() {
    rk_suspend()
    shown = nil
  }

  private mutating func resume() {
    rk_resume()
    shown = nil
  }

  /// - Returns: False if there was nothing to do.
  private mutating func put(_ picture: CellGrid, from before: CellGrid?, in table: StyleTable) -> Bool {
    let isNewSize = before?.size != picture.size
    var hasChanges = isNewSize
    for index in 0..<picture.size.rows {
      if !isNewSize, let before, before.hasSameRow(index, as: picture) { continue }
      hasChanges = true
      row.removeAll(keepingCapacity: true)
      for cell in picture.cells(inRow: index) {
        if cell.isContinuation, !row.isEmpty {
          row[row.count - 1].width = 2
        } else {
          let look = table[cell.role]
          row.append(rk_cell(cell, look.attributes, look.pair))
        }
      }
      unsafe rk_put_row(CInt(index), row, CInt(row.count))
    }
    if isNewSize, picture.size.rows < size.rows {
      for index in picture.size.rows..<size.rows { unsafe rk_put_row(CInt(index), row, 0) }
    }
    return hasChanges
  }

  private static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  private static func problem(
    _ result: Int, options: ScreenOptions, type: String, error: CInt
  ) -> ScreenError? {
    switch result {
    case RK_STARTED: nil
    case RK_CANNOT_OPEN: .noTerminal(path: options.terminal, errno: error)
    case RK_NOT_A_TERMINAL: .notATerminal(path: options.terminal)
    case RK_UNKNOWN_TYPE: .unknownType(type)
    case RK_NO_CURSOR: .cannotPlaceText(type: type)
    case RK_NO_SIGNAL_PIPE: .noPipe(errno: error)
    default: .alreadyOpen
    }
  }
}

@available(*, unavailable)
extension CursesScreen: Sendable {}

extension rk_cell {
  fileprivate init(_ cell: Cell, _ attributes: UInt8, _ pair: CInt) {
    let marks = cell.marks
    self.init(
      scalars: (cell.base.value, marks[0], marks[1], marks[2], marks[3]), pair: pair, attributes: attributes,
      width: 1)
  }
}
