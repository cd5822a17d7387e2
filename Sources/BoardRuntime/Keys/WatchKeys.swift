import CursesScreen
import LongTrack

extension KeyMap where Command == BoardCommand {
  /// The keys of somebody who watches: they change what is shown here, and nothing else.
  package static var watch: KeyMap { KeyMap(recorder + delays + screens) }

  private static var second: Int64 { RaceTime.ticksPerSecond }

  private static var recorder: [KeyBinding<Command>] {
    [
      KeyBinding(
        [.character("G"), .end, .character("F")], "G", .end(forward: true), "back to live (End F)",
        hint: "live"),
      KeyBinding([.character(" ")], "Space", .togglePause, "pause, go on", hint: "pause"),
      KeyBinding([.left], "←", .seek(by: -5 * second), "back, on 5 s", hint: "back"),
      KeyBinding([.right], "→", .seek(by: 5 * second), "back, on 5 s"),
      KeyBinding([.shiftLeft, .character("(")], "(", .seek(by: -second), "back, on 1 s (Shift ← →)"),
      KeyBinding([.shiftRight, .character(")")], ")", .seek(by: second), "back, on 1 s (Shift ← →)"),
      KeyBinding([.pageUp], "PgUp", .seek(by: -60 * second), "back, on 1 minute"),
      KeyBinding([.pageDown], "PgDn", .seek(by: 60 * second), "back, on 1 minute"),
      KeyBinding([.character("<")], "<", .jump(.heat, forward: false), "previous, next heat"),
      KeyBinding([.character(">")], ">", .jump(.heat, forward: true), "previous, next heat"),
      KeyBinding([.character("g"), .home], "g", .end(forward: false), "start of the log (Home)"),
      KeyBinding([.character("u")], "u", .undoSeek, "take back the last jump"),
      KeyBinding([.character("["), .character("{")], "[", .slower, "slower, faster"),
      KeyBinding([.character("]"), .character("}")], "]", .faster, "slower, faster"),
      KeyBinding([.backspace], "Backspace", .normalSpeed, "exactly 1×"),
    ]
  }

  private static var delays: [KeyBinding<Command>] {
    [
      KeyBinding([.character("y")], "y", .gunIsNow, "the gun on TV is now"),
      KeyBinding([.character("z")], "z", .delay(by: -second / 10), "delay −, + 0.1 s"),
      KeyBinding([.character("Z")], "Z", .delay(by: second / 10), "delay −, + 0.1 s"),
      KeyBinding([.character(",")], ",", .delay(by: -second), "delay −, + 1 s"),
      KeyBinding([.character(".")], ".", .delay(by: second), "delay −, + 1 s"),
      KeyBinding([.character("n")], "n", .delay(by: -5 * second), "delay −, + 5 s"),
      KeyBinding([.character("m")], "m", .delay(by: 5 * second), "delay −, + 5 s"),
      KeyBinding([.character("N")], "N", .delay(by: -30 * second), "delay −, + 30 s"),
      KeyBinding([.character("M")], "M", .delay(by: 30 * second), "delay −, + 30 s"),
      KeyBinding([.character("x")], "x", .noDelay, "no delay"),
    ]
  }

  private static var screens: [KeyBinding<Command>] {
    [
      KeyBinding([.character("b"), .function(6)], "b", .screen(.big), "big board (F6)", hint: "big"),
      KeyBinding([.function(1)], "F1", .screen(.race), "race table start plot log"),
      KeyBinding([.function(2)], "", .screen(.standings), "race table start plot log"),
      KeyBinding([.function(3)], "", .screen(.start), "race table start plot log"),
      KeyBinding([.function(4)], "", .screen(.plot), "race table start plot log"),
      KeyBinding([.function(5)], "… F5", .screen(.log), "race table start plot log"),
      KeyBinding([.character("w"), .function(7)], "w", .screen(.cup), "World Cup table (F7)"),
      KeyBinding([.tab], "Tab", .nextScreen(forward: true), "next screen (Shift: back)", hint: "screen"),
      KeyBinding([.backTab], "", .nextScreen(forward: false), "next screen (Shift: back)"),
      KeyBinding(
        [.escape, .character("o")], "Esc", .back, "as the operator chose (o)", hint: "operator's choice"),
      KeyBinding(
        [.character("c")], "c", .comparison(forward: true), "next, previous comparison", hint: "compare"),
      KeyBinding([.character("C")], "C", .comparison(forward: false), "next, previous comparison"),
      KeyBinding([.character("d")], "d", .toggleLive, "live deltas on, off"),
      KeyBinding([.character("v")], "v", .nextTheme, "colours, blue/orange, mono"),
      KeyBinding([.control("l")], "^L", .redraw, "draw again"),
      KeyBinding([.character("q")], "q", .quit, "quit (also Ctrl-C)", hint: "quit"),
      KeyBinding([.character("?"), .character("h")], "?", .toggleHelp, "keys", hint: "keys"),
    ]
  }
}
