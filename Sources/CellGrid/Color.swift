/// A colour, named once for terminals with 256 colours and once for those with eight.
package struct Color: Hashable, Sendable {
  /// Its number in the palette of 256.
  package let xterm256: UInt8
  /// Its stand-in among the first eight: 0 black, 1 red, 2 green, 3 yellow, 4 blue, 5 magenta, 6 cyan, 7 white.
  package let basic: UInt8

  /// A colour by its number among 256 and among eight. Of `basic` only the lowest three bits count.
  package init(xterm256: UInt8, basic: UInt8) {
    self.xterm256 = xterm256
    self.basic = basic & 7
  }
}
