import LongTrack
import RaceLog
import Scoreboard

extension Desk {
  /// What the last word of a line can become: whole words, in order.
  package func completions(of line: String, more: [CommandSpec] = []) -> [String] {
    var words = CommandWords.split(line)
    if line.isEmpty || line.hasSuffix(" ") { words.append("") }
    let last = words.last?.lowercased() ?? ""
    guard words.count > 1 else {
      return (CommandSpec.desk + more).map(\.name).filter { $0.hasPrefix(last) }
    }
    guard let spec = (CommandSpec.desk + more).first(where: { $0.name == words[0].lowercased() }) else {
      return []
    }
    // `assign #12 WHO` goes on as `assign WHO` does.
    if words.count > 2, words[1].hasPrefix("#") { words.remove(at: 1) }
    let arguments = spec.required + spec.optional
    let place = min(words.count - 2, arguments.count - 1)
    guard place >= 0 else { return [] }
    // Whatever may stand here: an optional word may have been left out before it.
    let possible = [arguments[place]] + (place >= spec.required.count ? arguments[place...].dropFirst() : [])
    return possible.flatMap(values).filter { $0.lowercased().hasPrefix(last) }
  }

  private func values(_ argument: CommandSpec.Argument) -> [String] {
    let race = race
    let onIce = onIce.flatMap { ice in race?.entries(inPair: ice.pair) } ?? []
    switch argument {
    case .who, .other, .people:
      let others = race?.entries.filter { entry in !onIce.contains { $0.key == entry.key } } ?? []
      return (onIce + others).map { entry in
        let name = race?.name(of: entry).family ?? entry.competitor.id
        return name.contains(" ") ? "\"\(name)\"" : name
      }
    case .mark: return race?.course?.marks.map(\.name) ?? []
    case .lane: return Lane.allCases.map(\.rawValue)
    case .pair: return race?.heatNumbers.map(String.init) ?? []
    case .race: return meet.races.map(\.id)
    case .outcome: return ChangeUpReport.Outcome.allCases.map(\.rawValue)
    case .status: return ["DNS", "DNF", "DQ", "WDR", "none"]
    case .screen: return Self.screens
    case .scope: return ["race"]
    case .anyway: return ["anyway"]
    case .time, .group, .number, .code, .decision, .text, .reason, .path: return []
    }
  }
}
