import CellGrid
import LongTrack
import Scoreboard

/// One skater of the big board.
struct BigSkaterView {
  let skater: BigSkater
  let plan: BigPlan

  func draw(into grid: inout CellGrid, area: Rect) {
    if plan.digits == 0 {
      drawText(into: &grid, area: area)
    } else if plan.arrangement == .beside {
      drawBeside(into: &grid, area: area)
    } else {
      drawUnderName(into: &grid, area: area)
    }
  }

  private func drawUnderName(into grid: inout CellGrid, area: Rect) {
    let lines = plan.arrangement == .column ? skater.facts.count : skater.facts.isEmpty ? 0 : 1
    let name = plan.name > 1 ? plan.name : 0
    var spare = max(area.rows - 1 - name - lines * plan.digits, 0)
    let captionsBelow = spare >= max(lines, 1) && !skater.facts.isEmpty
    if captionsBelow { spare -= lines }
    // What is left keeps names and numbers apart, and the rest of it stands around.
    let gaps = lines == 0 ? 1 : lines
    let air = min(spare / gaps, max(spare / (gaps + 2), 1))
    var row = area.row + (spare - air * gaps) / 2
    drawNameLine(
      into: &grid, area: Rect(column: area.column, row: row, columns: area.columns, rows: 1),
      captions: captionsBelow ? [] : skater.facts)
    row += name == 0 || lines == 0 ? 1 + air : 1
    if name > 0 {
      drawLargeName(into: &grid, column: area.column, row: row)
      row += name + (lines == 0 ? 0 : air)
    }
    var column = area.column
    for fact in skater.facts {
      let isLast = fact == skater.facts.last && skater.facts.count > 1 && plan.arrangement == .row
      // At the right edge it stands apart from the number before, wherever that one ends.
      if isLast { column = max(column, area.right - (fact.largeWidth(plan.digits) ?? 0)) }
      let width = drawLarge(fact, into: &grid, column: column, row: row, room: area.right - column)
      if captionsBelow, isLast {
        grid.put(
          fact.caption, endingAt: area.right, row: row + plan.digits, role: .heading,
          cutTo: max(area.right - column, area.columns / 3))
      } else if captionsBelow {
        let hasNext = plan.arrangement == .row && skater.facts.count > 1
        let room = hasNext ? area.columns * 2 / 3 - 2 : area.columns
        put(fact.caption, into: &grid, column: column, row: row + plan.digits, room: room)
      }
      if plan.arrangement == .column {
        row += plan.digits + (captionsBelow ? 1 : 0) + air
      } else {
        column += width + BigPlan.gap(plan.digits)
      }
    }
  }

  /// Armband, name and nation; on the right what the numbers are, where they have no line of their own.
  private func drawNameLine(into grid: inout CellGrid, area: Rect, captions: [BigFact]) {
    var column = area.column
    if let armband = skater.armband {
      column += grid.put(armband.glyph, column: column, row: area.row, role: Role(armband)) + 1
    }
    let note = captions.map(\.caption).filter { !$0.isEmpty }.joined(separator: " · ")
    let text = skater.facts.isEmpty ? skater.lane : note
    // The family name stays whole before anything is said about the numbers.
    let least = min(TextWidth.of(skater.family), area.columns / 2)
    let room = area.right - column - least - 2
    let shown = TextWidth.words(text, width: max(room, 0))
    let used = grid.put(shown, endingAt: area.right, row: area.row, role: .heading)
    let left = area.right - used - column - 2
    let nation = TextWidth.of(skater.name) + TextWidth.of(skater.nation) + 1 <= left ? skater.nation : ""
    column += grid.put(skater.name, column: column, row: area.row, role: .name, cutTo: left) + 1
    grid.put(nation, column: column, row: area.row, role: .nation)
  }

  private func drawLargeName(into grid: inout CellGrid, column: Int, row: Int) {
    guard let name = BigDigits.letters(of: skater.family) else { return }
    grid.putBig(name, column: column, row: row, height: plan.name, role: Role(skater.armband))
  }

  /// Draws a number; one that is too wide for its place is text.
  private func drawLarge(
    _ fact: BigFact, into grid: inout CellGrid, column: Int, row: Int, room: Int
  ) -> Int {
    if let width = BigDigits.width(of: fact.large, height: plan.digits), width <= room {
      return grid.putBig(fact.large, column: column, row: row, height: plan.digits, role: fact.role)
    }
    return grid.put(fact.text, column: column, row: row + plan.digits / 2, role: fact.role, cutTo: room)
  }

  /// A number, and the rest as short lines on its right.
  private func drawBeside(into grid: inout CellGrid, area: Rect) {
    let top = area.row + (area.rows - plan.digits) / 2
    guard let first = skater.facts.first else {
      return drawNameLine(
        into: &grid, area: Rect(column: area.column, row: top, columns: area.columns, rows: 1), captions: [])
    }
    let column =
      area.column + 2
      + drawLarge(
        first, into: &grid, column: area.column, row: top, room: area.columns)
    let room = area.right - column
    let armband = skater.armband.map { $0.glyph + " " } ?? ""
    let glyph = grid.put(armband, column: column, row: top, role: Role(skater.armband))
    grid.put(skater.family, column: column + glyph, row: top, role: .name, cutTo: room - glyph)
    let others = skater.facts.dropFirst().map { other in
      other.kind == .laps ? (other.text == "1" ? other.caption : other.text + " to go") : other.text
    }
    let captions = ([first] + skater.facts.dropFirst().filter { $0.kind != .laps }).map(\.caption)
    let lines =
      others.map { ($0, Role.title) }
      + captions.flatMap { Self.wrap($0, width: room) }.map { ($0, Role.heading) }
    for (index, line) in lines.prefix(plan.digits - 1).enumerated() {
      grid.put(line.0, column: column, row: top + 1 + index, role: line.1, cutTo: room)
    }
  }

  /// Everything as text, where there is room for nothing else.
  private func drawText(into grid: inout CellGrid, area: Rect) {
    drawNameLine(
      into: &grid, area: Rect(column: area.column, row: area.row, columns: area.columns, rows: 1),
      captions: [])
    var column = area.column + 2
    guard area.rows > 1 else { return }
    for fact in skater.facts {
      let room = area.right - column
      column += grid.put(fact.text, column: column, row: area.row + 1, role: fact.role, cutTo: room) + 1
      column +=
        put(fact.caption, into: &grid, column: column, row: area.row + 1, room: area.right - column) + 2
    }
  }

  @discardableResult
  private func put(_ caption: String, into grid: inout CellGrid, column: Int, row: Int, room: Int) -> Int {
    grid.put(TextWidth.words(caption, width: max(room, 0)), column: column, row: row, role: .heading)
  }

  /// A text in lines of whole words, a new one at each `·`.
  private static func wrap(_ text: String, width: Int) -> [String] {
    text.split(separator: " ").reduce(into: [String]()) { lines, word in
      if word == "·" {
        lines.append("")
      } else if let last = lines.last, TextWidth.of(last) + 1 + TextWidth.of(String(word)) <= width {
        lines[lines.count - 1] = last.isEmpty ? String(word) : last + " " + word
      } else {
        lines.append(String(word))
      }
    }
  }
}
