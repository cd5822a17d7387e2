package import LongTrack
package import RaceLog

/// The deltas of a heat over the distance, ready to be drawn.
package struct PlotState: Hashable, Sendable {
  /// `Women 1000 m · A`.
  package let race: String
  /// `Pair 10 of 10`; empty before the first call.
  package let heat: String
  /// Metres of the race; 0 where it is not counted in metres.
  package let distance: Int
  /// Metres of the marks, in order.
  package let marks: [Int]
  /// One line for each skater with a comparison.
  package let series: [Series]

  /// A skater's deltas.
  package struct Series: Hashable, Sendable {
    /// What is on the arm.
    package let armband: Armband?
    /// `TAKAGI vs leader GOETZ`.
    package let label: String
    /// What is known, in order of position.
    package let points: [Point]
  }

  /// A delta at a place.
  package struct Point: Hashable, Sendable {
    /// Millimetres from the start.
    package let position: Int64
    /// Behind when positive: 1/10 000 s between the marks, whole hundredths at a mark.
    package let ticks: Int64
    /// Whether it is a mark, where the delta is a measured one.
    package let isMark: Bool
  }

  /// The deltas of the heat on the ice.
  package init(_ meet: Meet, log: EventLog, options: BoardOptions) {
    let ice = meet.onIce(in: log, race: options.race)
    let race = (options.race ?? ice?.race).map(meet.race) ?? meet.races.first
    self.race = race?.title ?? ""
    guard let race, let course = race.course, let pair = ice?.pair else {
      heat = ""
      distance = 0
      marks = []
      series = []
      return
    }
    heat = race.heatTitle(pair)
    distance = course.distance ?? 0
    marks = course.distance == nil ? [] : course.marks.map(\.value)
    series = race.entries(inPair: pair).compactMap { entry in
      guard course.distance != nil, let comparison = race.comparison(options.comparison, for: entry.key)
      else {
        return nil
      }
      return Series(
        armband: entry.lane.map { Armband(lane: $0, group: entry.group) },
        label: race.name(of: entry).family + " vs " + comparison.label,
        points: race.points(of: entry.key, to: comparison, course: course, limits: options.limits))
    }
  }
}

extension Race {
  /// The deltas of an attempt wherever both sides are known: at the marks as shown, between them by passings.
  fileprivate func points(
    of key: AttemptKey, to comparison: Comparison, course: Course, limits: LiveDelta.Limits
  ) -> [PlotState.Point] {
    let own = attempts[key].map { TrackPoint.points(of: $0, course: course) } ?? []
    let other = comparison.run.flatMap { attempts[$0] }
      .map { TrackPoint.points(of: $0, course: course) }
    return own.compactMap { point in
      if point.isMark {
        let mark = course.index(of: .metres(Int(point.position / 1000)))
        guard let mark, let delta = delta(of: key, at: mark, to: comparison) else { return nil }
        return PlotState.Point(position: point.position, ticks: delta.gap.hundredths * 100, isMark: true)
      }
      let time = other.flatMap {
        TrackPoint.time(in: $0, at: point.position, widestHole: limits.widestHole)
      }
      return time.map { PlotState.Point(position: point.position, ticks: point.time - $0, isMark: false) }
    }
  }
}
