/// How many colours a terminal has.
package enum ColourDepth: Hashable, Sendable {
  /// None, or none wanted.
  case none
  /// The eight basic ones.
  case eight
  /// The palette of 256.
  case palette

  init(colours: CInt) {
    switch colours {
    case 256...: self = .palette
    case 8...: self = .eight
    default: self = .none
    }
  }
}
