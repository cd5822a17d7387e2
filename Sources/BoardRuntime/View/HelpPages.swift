import BoardView
import CellGrid

/// The keys in place of a board: on a small screen page after page, and then the board again.
struct HelpPages: Sendable {
  /// The page that is shown; nil while a board is.
  private(set) var page: Int?

  /// Takes the next step of that.
  ///
  /// - Parameter size: of the screen, which says how many pages there are.
  mutating func turn(_ lines: [HelpLine], size: GridSize) {
    guard let shown = page else {
      page = 0
      return
    }
    page = shown + 1 < BoardFrame.helpPages(lines, size: size) ? shown + 1 : nil
  }

  /// Shows the board.
  mutating func hide() { page = nil }
}
