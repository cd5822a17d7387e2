import CellGrid
import Scoreboard

/// The marks of a skater or team: time, lap, delta, trend, place. Where two deltas stand beside each other, a line above
/// says what each of them is measured against.
struct MarkTable {
  let panel: PanelState

  func draw(into grid: inout CellGrid, area: Rect) {
    let head = panel.rival == nil ? 0 : 1
    let marks = visible(area.rows - head)
    let columns = fitting(area.columns - 1, marks: marks)
    let spare = area.columns - 1 - columns.reduce(0) { $0 + $1.width }
    let gap = columns.count < 2 ? 0 : min(max((spare - 1) / (columns.count - 1), 1), 3)
    // Indented where a column is to spare: the last one stays free for the rule beside it.
    let left = area.column + (spare > gap * (columns.count - 1) ? 1 : 0)
    if head > 0 { drawCaptions(columns, gap: gap, into: &grid, column: left, row: area.row) }
    for (index, mark) in marks.enumerated() {
      var column = left
      for part in columns {
        let text = part.texts[index]
        // Blanks around a text mean nothing: a style must not show on them.
        let before = part.isNumber ? part.width - TextWidth.of(text) : 0
        grid.put(text, column: column + before, row: area.row + head + index, role: part.role(mark))
        column += part.width + gap
      }
      guard index + marks.startIndex == (panel.lastMark ?? -1) + 1, let first = columns.first else {
        continue
      }
      grid.put(
        panel.lapsToGo, column: left + first.width + gap + 1, row: area.row + head + index, role: .dim,
        limit: area.right - left - first.width - gap - 2)
    }
  }

  /// What the two deltas are measured against, each as wide as its column and the gap before it.
  private func drawCaptions(
    _ columns: [Column], gap: Int, into grid: inout CellGrid, column: Int, row: Int
  ) {
    var end = column
    for part in columns {
      end += part.width
      grid.put(part.caption, endingAt: end, row: row, role: .heading, cutTo: part.width + gap - 1)
      end += gap
    }
  }

  /// The marks that fit: the last ones passed, and the next one.
  private func visible(_ rows: Int) -> ArraySlice<MarkLine> {
    let next = min((panel.lastMark ?? -1) + 1, panel.marks.count - 1)
    let end = min(max(next + 1, rows), panel.marks.count)
    return panel.marks[max(end - rows, 0)..<end]
  }

  /// The columns in the most telling form that fits. Mark, time and delta are in every one of them.
  private func fitting(_ room: Int, marks: ArraySlice<MarkLine>) -> [Column] {
    for form in Form.all {
      let columns = Part.allCases.filter { !form.without.contains($0) }
        .filter { $0 != .rival || panel.rival != nil }
        .map { Column($0, marks: marks, form: form, caption: caption($0)) }
        .filter { $0.width > 0 }
      if columns.reduce(-1, { $0 + $1.width + 1 }) <= room || form == Form.all.last { return columns }
    }
    return []
  }

  /// What stands above a column where there are captions: short, since the line above says it in full.
  private func caption(_ part: Part) -> String {
    guard panel.rival != nil else { return "" }
    return switch part {
    case .rival: "rival"
    case .delta:
      panel.comparison.map { $0.hasPrefix("leader") ? "lead" : String($0.prefix { $0 != " " }) } ?? ""
    default: ""
    }
  }

  /// What a column says, from left to right.
  private enum Part: Int, CaseIterable {
    case mark, time, lap, rival, delta, trend, place

    /// Columns it keeps while it is empty, so that nothing jumps when the first split comes.
    var least: Int { [4, 7, 5, 6, 5, 5, 5][rawValue] }
  }

  /// How much is said: what gives way for a wide value is the order of ``all``.
  private struct Form: Equatable {
    var isPadded = false
    var isShortPlace = true
    var isShortTrend = true
    var without: Set<Part> = []

    static let all = [
      Form(isPadded: true, isShortPlace: false, isShortTrend: false),
      Form(isShortPlace: false, isShortTrend: false),
      Form(isShortTrend: false),
      Form(),
      Form(without: [.trend]),
      Form(without: [.trend, .place]),
      Form(without: [.trend, .place, .lap]),
      Form(without: [.trend, .place, .lap, .rival]),
    ]
  }

  /// A column of the table.
  private struct Column {
    let texts: [String]
    let caption: String
    let width: Int
    /// Whether its texts end under each other; places start under each other.
    let isNumber: Bool
    let role: (MarkLine) -> Role

    init(_ part: Part, marks: ArraySlice<MarkLine>, form: Form, caption: String) {
      self.caption = caption
      texts = marks.map { mark in
        switch part {
        case .mark: mark.name
        case .time: mark.time ?? ""
        case .lap: mark.lap ?? ""
        case .rival: mark.rival ?? ""
        case .delta: mark.delta ?? ""
        case .trend: (form.isShortTrend ? mark.trendGlyph : mark.trend) ?? ""
        case .place: (form.isShortPlace ? mark.shortPlace : mark.place) ?? ""
        }
      }
      width = max(texts.map(TextWidth.of).max() ?? 0, form.isPadded ? part.least : 0)
      isNumber = part != .place
      role =
        switch part {
        case .mark: { $0.time == nil ? .dim : .heading }
        case .time: { _ in .time }
        case .lap: { _ in .lap }
        case .rival: { Role($0.rivalSituation) }
        case .delta, .trend: { Role($0.situation) }
        case .place: { $0.isBest ? .best : .rank }
        }
    }
  }
}

extension MarkLine {
  /// `3.`: the place without how many have passed.
  var shortPlace: String? { place.map { $0.prefix { $0 != "/" } + "." } }

  /// `▼`: the trend without its size.
  var trendGlyph: String? { trend.map { String($0.prefix(1)) } }
}
