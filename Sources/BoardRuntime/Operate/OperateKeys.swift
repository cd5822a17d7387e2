import CursesScreen
import LongTrack
import Operation

extension KeyMap where Command == OperateCommand {
  /// The keys of the operator's console. Whatever cannot be looked at twice before it counts opens a command line
  /// instead of acting.
  package static var operate: KeyMap { KeyMap(timing + deciding + correcting + officials + screens) }

  private static func key(_ character: Character) -> [Key] { [.character(character)] }

  private static var timing: [KeyBinding<Command>] {
    [
      KeyBinding(key(" "), "Space", .desk(.gun), "the gun, when armed", hint: "gun"),
      KeyBinding(key("i"), "i", .desk(.cross(.inner)), "split in the inner, outer lane", hint: "inner"),
      KeyBinding(key("o"), "o", .desk(.cross(.outer)), "split in the inner, outer lane", hint: "outer"),
      KeyBinding(key("a"), "a", .desk(.arm(group: nil)), "arm the gun (A disarms)", hint: "arm"),
      KeyBinding(key("A"), "", .desk(.disarm), "arm the gun (A disarms)"),
      KeyBinding(
        key(">"), ">", .desk(.nextHeat(forward: true, anyway: false)), "next, previous heat", hint: "next"),
      KeyBinding(key("<"), "<", .desk(.nextHeat(forward: false, anyway: false)), "next, previous heat"),
    ]
  }

  private static var deciding: [KeyBinding<Command>] {
    [
      KeyBinding(key("u"), "u", .desk(.undo), "undo", hint: "undo"),
      KeyBinding([.control("r")], "^R", .desk(.redo), "redo"),
      KeyBinding([.enter], "Enter", .accept, "accept what is suggested", hint: "accept"),
      KeyBinding(key("x"), "x", .drop, "drop the chosen decision", hint: "drop"),
      KeyBinding(key("X"), "X", .type("drop all"), "drop all impulses …"),
      KeyBinding([.up, .character("k")], "↑", .select(-1), "choose a decision"),
      KeyBinding([.down, .character("j")], "↓", .select(1), "choose a decision"),
    ]
  }

  private static var correcting: [KeyBinding<Command>] {
    [
      KeyBinding(key(":"), ":", .type(""), "a command (Tab completes)", hint: "command"),
      KeyBinding(key("e"), "e", .correct, "another time …"),
      KeyBinding(key("n"), "n", .type("split "), "a missed split …"),
      KeyBinding(key("m"), "m", .type("move "), "to the other skater …"),
      KeyBinding(key("w"), "w", .type("swap "), "swap both …"),
      KeyBinding(key("z"), "z", .type("void "), "void a split …"),
      KeyBinding(key("p"), "p", .assign, "an impulse to a skater …", hint: "assign"),
      KeyBinding(key("N"), "N", .type("order "), "impulses to a field …"),
    ]
  }

  private static var officials: [KeyBinding<Command>] {
    [
      KeyBinding(key("c"), "c", .type("clear "), "clear and restart …", hint: "clear"),
      KeyBinding(key("f"), "f", .type("falsestart "), "false start …", hint: "false start"),
      KeyBinding(key("s"), "s", .type("status "), "DNS DNF DQ WDR …"),
      KeyBinding(key("d"), "d", .type("fall "), "somebody fell …"),
      KeyBinding(key("r"), "r", .type("reskate "), "re-skate …"),
      KeyBinding(key("g"), "g", .type("changeup "), "change-up incident …"),
      KeyBinding(key("l"), "l", .type("sprint "), "sprint order …"),
      KeyBinding(key("W"), "W", .type("official"), "confirm official …", hint: "confirm"),
      KeyBinding(key("t"), "t", .type("say "), "a line for the ticker …"),
      KeyBinding(key("b"), "b", .type("board "), "what public screens show …"),
      KeyBinding(key("C"), "C", .type("call "), "call any pair …"),
    ]
  }

  private static var screens: [KeyBinding<Command>] {
    [
      KeyBinding([.function(12)], "F12", .lock, "twice: unlock; once: lock", hint: "lock"),
      KeyBinding([.tab], "Tab", .nextScreen(forward: true), "next screen (Shift: back)", hint: "screen"),
      KeyBinding([.backTab], "", .nextScreen(forward: false), "next screen (Shift: back)"),
      KeyBinding([.function(1)], "F1", .screen(.console), "console board table start log cup"),
      KeyBinding([.function(2)], "", .screen(.board), "console board table start log cup"),
      KeyBinding([.function(3)], "", .screen(.standings), "console board table start log cup"),
      KeyBinding([.function(4)], "", .screen(.start), "console board table start log cup"),
      KeyBinding([.function(5)], "", .screen(.log), "console board table start log cup"),
      KeyBinding([.function(6)], "… F6", .screen(.cup), "console board table start log cup"),
      KeyBinding([.escape], "Esc", .back, "back to the console"),
      KeyBinding(key("v"), "v", .nextTheme, "colours, blue/orange, mono"),
      KeyBinding([.control("l")], "^L", .redraw, "draw again"),
      KeyBinding(key("q"), "q", .quit, "quit, asks (also Ctrl-C)", hint: "quit"),
      KeyBinding([.character("?"), .character("h")], "?", .toggleHelp, "keys", hint: "keys"),
    ]
  }
}
