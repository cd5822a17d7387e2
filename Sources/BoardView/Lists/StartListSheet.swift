import CellGrid
package import Scoreboard

/// A start list as a sheet of text, as wide as its contents.
package enum StartListSheet {
  /// The sheet of a race.
  package static func text(_ list: StartListState) -> String {
    let columns = [
      TextSheet.Column(head: list.heatWord.lowercased(), isRight: true), TextSheet.Column(head: "lane"),
      TextSheet.Column(head: "bib", isRight: true), TextSheet.Column(head: "name"),
      TextSheet.Column(head: "nat"),
      TextSheet.Column(head: "team"), TextSheet.Column(head: "best", isRight: true),
      TextSheet.Column(head: "season best", isRight: true),
    ]
    let rows = list.heats.flatMap { heat in
      heat.starters.enumerated().map { index, starter in
        [
          index == 0 ? String(heat.number) : "", starter.place, starter.bib, starter.name, starter.nation,
          starter.members, starter.best, starter.seasonBest,
        ]
      }
    }
    return SafeText.clean(list.race) + "\n\n" + TextSheet.text(columns, rows: rows)
  }
}
