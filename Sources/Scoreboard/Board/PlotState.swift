package import LongTrack
package import RaceLog

/// The deltas of a heat over the distance, ready to be drawn.
package struct PlotState: Hashable, Sendable {
  /// `Women 1000 m · A`.
  package let race: String
  /// `Pair 10 of 10`; empty before the first call.
  package let heat: String
  /// Metres of the race, a lap being as long as the track is called; 0 where nobody is on the ice.
  package let distance: Int
  /// The marks, in order.
  package let marks: [PlacedMark]
  /// One line for each skater with a comparison; of a mass start for the first of each of the first four groups.
  package let series: [Series]

  /// A mark and where it is.
  package struct PlacedMark: Hashable, Sendable {
    /// `600`, `2.5` laps.
    package let name: String
    /// Metres from the start.
    package let position: Int
  }

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
    /// The name of the mark that it is, where the delta is a measured one; nil between the marks.
    package let mark: String?
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
    distance = course.metres(of: course.finish)
    marks = course.marks.map { PlacedMark(name: $0.name, position: course.metres(of: $0)) }
    let entries =
      course.kind == .massStart
      ? TrackGroup.groups(
        of: race.massStartRuns.filter { $0.entry.pair == pair }, lapLength: course.lapLength, clock: nil
      ).prefix(4).map(\.head.entry)
      : race.entries(inPair: pair)
    // Before anybody has finished, a mass start is a race against whoever passes first.
    let choices = course.kind == .massStart ? [options.comparison, .best] : [options.comparison]
    series = entries.compactMap { entry in
      guard let comparison = choices.lazy.compactMap({ race.comparison($0, for: entry.key) }).first else {
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
    let own = attempts[key].map { TrackPoint.points(of: $0, course: course, withLaps: true) } ?? []
    let other = comparison.run.flatMap { attempts[$0] }
      .map { TrackPoint.points(of: $0, course: course, withLaps: true) }
    // A loop of a team race lies on a path of its own: it has no place among laps.
    return own.filter { course.distance != nil || $0.isMark }.compactMap { point in
      if let mark = point.mark {
        guard let delta = delta(of: key, at: mark, to: comparison) else { return nil }
        return PlotState.Point(
          position: point.position, ticks: delta.gap.hundredths * 100, mark: course.marks[mark].name)
      }
      let time = other.flatMap {
        TrackPoint.time(in: $0, at: point.position, widestHole: limits.widestHole)
      }
      return time.map { PlotState.Point(position: point.position, ticks: point.time - $0, mark: nil) }
    }
  }
}
