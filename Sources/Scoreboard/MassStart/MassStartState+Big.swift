extension MassStartState {
  /// What can be read from far away: laps to go and who leads, and of a breakaway how far behind the pack is; after the
  /// first finish the first two of the result, with their points.
  package var bigSkaters: [BigSkater] {
    if isResult { return lines.filter { !$0.place.isEmpty }.prefix(2).map(BigSkater.init) }
    guard let first = lines.first(where: { !$0.place.isEmpty }) else { return [] }
    var facts: [BigFact] = []
    if let lapsToGo {
      let caption = lapsToGo == 1 ? "last lap" : "laps to go"
      facts.append(
        BigFact(
          kind: .laps, text: String(lapsToGo), caption: sprint.isEmpty ? caption : "\(caption) · \(sprint)"))
    }
    let more = (groups.first?.count ?? 1) - 1
    let name = more > 0 ? "\(first.name) +\(more)" : first.name
    let lead = BigSkater(
      armband: nil, family: groups.first?.names.first ?? first.name, name: name,
      nation: more > 0 ? "" : first.nation, facts: facts, lane: lap)
    guard let breakaway else { return [lead] }
    let size = [breakaway.metres, breakaway.laps].filter { !$0.isEmpty }
    let caption = (["behind"] + size).joined(separator: " · ")
    let chasers = BigSkater(
      armband: nil, family: breakaway.pack.uppercased(), name: breakaway.pack, nation: "",
      facts: [
        BigFact(
          kind: .delta(breakaway.isGrowing == false ? .behindGaining : .behindLosing), text: breakaway.gap,
          caption: [caption, breakaway.trend, breakaway.shortOutlook].compactMap(\.self).joined(
            separator: " · "))
      ], lane: "")
    return [lead, chasers]
  }
}

extension BigSkater {
  fileprivate init(_ line: MassStartLine) {
    let points = line.total.isEmpty ? "0" : line.total
    self.init(
      armband: nil, family: line.family, name: line.name, nation: line.nation,
      facts: [
        BigFact(kind: .split, text: points, caption: "points · rank \(line.place)"),
        BigFact(
          kind: .time(isProvisional: line.isProvisional), text: line.time,
          caption: line.isProvisional ? "provisional" : ""),
      ], lane: "")
  }
}
