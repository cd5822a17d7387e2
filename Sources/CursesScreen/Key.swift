/// A key the operator pressed.
package enum Key: Hashable, Sendable {
  /// A key that types something, the space bar and the number pad included.
  case character(Character)
  /// Ctrl and a key, in lower case: Ctrl-L is `.control("l")`.
  case control(Character)
  /// A function key by its number, from 1.
  case function(Int)
  /// An arrow key.
  case left, right, up, down
  /// An arrow key with Shift, where the terminal tells them apart.
  case shiftLeft, shiftRight
  /// A key that moves by pages or to an end.
  case pageUp, pageDown, home, end
  /// Enter, also that of the number pad.
  case enter
  /// Escape by itself.
  case escape
  /// Backspace, and Ctrl-H, which many terminals send for it.
  case backspace
  /// Tab, and Tab with Shift.
  case tab, backTab
  /// Delete, to the right.
  case delete
}
