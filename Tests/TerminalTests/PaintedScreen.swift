/// What a program has painted on a VT100, ASCII only: as much of that terminal as curses uses.
struct PaintedScreen {
  /// How many frames were painted whole.
  private(set) var frames = 0
  /// The rows as they were after the last whole frame. What is half painted says things that are not so.
  private(set) var rows: [String]

  private var cells: [[UInt8]]
  private var row = 0
  private var column = 0
  /// The sequence that has begun; empty outside of one.
  private var sequence: [UInt8] = []

  init(columns: Int, rows: Int) {
    cells = Array(repeating: Array(repeating: Self.blank, count: columns), count: rows)
    self.rows = Array(repeating: "", count: rows)
  }

  private static let blank = UInt8(ascii: " ")
  private static let escape: UInt8 = 27

  /// The last whole frame.
  var text: String { rows.joined(separator: "\n") }

  /// Takes what the program wrote next.
  ///
  /// - Parameter frame: gets the screen after each whole frame in it.
  mutating func take(_ bytes: [UInt8], frame: (PaintedScreen) -> Void = { _ in }) {
    for byte in bytes {
      let before = frames
      take(byte)
      if frames > before { frame(self) }
    }
  }

  private mutating func take(_ byte: UInt8) {
    if !sequence.isEmpty {
      sequence.append(byte)
      if isComplete { obey() }
      return
    }
    switch byte {
    case Self.escape: sequence = [byte]
    case 8: column = max(column - 1, 0)
    case 9: column = min(column / 8 * 8 + 8, cells[0].count - 1)
    case 10: row = min(row + 1, cells.count - 1)
    case 13: column = 0
    case 32...:
      guard cells[row].indices.contains(column) else { return }
      cells[row][column] = byte
      column += 1
    default: break
    }
  }

  /// `ESC [` goes on to a letter, `ESC (` and `ESC )` to one sign; anything else is two signs.
  private var isComplete: Bool {
    guard sequence.count > 1 else { return false }
    switch sequence[1] {
    case UInt8(ascii: "["): return sequence.count > 2 && (64...126).contains(sequence[sequence.count - 1])
    case UInt8(ascii: "("), UInt8(ascii: ")"): return sequence.count > 2
    default: return true
    }
  }

  private mutating func obey() {
    let whole = String(decoding: sequence.dropFirst(), as: UTF8.self)
    sequence = []
    guard whole.hasPrefix("["), let end = whole.last else { return }
    let numbers = whole.dropFirst().dropLast().split(separator: ";").map { Int($0) ?? 0 }
    let count = max(numbers.first ?? 1, 1)
    let (lastRow, lastColumn) = (cells.count - 1, cells[0].count - 1)
    switch end {
    case "H":
      row = min(count - 1, lastRow)
      column = min(max(numbers.dropFirst().first ?? 1, 1) - 1, lastColumn)
    case "A": row = max(row - count, 0)
    case "B": row = min(row + count, lastRow)
    case "C": column = min(column + count, lastColumn)
    case "D": column = max(column - count, 0)
    case "J":
      clear(row, from: column, to: lastColumn)
      for below in (row + 1)..<max(cells.count, row + 1) { clear(below, from: 0, to: lastColumn) }
    case "K": numbers.first == 1 ? clear(row, from: 0, to: column) : clear(row, from: column, to: lastColumn)
    case "l" where whole == "[?2026l":
      frames += 1
      rows = cells.map { String(decoding: $0, as: UTF8.self) }
    default: break
    }
  }

  private mutating func clear(_ row: Int, from first: Int, to last: Int) {
    guard first <= last else { return }
    for column in first...last { cells[row][column] = Self.blank }
  }
}
