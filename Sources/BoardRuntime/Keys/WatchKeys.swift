import CursesScreen

extension KeyMap where Command == BoardCommand {
  /// The keys of somebody who watches: they change what is shown here, and nothing else.
  package static var watch: KeyMap {
    KeyMap([
      KeyBinding([.character("b"), .function(6)], "b", .screen(.big), "big board (F6)", hint: "big"),
      KeyBinding([.function(1)], "F1", .screen(.race), "race table start plot log", hint: "race"),
      KeyBinding([.function(2)], "", .screen(.standings), "race table start plot log"),
      KeyBinding([.function(3)], "", .screen(.start), "race table start plot log"),
      KeyBinding([.function(4)], "", .screen(.plot), "race table start plot log"),
      KeyBinding([.function(5)], "… F5", .screen(.log), "race table start plot log"),
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
    ])
  }
}
