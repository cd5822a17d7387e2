import CellGrid
import Scoreboard

/// How the rows of the race screen are shared out.
///
/// What gives way when space shrinks is declared here and nowhere else: first the large digits, then the
/// ticker, then the lower standings, then earlier marks and the lines under them. The clock, the skaters on
/// the ice and their deltas never give way.
struct RaceRoom {
  /// How much of a skater is shown.
  enum Detail {
    /// Name and last mark on two lines, for four on the ice on the smallest board.
    case terse
    /// Name, last mark, and one line of live delta and needs.
    case brief
    /// Marks as a table.
    case full
  }

  let detail: Detail
  /// Rows of the head, clock included.
  let head: Int
  /// Rows of the large digits of clock and deltas; 0 where there is no room for them.
  let bigHeight: Int
  /// How many panels stand beside each other.
  let panelColumns: Int
  /// Rows of one panel.
  let panelRows: Int
  /// The most marks a full panel shows: a fifth of the rows, so that a long race leaves room for standings.
  let marks: Int
  /// Rows of all panels.
  let panels: Int
  /// Rows of the ticker: 1 or 0.
  let ticker: Int
  /// Rows of the standings, the rule above them not counted.
  let standings: Int

  init(_ area: Rect, state: BoardState) {
    // More than a quartet cannot stand side by side: the standings say who is where.
    let hasPanels = (1...4).contains(state.panels.count)
    let count = hasPanels ? state.panels.count : 1
    marks = min(state.marks.count, max((area.rows + 2) / 5, 3))
    let isNarrow = area.columns < Self.tableWidth * min(count, 2) || area.rows < 17
    if isNarrow {
      let brief = 1 + 3 * count + 3 <= area.rows
      detail = brief ? .brief : .terse
      head = 1
      bigHeight = 0
      panelColumns = 1
      panelRows = min(brief ? 3 : 2, max((area.rows - 1) / count, 1))
    } else {
      detail = .full
      panelColumns =
        count <= 2 ? count : area.columns >= Self.tableWidth * count ? count : 2
      let lines = (count + panelColumns - 1) / panelColumns
      bigHeight = lines > 1 ? 0 : Self.bigHeight(area)
      head = bigHeight > 0 ? bigHeight + 4 : 2
      // A table has a name, a comparison, marks, a live line, two needs and a note.
      let wanted = 6 + marks + (area.rows >= 30 ? 1 : 0)
      let most = (area.rows - head - 1 - min(6, state.standings.count + 1)) / lines
      panelRows = min(wanted, max(most, 7))
    }
    panels = hasPanels ? min(panelRows * ((count + panelColumns - 1) / panelColumns), area.rows - head) : 0
    let left = area.rows - head - panels
    ticker = state.ticker != nil && left > 3 ? 1 : 0
    standings = max(left - ticker - 1, 0)
  }

  /// Three large numbers stand beside each other, and the standings keep two thirds of the rows.
  private static func bigHeight(_ area: Rect) -> Int {
    let usual = "0:00.0"
    let heights = stride(from: 15, through: BigDigits.largeHeight, by: -BigDigits.largeHeight)
    return heights.first { height in
      let width = BigDigits.width(of: usual, height: height) ?? Int.max
      return width * 3 + 10 <= area.columns && height * 4 + 12 <= area.rows
    } ?? 0
  }

  /// Columns that a table of marks takes.
  static let tableWidth = 38
}
