package import CellGrid
package import Operation

/// Everything on the operator's screen at one moment.
package struct ConsoleFrame: Hashable, Sendable {
  /// How far what happened is on disk.
  package enum Saving: Hashable, Sendable {
    /// All of it: how many events.
    case saved(Int)
    /// So many are on their way.
    case saving(Int)
    /// So many are not, and why.
    case trouble(unsaved: Int, String)
  }

  /// What stands in the line above the last.
  package enum Prompt: Hashable, Sendable {
    /// What was done, or why not.
    case reply(String, isProblem: Bool)
    /// A command being typed, with the place of the cursor, and what it could become.
    case command(String, cursor: Int, completions: [String])
    /// Nothing.
    case nothing
  }

  /// The desk.
  package var state: ConsoleState
  /// Whether keys change anything.
  package var isUnlocked: Bool
  /// Disk.
  package var saving: Saving
  /// Feeds and how long they have been silent, `timy 2 s`.
  package var feeds: [String]
  /// What runs beside the desk.
  package var lamps: [Lamp]
  /// Which of the decisions is chosen.
  package var selection: Int
  /// The line above the last.
  package var prompt: Prompt
  /// The board as the public sees it.
  package var publicBoard: CellGrid?
  /// The last line.
  package var footer: Footer

  /// A screen.
  package init(
    state: ConsoleState, isUnlocked: Bool, saving: Saving, feeds: [String] = [], lamps: [Lamp] = [],
    selection: Int = 0, prompt: Prompt = .nothing, publicBoard: CellGrid? = nil, footer: Footer = Footer()
  ) {
    self.state = state
    self.isUnlocked = isUnlocked
    self.saving = saving
    self.feeds = feeds
    self.lamps = lamps
    self.selection = selection
    self.prompt = prompt
    self.publicBoard = publicBoard
    self.footer = footer
  }

  /// The size of the public board that fits beside the console; nil where there is no room.
  package static func publicSize(in size: GridSize) -> GridSize? {
    if size.columns >= 132, size.rows >= 43 { return GridSize(columns: 80, rows: 24) }
    if size.columns >= 80, size.rows >= 24 { return GridSize(columns: 40, rows: 12) }
    return nil
  }
}
