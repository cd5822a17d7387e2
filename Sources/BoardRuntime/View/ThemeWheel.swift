import CellGrid

/// The themes that fit a terminal, and the one in use.
struct ThemeWheel: Sendable {
  private let themes: [Theme]
  private var index = 0

  /// The first of some themes; black and white where there are none.
  init(_ themes: [Theme]) { self.themes = themes.isEmpty ? [.monochrome] : themes }

  /// The one in use.
  var theme: Theme { themes[index] }

  /// Takes the next; after the last, the first.
  mutating func turn() { index = (index + 1) % themes.count }
}
