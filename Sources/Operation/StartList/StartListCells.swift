import LongTrack

/// A start list cut into cells that know their columns, and what was found wrong so far.
struct StartListCells {
  let file: String
  var problems: [StartListProblem] = []
  var notices: [String] = []
  /// The line of the header, from 1.
  private(set) var headerLine = 1
  private(set) var lines: [Line] = []

  private var places: [StartListColumn: StartListProblem.Column] = [:]

  /// A line below the header.
  struct Line {
    let number: Int
    let cells: [StartListColumn: String]

    subscript(_ column: StartListColumn) -> String? {
      cells[column].flatMap { $0.isEmpty ? nil : $0 }
    }
  }

  init(_ text: String, file: String) {
    self.file = file
    let sheet = CSVRows(text)
    if let line = sheet.openQuote { report(.openQuote, line: line) }
    guard let header = sheet.rows.first else {
      report(.empty, line: 1)
      return
    }
    headerLine = header.line
    readHeader(header, below: sheet.rows.dropFirst())
    for row in sheet.rows.dropFirst() { read(row, headings: header.cells.count) }
    if sheet.rows.count == 1 { report(.empty, line: header.line) }
  }

  /// Whether the file has a column.
  func has(_ column: StartListColumn) -> Bool { places[column] != nil }

  /// Notes something wrong with a line, or with one of its cells.
  mutating func report(_ kind: StartListProblem.Kind, line: Int, _ column: StartListColumn? = nil) {
    problems.append(
      StartListProblem(file: file, line: line, column: column.flatMap { places[$0] }, kind: kind))
  }

  private mutating func readHeader(_ header: CSVRows.Row, below rows: ArraySlice<CSVRows.Row>) {
    for (index, heading) in header.cells.enumerated() {
      let place = StartListProblem.Column(number: index + 1, heading: heading)
      guard let column = StartListColumn(heading: heading) else {
        if !heading.isEmpty {
          notices.append("\(file):\(header.line): column \(index + 1) (\(heading)) is not known; left out.")
        } else if rows.contains(where: { $0.cells.indices.contains(index) && !$0.cells[index].isEmpty }) {
          notices.append("\(file):\(header.line): column \(index + 1) has no heading; left out.")
        }
        continue
      }
      if let first = places[column] {
        problems.append(
          StartListProblem(file: file, line: header.line, column: place, kind: .columnTwice(first.number)))
      } else {
        places[column] = place
      }
    }
    if !has(.name), !has(.family) { report(.noColumn("name"), line: header.line) }
    if !has(.pair) { report(.noColumn("pair"), line: header.line) }
  }

  private mutating func read(_ row: CSVRows.Row, headings: Int) {
    let used = (row.cells.lastIndex { !$0.isEmpty } ?? 0) + 1
    guard used <= headings else {
      // Who knows which cell is which: what else seems wrong with the line would only mislead.
      report(.tooManyCells(used, headings: headings), line: row.line)
      return
    }
    var cells: [StartListColumn: String] = [:]
    for (column, place) in places where row.cells.indices.contains(place.number - 1) {
      cells[column] = row.cells[place.number - 1]
    }
    for column in StartListColumn.allCases {
      let limit = column == .members ? 2000 : 200
      // By scalars: a thousand accents on one letter are one character, and make no line of a log.
      guard let count = cells[column]?.unicodeScalars.count, count > limit else { continue }
      report(.tooLong(count, limit: limit), line: row.line, column)
    }
    lines.append(Line(number: row.line, cells: cells))
  }
}

// MARK: Cells

extension StartListCells {
  /// A whole number; nil for an empty cell and for one that is reported.
  mutating func number(_ line: Line, _ column: StartListColumn, in range: ClosedRange<Int>) -> Int? {
    guard let text = line[column] else { return nil }
    if let number = Int(text), range.contains(number) { return number }
    report(.notANumber(text, allowed: range), line: line.number, column)
    return nil
  }

  /// Whole numbers with `/` between them; nil for an empty cell and for one that is reported.
  mutating func numbers(_ line: Line, _ column: StartListColumn, in range: ClosedRange<Int>) -> [Int]? {
    guard let text = line[column] else { return nil }
    let parts = text.split(omittingEmptySubsequences: false) { "/ ,".contains($0) }.filter { !$0.isEmpty }
    let numbers = parts.compactMap { Int($0) }
    if numbers.count == parts.count, numbers.allSatisfy(range.contains) { return numbers }
    report(.notNumbers(text), line: line.number, column)
    return nil
  }

  /// A time, also with a comma, with dots between all parts, or a dash for none.
  mutating func time(_ line: Line, _ column: StartListColumn) -> RaceTime? {
    guard let text = line[column], !["-", "–", "—"].contains(text) else { return nil }
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," || $0 == ":" }
    let signs = text.filter { $0 == "." || $0 == "," || $0 == ":" }
    if let last = parts.last, let mark = signs.last, mark != ":" {
      do { return try RaceTime(parts.dropLast().joined(separator: ":") + "." + last) } catch {}
    }
    report(.notATime(text), line: line.number, column)
    return nil
  }

  /// One of some words, by any of the ways to write it.
  mutating func word<Word>(
    _ line: Line, _ column: StartListColumn, _ words: [(Word, [String])], allowed: String
  ) -> Word? {
    guard let text = line[column] else { return nil }
    let plain = text.lowercased().filter { $0.isLetter || $0.isNumber }
    if let word = words.first(where: { $0.1.contains(plain) }) { return word.0 }
    report(.unknownWord(text, what: column.rawValue, allowed: allowed), line: line.number, column)
    return nil
  }

  /// An id as logs allow it.
  mutating func id(_ line: Line, _ column: StartListColumn) -> String? {
    guard let text = line[column] else { return nil }
    let isID =
      text.utf8.count <= 64
      && text.unicodeScalars.allSatisfy {
        switch $0 {
        case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_": true
        default: false
        }
      }
    if isID { return text }
    report(.notAnID(text), line: line.number, column)
    return nil
  }
}
