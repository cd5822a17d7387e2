import BoardRuntime
import BoardView
import CursesScreen
import Testing

@Suite struct KeyMapTests {
  let map = KeyMap.replay
  static let all = [KeyMap.replay, .watch]

  @Test(arguments: all)
  func noKeyIsBoundTwice(map: KeyMap<BoardCommand>) {
    let keys = map.bindings.flatMap(\.keys)
    #expect(keys.count == Set(keys).count)
    #expect(map.bindings.allSatisfy { !$0.keys.isEmpty })
  }

  @Test(arguments: all)
  func everyKeyDoesWhatItsBindingSays(map: KeyMap<BoardCommand>) {
    for binding in map.bindings {
      for key in binding.keys { #expect(map.command(for: key) == binding.command) }
    }
    #expect(map.command(for: .character("ß")) == nil)
  }

  @Test(
    arguments: [
      (.character(" "), .togglePause), (.left, .seek(by: -50_000)), (.right, .seek(by: 50_000)),
      (.character("("), .seek(by: -10_000)), (.pageDown, .seek(by: 600_000)),
      (.character("n"), .jump(.split, forward: true)),
      (.character("<"), .jump(.heat, forward: false)), (.character("."), .jump(.event, forward: true)),
      (.home, .end(forward: false)), (.character("7"), .tenth(7)), (.backspace, .normalSpeed),
      (.character("q"), .quit),
      (.character("?"), .toggleHelp), (.escape, .back), (.control("l"), .redraw),
      (.function(4), .screen(.plot)), (.function(5), .screen(.log)), (.character("b"), .screen(.big)),
    ] as [(Key, BoardCommand)])
  func keysThatFingersKnow(key: Key, command: BoardCommand) {
    #expect(map.command(for: key) == command)
  }

  @Test(arguments: all)
  func helpTellsEverySignOnce(map: KeyMap<BoardCommand>) {
    let help = map.help
    #expect(Set(help.map(\.does)).count == help.count)
    for binding in map.bindings {
      let line = help.first { $0.does == binding.help }
      #expect(line?.keys.contains(binding.shown) == true || binding.shown.isEmpty, "\(binding.help)")
    }
    #expect(help.allSatisfy { !$0.keys.isEmpty && !$0.keys.contains("  ") && !$0.keys.hasSuffix(" ") })
  }

  @Test func theFooterBeginsWithWhatIsUsedMost() {
    #expect(Self.all.map(\.hints.first?.does) == ["pause", "live"])
  }

  @Test(arguments: all)
  func theFooterEndsWithHelp(map: KeyMap<BoardCommand>) {
    #expect(map.hints.last?.key == "?")
    for hint in map.hints { #expect(map.help.contains { $0.keys.contains(hint.key) }) }
  }
}
