import CNCurses
import CellGrid

/// A theme in the terms of ncurses, worked out once.
struct StyleTable {
  let theme: Theme
  private let looks: [(attributes: UInt8, pair: CInt)]

  init(_ theme: Theme, depth: ColourDepth) {
    self.theme = theme
    looks = Role.allCases.map { role in
      let style = theme[role]
      return (Self.attributes(of: style), Self.pair(of: style, depth: depth))
    }
  }

  subscript(role: Role) -> (attributes: UInt8, pair: CInt) { looks[Int(role.rawValue)] }

  private static func attributes(of style: Style) -> UInt8 {
    var bits = 0
    if style.bold { bits |= RK_BOLD }
    if style.dim { bits |= RK_DIM }
    if style.reverse { bits |= RK_REVERSE }
    if style.underline { bits |= RK_UNDERLINE }
    return UInt8(bits)
  }

  private static func pair(of style: Style, depth: ColourDepth) -> CInt {
    rk_pair(index(of: style.foreground, depth: depth), index(of: style.background, depth: depth))
  }

  private static func index(of colour: Color?, depth: ColourDepth) -> CInt {
    guard let colour else { return -1 }
    return switch depth {
    case .none: -1
    case .eight: CInt(colour.basic)
    case .palette: CInt(colour.xterm256)
    }
  }
}
