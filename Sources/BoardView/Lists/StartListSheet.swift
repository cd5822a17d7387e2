import CellGrid
package import Scoreboard

/// A start list as a sheet of text, as wide as its contents.
package enum StartListSheet {
  /// The sheet of a race.
  package static func text(_ list: StartListState) -> String {
    let heads = [list.heatWord.lowercased(), "lane", "bib", "name", "nat", "team", "best", "season best"]
    let isRight = [true, false, true, false, false, false, true, true]
    let rows = list.heats.flatMap { heat in
      heat.starters.enumerated().map { index, starter in
        [
          index == 0 ? String(heat.number) : "", starter.place, starter.bib, starter.name, starter.nation,
          starter.members, starter.best, starter.seasonBest,
        ].map(SafeText.clean)
      }
    }
    let used = heads.indices.filter { column in rows.contains { !$0[column].isEmpty } }
    let widths = heads.indices.map { column in
      ([heads] + rows).map { TextWidth.of($0[column]) }.max() ?? 0
    }
    let lines = ([heads] + rows).map { cells in
      let text = used.map {
        TextWidth.fit(cells[$0], width: widths[$0], alignment: isRight[$0] ? .right : .left)
      }.joined(separator: "  ")
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
    return ([SafeText.clean(list.race), ""] + lines).joined(separator: "\n") + "\n"
  }
}
