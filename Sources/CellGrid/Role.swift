/// What a cell means. A ``Theme`` decides how each meaning looks.
package enum Role: UInt8, CaseIterable, Sendable {
  /// Ordinary text.
  case plain
  /// Text that matters less than its surroundings.
  case dim
  /// The name of the meet or the race.
  case title
  /// The head of a table or a panel.
  case heading
  /// Lines between panels.
  case rule
  /// The race clock while it runs.
  case clock
  /// The race clock after it was stopped.
  case clockStopped
  /// The race clock when it shows a time that may still change.
  case clockProvisional
  /// The skater with the white armband.
  case whiteArmband
  /// The skater with the red armband.
  case redArmband
  /// The skater with the yellow armband.
  case yellowArmband
  /// The skater with the blue armband.
  case blueArmband
  /// A competitor's name.
  case name
  /// A nation code.
  case nation
  /// A cumulative or final time.
  case time
  /// A lap time.
  case lap
  /// A rank.
  case rank
  /// The skater or time that leads.
  case leader
  /// The fastest at a mark.
  case best
  /// Ahead of the comparison, by more than at the mark before.
  case aheadGaining
  /// Ahead of the comparison, by less than at the mark before.
  case aheadLosing
  /// Behind the comparison, by less than at the mark before.
  case behindGaining
  /// Behind the comparison, by more than at the mark before.
  case behindLosing
  /// Level with the comparison.
  case level
  /// A value between marks that was calculated, not measured.
  case live
  /// What is still needed to lead or to reach the podium.
  case need
  /// A time that is final.
  case official
  /// A time that may still change.
  case provisional
  /// A message the reader may ignore.
  case notice
  /// A message the reader must not ignore.
  case alert
  /// The row or field that keys act on.
  case selected
  /// The name of a key.
  case key
  /// The part of a progress bar that is done.
  case progress
  /// A mark on a progress bar, such as a start or a finish.
  case progressMark
  /// The present position on a progress bar.
  case playhead

  /// The character that stands for this role in a role map, one of its own for each role.
  package var letter: Character {
    switch self {
    case .plain: "."
    case .dim: "d"
    case .title: "T"
    case .heading: "h"
    case .rule: "-"
    case .clock: "C"
    case .clockStopped: "S"
    case .clockProvisional: "P"
    case .whiteArmband: "W"
    case .redArmband: "R"
    case .yellowArmband: "Y"
    case .blueArmband: "B"
    case .name: "n"
    case .nation: "c"
    case .time: "t"
    case .lap: "l"
    case .rank: "r"
    case .leader: "L"
    case .best: "b"
    case .aheadGaining: "A"
    case .aheadLosing: "a"
    case .behindGaining: "z"
    case .behindLosing: "Z"
    case .level: "="
    case .live: "v"
    case .need: "N"
    case .official: "O"
    case .provisional: "p"
    case .notice: "i"
    case .alert: "!"
    case .selected: ">"
    case .key: "k"
    case .progress: "g"
    case .progressMark: "m"
    case .playhead: "|"
    }
  }
}
