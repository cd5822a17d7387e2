/// The sprints of a mass start and what they give (domain 2.5).
package struct SprintLadder: Hashable, Sendable {
  /// Laps of the race.
  package let laps: Int
  /// The laps with a sprint on the way, in order; the finish is not among them.
  package let sprints: [Int]

  /// The sprints of a race.
  ///
  /// - Parameter given: as announced; nil for the usual ones: every fourth lap, and laps 4 and 7 of the ten that
  ///   juniors skate. Laps outside the race are left out.
  package init(laps: Int, given: [Int]? = nil) {
    self.laps = laps
    let usual = laps == 10 ? [4, 7] : Array(stride(from: 4, to: laps, by: 4))
    sprints = Set(given ?? usual).filter { (1..<max(laps, 1)).contains($0) }.sorted()
  }

  /// The sprints and the finish, in order.
  package var all: [Int] { sprints + [laps] }

  /// Points by place at the end of a lap: 3-2-1 on the way and 60-40-20-10-6-3 at the finish since 2018/19,
  /// 30-20-10-4-2-1 at the finish of ten laps; none on other laps.
  package func points(at lap: Int) -> [Double] {
    if lap == laps { return laps == 10 ? [30, 20, 10, 4, 2, 1] : [60, 40, 20, 10, 6, 3] }
    return sprints.contains(lap) ? [3, 2, 1] : []
  }
}
