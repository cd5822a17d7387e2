package import LongTrack
import RaceLog

/// The sprint points of a mass start, as they have fallen so far.
package struct SprintScores: Hashable, Sendable {
  /// The sprints and the finish.
  package let ladder: SprintLadder
  /// Points by competitor for each of ``SprintLadder/all``; empty for a sprint that nobody has reached.
  package let points: [[String: Double]]
  /// For each of ``SprintLadder/all`` whether officials entered its order; the others go by the passages.
  package let isEntered: [Bool]

  /// What somebody got in each of ``SprintLadder/all``; nil where there is nothing.
  package func row(of competitor: String) -> [Double?] { points.map { $0[competitor] } }

  /// Whether something of what somebody got goes by passages only, and may still be decided otherwise.
  package func isProvisional(of competitor: String) -> Bool {
    zip(points, isEntered).contains { !$1 && $0[competitor] != nil }
  }

  /// The sprints on the way, with points, whose order nobody entered.
  package var notEntered: [Int] {
    ladder.sprints.indices.filter { !isEntered[$0] && !points[$0].isEmpty }.map { ladder.sprints[$0] }
  }

  /// What somebody has got in all.
  package func total(of competitor: String) -> Double {
    points.reduce(0) { $0 + ($1[competitor] ?? 0) }
  }
}

extension Race {
  /// The sprints of a mass start: those announced, and those that officials entered an order for all the same.
  var sprintLadder: SprintLadder {
    let laps = course?.laps ?? 0
    let announced = SprintLadder(laps: laps, given: info?.sprints)
    return SprintLadder(laps: laps, given: announced.sprints + sprints.keys)
  }

  /// The sprint points of a mass start so far. What officials entered for a lap counts; where they have entered
  /// nothing, the order of the passages does.
  package func sprintScores(_ runs: [MassStartRun]) -> SprintScores {
    let ladder = sprintLadder
    return SprintScores(
      ladder: ladder,
      points: ladder.all.map { lap in
        let usual = ladder.points(at: lap)
        guard let report = sprints[lap] else { return Self.points(runs, at: lap, ladder: usual) }
        let given = report.points ?? usual
        return Dictionary(zip(report.order, given)) { first, _ in first }
      }, isEntered: ladder.all.map { sprints[$0] != nil })
  }

  /// Points by the order of the passages of a lap, in each heat where there are several.
  private static func points(_ runs: [MassStartRun], at lap: Int, ladder: [Double]) -> [String: Double] {
    Dictionary(grouping: runs) { $0.entry.pair }.values.reduce(into: [:]) { all, heat in
      all.merge(points(inHeat: heat, at: lap, ladder: ladder)) { first, _ in first }
    }
  }

  /// Equal times share the points of their place, as ranks do; so do equal hundredths where nobody measured thousandths.
  /// A sprint on the way is decided where it was skated, whoever is out later; at the finish the others move up.
  private static func points(
    inHeat runs: [MassStartRun], at lap: Int, ladder: [Double]
  ) -> [String: Double] {
    let passed = runs.filter { $0.status.map(\.isRanked) ?? true || lap < $0.passages.count - 1 }
      .compactMap { run in run.time(at: lap).map { (id: run.entry.competitor.id, time: $0) } }
    let undecided = Set(passed.filter { !$0.time.hasThousandths }.map(\.time.shown))
    let order = passed.map { own in
      (own.id, undecided.contains(own.time.shown) ? own.time.shown.hundredths * 10 : own.time.thousandths)
    }.sorted { $0.1 < $1.1 }
    var points: [String: Double] = [:]
    for (index, own) in order.enumerated() {
      let place = order.firstIndex { $0.1 == own.1 } ?? index
      guard place < ladder.count else { break }
      points[own.0] = ladder[place]
    }
    return points
  }
}
