import CursesScreen
import LongTrack

extension KeyMap {
  /// The keys of a replay: those that fingers know from players and pagers.
  package static let replay = KeyMap(transport + jumps + speeds + board)

  private static let second = RaceTime.ticksPerSecond

  private static let transport = [
    KeyBinding([.character(" ")], "Space", .togglePause, "pause, go on", hint: "pause"),
    KeyBinding([.left], "←", .seek(by: -5 * second), "back, on 5 s"),
    KeyBinding([.right], "→", .seek(by: 5 * second), "back, on 5 s"),
    KeyBinding([.shiftLeft, .character("(")], "(", .seek(by: -second), "back, on 1 s (Shift ← →)"),
    KeyBinding([.shiftRight, .character(")")], ")", .seek(by: second), "back, on 1 s (Shift ← →)"),
    KeyBinding([.pageUp], "PgUp", .seek(by: -60 * second), "back, on 1 minute"),
    KeyBinding([.pageDown], "PgDn", .seek(by: 60 * second), "back, on 1 minute"),
  ]

  private static let jumps =
    [
      KeyBinding([.character("N")], "N", .jump(.split, forward: false), "previous, next split"),
      KeyBinding(
        [.character("n")], "n", .jump(.split, forward: true), "previous, next split", hint: "next split"),
      KeyBinding([.character("<")], "<", .jump(.heat, forward: false), "previous, next heat"),
      KeyBinding(
        [.character(">")], ">", .jump(.heat, forward: true), "previous, next heat", hint: "next heat"),
      KeyBinding([.character(",")], ",", .jump(.event, forward: false), "previous, next event, paused"),
      KeyBinding([.character(".")], ".", .jump(.event, forward: true), "previous, next event, paused"),
      KeyBinding([.character("g"), .home], "g", .end(forward: false), "start, end (Home End)"),
      KeyBinding([.character("G"), .end], "G", .end(forward: true), "start, end (Home End)"),
      KeyBinding([.character("u")], "u", .undoSeek, "back to before the last jump"),
    ]
    + (0...9).map { tenth in
      KeyBinding(
        [.character(Character(String(tenth)))], tenth == 0 ? "0" : tenth == 9 ? "… 9" : "", .tenth(tenth),
        "to 0 … 90 %")
    }

  private static let speeds = [
    KeyBinding([.character("["), .character("{")], "[", .slower, "slower, faster", hint: "slower"),
    KeyBinding([.character("]"), .character("}")], "]", .faster, "slower, faster", hint: "faster"),
    KeyBinding([.backspace], "Backspace", .normalSpeed, "exactly 1×"),
  ]

  private static let board = [
    KeyBinding(
      [.character("c")], "c", .comparison(forward: true), "compare with the next, previous", hint: "compare"),
    KeyBinding([.character("C")], "C", .comparison(forward: false), "compare with the next, previous"),
    KeyBinding([.function(1)], "F1", .screen(.race), "race, standings, start list, log"),
    KeyBinding([.function(2)], "F2", .screen(.standings), "race, standings, start list, log"),
    KeyBinding([.function(3)], "F3", .screen(.start), "race, standings, start list, log"),
    KeyBinding([.function(4)], "F4", .screen(.log), "race, standings, start list, log"),
    KeyBinding([.tab], "Tab", .nextScreen(forward: true), "next screen (Shift: previous)", hint: "screen"),
    KeyBinding([.backTab], "", .nextScreen(forward: false), "next screen (Shift: previous)"),
    KeyBinding([.character("d")], "d", .toggleLive, "live deltas on, off"),
    KeyBinding([.character("v")], "v", .nextTheme, "colours, blue and orange, mono"),
    KeyBinding([.escape], "Esc", .back, "back to the race"),
    KeyBinding([.control("l")], "^L", .redraw, "draw again"),
    KeyBinding([.character("q")], "q", .quit, "quit (also Ctrl-C)", hint: "quit"),
    KeyBinding([.character("?"), .character("h")], "?", .toggleHelp, "keys", hint: "keys"),
  ]
}
