import CNCurses

/// What ncurses reports for one key.
enum KeyReport: Equatable {
  /// A Unicode scalar value.
  case character(UInt32)
  /// One of the codes of the C shim.
  case special(UInt32)
}

/// Turns what ncurses reports into keys.
enum KeyDecoder {
  /// The keys of one burst of reports. Reports that mean nothing to us are left out; so are control sequences
  /// ncurses does not know, whose parts would otherwise act as keys.
  static func keys(from reports: [KeyReport]) -> [Key] {
    var keys: [Key] = []
    var index = 0
    while index < reports.count {
      if let end = endOfSequence(in: reports, at: index) {
        index = end
      } else {
        if let key = key(for: reports[index]) { keys.append(key) }
        index += 1
      }
    }
    return keys
  }

  /// The index behind a whole `ESC [ … letter` that begins at `start`; nil if none does.
  private static func endOfSequence(in reports: [KeyReport], at start: Int) -> Int? {
    guard reports.count > start + 2, reports[start...].starts(with: [.character(0x1B), .character(0x5B)])
    else { return nil }
    for index in start + 2..<reports.count {
      guard case .character(let value) = reports[index] else { return nil }
      switch value {
      case 0x20..<0x40: continue
      case 0x40..<0x7F: return index + 1
      default: return nil
      }
    }
    return nil
  }

  private static func key(for report: KeyReport) -> Key? {
    switch report {
    case .character(let value): character(value)
    case .special(let code): special(code)
    }
  }

  private static func character(_ value: UInt32) -> Key? {
    switch value {
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x1B: .escape
    case 0x01...0x1A: control(value + 0x60)
    case 0x00, 0x1C...0x1F: control(value + 0x40)
    case 0x80..<0xA0: nil
    default: Unicode.Scalar(value).map { .character(Character($0)) }
    }
  }

  private static func control(_ value: UInt32) -> Key? {
    Unicode.Scalar(value).map { .control(Character($0)) }
  }

  private static func special(_ code: UInt32) -> Key? {
    let code = Int(code)
    return switch code {
    case RK_KEY_LEFT: .left
    case RK_KEY_RIGHT: .right
    case RK_KEY_UP: .up
    case RK_KEY_DOWN: .down
    case RK_KEY_SHIFT_LEFT: .shiftLeft
    case RK_KEY_SHIFT_RIGHT: .shiftRight
    case RK_KEY_PAGE_UP: .pageUp
    case RK_KEY_PAGE_DOWN: .pageDown
    case RK_KEY_HOME: .home
    case RK_KEY_END: .end
    case RK_KEY_ENTER: .enter
    case RK_KEY_BACKSPACE: .backspace
    case RK_KEY_BACK_TAB: .backTab
    case RK_KEY_DELETE: .delete
    case RK_KEY_FUNCTION + 1...RK_KEY_FUNCTION + 63: .function(code - RK_KEY_FUNCTION)
    default: nil
    }
  }
}
