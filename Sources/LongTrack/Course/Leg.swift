/// The part of a team race that one member leads, or skates alone.
package struct Leg: Hashable, Sendable {
  /// 1 for the first.
  package let number: Int
  /// Which of the members, 0 for the first: members are entered in leg order.
  package let member: Int
  /// Laps done at its start.
  package let start: Int
  /// Laps done at its end.
  package let end: Int

  /// How many laps it has.
  package var laps: Int { end - start }
}

extension Course {
  /// Who leads when: in a team sprint each member a lap, in a mixed relay of six laps the woman one, the man two, the
  /// woman two and the man one (domain 2.4). Empty where all skate together, and for relays of another length, whose
  /// legs nobody has told.
  package var legs: [Leg] {
    let lengths: [(member: Int, laps: Int)] =
      switch (kind, laps) {
      case (.teamSprint, .some(let laps)): (0..<laps).map { ($0, 1) }
      case (.mixedRelay, 6): [(0, 1), (1, 2), (0, 2), (1, 1)]
      default: []
      }
    var legs: [Leg] = []
    for (index, part) in lengths.enumerated() {
      let start = legs.last?.end ?? 0
      legs.append(Leg(number: index + 1, member: part.member, start: start, end: start + part.laps))
    }
    return legs
  }

  /// The leg after the mark with this index, `nil` standing for the start; nil after the finish, and where there are
  /// no legs.
  package func leg(after index: Int?) -> Leg? {
    let halves = index.map { marks[$0].value } ?? 0
    return legs.first { halves < $0.end * 2 }
  }
}
