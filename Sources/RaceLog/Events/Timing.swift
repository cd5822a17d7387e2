package import LongTrack

/// The gun. Opens a run of a group.
package struct Start: Hashable, Sendable {
  /// Where.
  package let heat: HeatPlace
  /// Zero of the race time on the clock of `at`; nil where the log's own stamp has to serve.
  package let clock: Instant?
  /// Seq of the impulse that measured it.
  package let impulse: Int?
  /// The machine's own clock at that moment, where the gun was given at this program; nil elsewhere.
  package let boot: BootStamp?
}

/// What a device said, before anyone knew whose it was.
package struct Impulse: Hashable, Sendable {
  /// The device's name.
  package let device: String
  /// Its channel, as written.
  package let channel: String?
  /// The lane it looks at.
  package let lane: Lane?
  /// Its time of day or counter, as written.
  package let deviceTime: String
  /// When it arrived.
  package let received: Instant?
  /// What it said, as sent.
  package let raw: String?
}

/// A passing of an official mark.
package struct Split: Hashable, Sendable {
  /// The race's id.
  package let race: String
  /// The competitor's id.
  package let competitor: String
  /// 2 for a re-skate; nil for the latest attempt that has started.
  package let attempt: Int?
  /// Where.
  package let mark: Mark
  /// Since the gun.
  package let time: RaceTime
  /// What measured it.
  package let source: Source
  /// Seq of the impulse that it comes from.
  package let impulse: Int?
  /// True where no one measured it.
  package let isEstimated: Bool
  /// Seq of a suspect split that the operator accepts.
  package let accepts: Int?
}

/// A loop between the marks: moves the live delta, never a result.
package struct Passing: Hashable, Sendable {
  /// The race's id.
  package let race: String
  /// The competitor's id.
  package let competitor: String
  /// 2 for a re-skate; nil for the latest attempt that has started.
  package let attempt: Int?
  /// Millimetres from the start, along the skater's own path.
  package let position: Int64
  /// Since the gun.
  package let time: RaceTime
  /// Millimetres a second, where the loop tells.
  package let speed: Int64?
  /// What measured it.
  package let source: Source
}

/// A lane change-up worth recording.
package struct ChangeUpReport: Hashable, Sendable {
  /// How it went.
  package enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// Nobody in the way.
    case clear
    /// Somebody gave way.
    case yielded
    /// Somebody was in the way.
    case obstruction
  }

  /// Where.
  package let heat: HeatPlace
  /// 1 for the first of the race.
  package let number: Int
  /// Millimetres from the start.
  package let position: Int64?
  /// Since the gun.
  package let time: RaceTime?
  /// Who led into it.
  package let first: String?
  /// How it went.
  package let outcome: Outcome
  /// Who yielded or obstructed.
  package let competitor: String?
}
