import CellGrid
import LongTrack
import Scoreboard

extension Role {
  /// The colour of a situation, which sign and glyph have said already.
  init(_ situation: Situation?) {
    self =
      switch situation {
      case .aheadGaining: .aheadGaining
      case .aheadLosing: .aheadLosing
      case .behindGaining: .behindGaining
      case .behindLosing: .behindLosing
      case .level: .level
      case nil: .plain
      }
  }

  init(_ armband: Armband?) {
    self =
      switch armband {
      case .white: .whiteArmband
      case .red: .redArmband
      case .yellow: .yellowArmband
      case .blue: .blueArmband
      case nil: .name
      }
  }
}

extension Armband {
  /// Open for the inner lane, filled for the outer one; round for the first pair.
  var glyph: String {
    switch self {
    case .white: "○"
    case .red: "●"
    case .yellow: "◇"
    case .blue: "◆"
    }
  }
}

extension ClockState.Phase {
  var role: Role {
    switch self {
    case .ready: .dim
    case .cleared, .falseStart: .alert
    case .running: .clock
    case .finished: .clockProvisional
    case .official: .clockStopped
    }
  }

  /// What a clock that does not run says beside it.
  var word: String? {
    switch self {
    case .ready: "ready"
    case .cleared: "start cleared"
    case .falseStart: "false start"
    case .running: nil
    // Not whose time it shows: it is that of the last one, which may be far from the best.
    case .finished, .official: "clock stopped"
    }
  }
}
