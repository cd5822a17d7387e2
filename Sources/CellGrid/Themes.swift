extension Theme {
  /// For dark terminals: ahead is green, behind orange and red, and bold is the better or worse of the two.
  package static let colour = Theme(name: "colour") { coloured($0, by: .greenRed) }

  /// As ``colour``, with blue for ahead and orange for behind, for readers who cannot tell green from red.
  package static let blueOrange = Theme(name: "blue-orange") { coloured($0, by: .blueOrange) }

  /// No colour at all, only bold, dim, reverse and underline.
  package static let monochrome = Theme(name: "monochrome", style: uncoloured)

  /// Every theme there is, the usual one first.
  package static let all = [colour, blueOrange, monochrome]

  /// The colours that tell ahead from behind.
  private struct Tones {
    let aheadGaining: Color
    let aheadLosing: Color
    let behindGaining: Color
    let behindLosing: Color

    static let greenRed = Tones(
      aheadGaining: Color(xterm256: 84, basic: 2), aheadLosing: Color(xterm256: 71, basic: 2),
      behindGaining: Color(xterm256: 215, basic: 3), behindLosing: Color(xterm256: 203, basic: 1))
    static let blueOrange = Tones(
      aheadGaining: Color(xterm256: 117, basic: 6), aheadLosing: Color(xterm256: 68, basic: 6),
      behindGaining: Color(xterm256: 179, basic: 3), behindLosing: Color(xterm256: 208, basic: 3))
  }

  private static func coloured(_ role: Role, by tones: Tones) -> Style {
    switch role {
    case .plain, .time, .name: Style()
    case .dim: Style(foreground: grey)
    case .title, .clock, .clockStopped, .rank, .need, .official, .playhead, .key, .level: Style(bold: true)
    case .heading: Style(foreground: Color(xterm256: 110, basic: 6))
    case .rule: Style(foreground: Color(xterm256: 240, basic: 7))
    case .clockProvisional: Style(foreground: amber, bold: true)
    case .whiteArmband: Style(foreground: Color(xterm256: 231, basic: 7), bold: true)
    case .redArmband: Style(foreground: Color(xterm256: 203, basic: 1), bold: true)
    case .yellowArmband: Style(foreground: Color(xterm256: 227, basic: 3), bold: true)
    case .blueArmband: Style(foreground: Color(xterm256: 75, basic: 4), bold: true)
    case .nation, .lap: Style(foreground: Color(xterm256: 250, basic: 7))
    case .leader: Style(foreground: Color(xterm256: 220, basic: 3), bold: true)
    case .best: Style(foreground: Color(xterm256: 177, basic: 5))
    case .aheadGaining: Style(foreground: tones.aheadGaining, bold: true)
    case .aheadLosing: Style(foreground: tones.aheadLosing)
    case .behindGaining: Style(foreground: tones.behindGaining)
    case .behindLosing: Style(foreground: tones.behindLosing, bold: true)
    case .live: Style(foreground: Color(xterm256: 152, basic: 6))
    case .provisional: Style(foreground: amber)
    case .notice: Style(foreground: Color(xterm256: 117, basic: 6))
    case .alert: Style(foreground: Color(xterm256: 203, basic: 1), bold: true, reverse: true)
    case .selected: Style(reverse: true)
    case .progress: Style(foreground: Color(xterm256: 67, basic: 4))
    case .progressMark: Style(foreground: grey)
    }
  }

  private static func uncoloured(_ role: Role) -> Style {
    switch role {
    case .plain, .name, .time, .lap, .nation, .aheadLosing, .live, .notice, .progress: Style()
    case .dim, .rule, .progressMark: Style(dim: true)
    case .title, .clock, .clockStopped, .rank, .leader, .need, .official, .playhead, .key, .level,
      .aheadGaining, .whiteArmband, .redArmband, .yellowArmband, .blueArmband:
      Style(bold: true)
    case .heading, .best, .behindGaining, .provisional: Style(underline: true)
    case .behindLosing, .clockProvisional: Style(bold: true, underline: true)
    case .alert: Style(bold: true, reverse: true)
    case .selected: Style(reverse: true)
    }
  }

  private static let grey = Color(xterm256: 246, basic: 7)
  private static let amber = Color(xterm256: 222, basic: 3)
}
