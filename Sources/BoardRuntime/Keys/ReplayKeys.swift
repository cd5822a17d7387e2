import CursesScreen
import LongTrack

extension KeyMap where Command == BoardCommand {
  /// The keys of a replay: those that fingers know from players and pagers.
  package static var replay: KeyMap { KeyMap(transport + jumps + speeds + board) }

  private static var second: Int64 { RaceTime.ticksPerSecond }

  private static var transport: [KeyBinding<Command>] {
    [
      KeyBinding([.character(" ")], "Space", .togglePause, "pause, go on", hint: "pause"),
      KeyBinding([.left], "←", .seek(by: -5 * second), "back, on 5 s"),
      KeyBinding([.right], "→", .seek(by: 5 * second), "back, on 5 s"),
      KeyBinding([.shiftLeft, .character("(")], "(", .seek(by: -second), "back, on 1 s (Shift ← →)"),
      KeyBinding([.shiftRight, .character(")")], ")", .seek(by: second), "back, on 1 s (Shift ← →)"),
      KeyBinding([.pageUp], "PgUp", .seek(by: -60 * second), "back, on 1 minute"),
      KeyBinding([.pageDown], "PgDn", .seek(by: 60 * second), "back, on 1 minute"),
    ]
  }

  private static var jumps: [KeyBinding<Command>] {
    [
      KeyBinding([.character("N")], "N", .jump(.split, forward: false), "previous, next split"),
      KeyBinding(
        [.character("n")], "n", .jump(.split, forward: true), "previous, next split", hint: "next split"),
      KeyBinding([.character("<")], "<", .jump(.heat, forward: false), "previous, next heat"),
      KeyBinding(
        [.character(">")], ">", .jump(.heat, forward: true), "previous, next heat", hint: "next heat"),
      KeyBinding([.character(",")], ",", .jump(.event, forward: false), "step by events, paused"),
      KeyBinding([.character(".")], ".", .jump(.event, forward: true), "step by events, paused"),
      KeyBinding([.character("g"), .home], "g", .end(forward: false), "start, end (Home End)"),
      KeyBinding([.character("G"), .end], "G", .end(forward: true), "start, end (Home End)"),
      KeyBinding([.character("u")], "u", .undoSeek, "take back the last jump"),
    ]
      + (0...9).map { tenth in
        KeyBinding(
          [.character(Character(String(tenth)))], tenth == 0 ? "0" : tenth == 9 ? "… 9" : "", .tenth(tenth),
          "to 0 … 90 %")
      }
  }

  private static var speeds: [KeyBinding<Command>] {
    [
      KeyBinding([.character("["), .character("{")], "[", .slower, "slower, faster", hint: "slower"),
      KeyBinding([.character("]"), .character("}")], "]", .faster, "slower, faster", hint: "faster"),
      KeyBinding([.backspace], "Backspace", .normalSpeed, "exactly 1×"),
    ]
  }

  private static var board: [KeyBinding<Command>] {
    [
      KeyBinding(
        [.character("c")], "c", .comparison(forward: true), "next, previous comparison", hint: "compare"),
      KeyBinding([.character("C")], "C", .comparison(forward: false), "next, previous comparison"),
      KeyBinding([.function(1)], "F1", .screen(.race), "race, table, … , cup (w)"),
      KeyBinding([.function(2)], "", .screen(.standings), "race, table, … , cup (w)"),
      KeyBinding([.function(3)], "", .screen(.start), "race, table, … , cup (w)"),
      KeyBinding([.function(4)], "", .screen(.plot), "race, table, … , cup (w)"),
      KeyBinding([.function(5)], "", .screen(.log), "race, table, … , cup (w)"),
      KeyBinding([.function(6)], "", .screen(.big), "race, table, … , cup (w)"),
      KeyBinding([.function(7), .character("w")], "… F7", .screen(.cup), "race, table, … , cup (w)"),
      KeyBinding([.character("b")], "b", .screen(.big), "big board", hint: "big"),
      KeyBinding([.tab], "Tab", .nextScreen(forward: true), "next screen (Shift: back)", hint: "screen"),
      KeyBinding([.backTab], "", .nextScreen(forward: false), "next screen (Shift: back)"),
      KeyBinding([.character("d")], "d", .toggleLive, "live deltas on, off"),
      KeyBinding([.character("v")], "v", .nextTheme, "colours, blue/orange, mono"),
      KeyBinding([.escape], "Esc", .back, "back to the race"),
      KeyBinding([.control("l")], "^L", .redraw, "draw again"),
      KeyBinding([.character("q")], "q", .quit, "quit (also Ctrl-C)", hint: "quit"),
      KeyBinding([.character("?"), .character("h")], "?", .toggleHelp, "keys", hint: "keys"),
    ]
  }
}
