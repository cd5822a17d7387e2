import FoundationEssentials
import LongTrack
import RaceLog
import Scoreboard

/// Decisions in words.
extension Desk {
  /// What waits, as a line of the console.
  package func text(of decision: Decision) -> String {
    guard let race else { return "" }
    let who = decision.who.map { away($0, in: race) + name($0, in: race) } ?? ""
    switch (decision.id, decision.matter) {
    case (_, .impulse(let lane, let time, let doubt)):
      let lane = race.course?.kind == .individual ? lane : nil
      return [lane?.rawValue, time?.shown.text, text(of: doubt, in: race)].compactMap(\.self).joined(
        separator: " ")
    case (_, .suspect(let split, let suspicion)):
      return "\(who) \(split.mark.name) \(split.time.shown.text): \(suspicion.sentence)"
    case (_, .proposal(let proposal)):
      // A path is long, and what is wrong with the line is what matters.
      let feed = proposal.feed.split(separator: "/").last.map(String.init) ?? proposal.feed
      guard proposal.problem == nil, let line = try? ForeignLine(Data(proposal.line.utf8), with: decoder)
      else { return feed + ": " + (proposal.problem.map { $0 + ": " } ?? "") + proposal.line }
      return "\(feed): \(line.event.content.typeName) \(line.event.summary)"
    case (.mark(_, let mark), .missing): return "\(who) has no time at \(mark.name)"
    case (.mark(_, let mark), .disagreement(let counts, let source, let other, let otherSource)):
      // Thousandths, because the difference may not be seen in hundredths.
      return "\(who) \(mark.name): \(counts.text) \(source.word), \(other.text) \(otherSource.word)"
    case (.event, .missing), (.event, .disagreement): return who
    }
  }

  /// `pair 3: ` where somebody is not on the ice any more.
  private func away(_ key: AttemptKey, in race: Race) -> String {
    guard let pair = race.entry(of: key)?.pair, pair != onIce?.pair else { return "" }
    return "pair \(pair): "
  }

  /// What Enter does with a decision; nil where nothing is suggested.
  package func suggestion(for decision: Decision) -> String? {
    guard let race else { return nil }
    switch decision.matter {
    case .impulse(_, let time, let doubt):
      if case .gun(let heat) = doubt.reason { return heat.map { "gun of pair \($0.pair)" } }
      return doubt.suggestion.map { crossing in
        let place = "\(name(crossing.key, in: race)) \(crossing.mark.name)"
        // Where a time stands already, what becomes of it has to be seen before it does.
        guard let old = race.attempts[crossing.key]?.split(at: crossing.index), let time else { return place }
        return "\(place): \(old.time.shown.text) → \(time.shown.text)"
      }
    case .suspect: return "it counts"
    case .proposal(let proposal): return proposal.problem == nil ? "take it" : nil
    case .missing: return nil
    case .disagreement(let counts, _, _, _): return "\(counts.shown.text) stays"
    }
  }

  func text(of doubt: Assigner.Doubt, in race: Race) -> String {
    func called(_ id: String) -> String {
      race.entries.first { $0.competitor.id == id }.map { race.name(of: $0).family } ?? id
    }
    switch doubt.reason {
    case .noRun: return "no gun"
    case .gun: return "a gun, and nothing was armed"
    case .nobodyLeft: return doubt.suggestion == nil ? "nobody has a mark left" : "nobody's yet"
    case .tooEarly(let lane, let earliest):
      let isLane = race.course?.kind == .individual
      let place = lane.flatMap { isLane ? "in the \($0.rawValue) lane " : nil } ?? ""
      return "nobody can be \(place)before \(RaceTime(ticks: earliest).shown.text)"
    case .again(let id, let mark, let after):
      let gap = Gap(hundredths: abs(after) / 100).size
      return "\(gap) s \(after < 0 ? "before" : "after") \(called(id)) at \(mark.name) (double?)"
    case .otherLane(let id, let lane):
      if race.course?.kind.hasTwoStraights == true {
        return "key? \(called(id)) is due, with \(lane == .inner ? "i" : "o")"
      }
      return "lane? \(called(id)) is due in the \(lane.rawValue) lane"
    case .anybody: return "who? N and who they were, first to last"
    case .eitherOf(let first, let second): return "\(called(first)) or \(called(second))?"
    case .tooLate: return "later than anybody should be"
    }
  }
}
