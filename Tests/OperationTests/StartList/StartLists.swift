import FoundationEssentials
import LongTrack
import Operation
import RaceLog

/// Start lists as the tests read them.
enum StartLists {
  /// The events of drafts, as a log would read them.
  static func events(_ drafts: [EventDraft]) throws -> [EventContent] {
    try drafts.enumerated().map { index, draft in
      try EventDecoder().decode(draft.line(seq: index + 1, at: Instant(ticks: 0))).event.content
    }
  }

  static func entries(_ drafts: [EventDraft]) throws -> [Entry] {
    try events(drafts).compactMap { if case .entry(let entry) = $0 { entry } else { nil } }
  }

  static func races(_ drafts: [EventDraft]) throws -> [RaceInfo] {
    try events(drafts).compactMap { if case .race(let race) = $0 { race } else { nil } }
  }

  /// `w1000 1 inner goetz|Kimi Goetz|USA 293 1:13.10/1:14.02`, only what is there.
  static func text(_ entry: Entry) -> String {
    let who = [entry.competitor.id, entry.competitor.name, entry.competitor.nation].compactMap(\.self)
    return [
      entry.race, String(entry.pair), entry.group == 1 ? nil : "g\(entry.group)",
      entry.attempt == 1 ? nil : "a\(entry.attempt)", entry.place?.word, who.joined(separator: "|"),
      entry.competitor.bib, entry.best?.text, entry.seasonBest.map { "/" + $0.text },
      entry.competitor.members.isEmpty ? nil : entry.competitor.members.joined(separator: "+"),
    ].compactMap(\.self).joined(separator: " ")
  }

  static func read(_ text: String) throws -> (lines: [String], notices: [String]) {
    try read(Data(text.utf8))
  }

  static func read(_ bytes: Data) throws -> (lines: [String], notices: [String]) {
    let list = try StartList.read(bytes, file: "start.csv")
    return (try entries(list.drafts).map(text), list.notices)
  }

  /// The sentences about a list that cannot be entered, without the name of the file.
  static func problems(_ text: String) -> [String] {
    do {
      _ = try StartList.read(Data(text.utf8), file: "start.csv")
      return []
    } catch {
      return error.problems.map { String($0.sentence.dropFirst("start.csv:".count)) }
    }
  }
}
