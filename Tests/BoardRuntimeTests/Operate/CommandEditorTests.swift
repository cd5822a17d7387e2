import BoardRuntime
import CursesScreen
import Testing

/// The line that is typed.
@Suite struct CommandEditorTests {
  private func editor(_ text: String, history: [String] = []) -> CommandEditor {
    CommandEditor(text, history: history)
  }

  private let words: (String) -> [String] = { line in
    ["split", "sprint", "status"].filter { $0.hasPrefix(line) }
  }

  @Test func typingMovingAndErasing() {
    var line = editor("splt")
    for key in [
      Key.left, .character("i"), .end, .character(" "), .character("x"), .backspace, .home, .delete,
    ] {
      #expect(line.press(key, complete: words) == .typing)
    }
    #expect(line.text == "plit ")
    #expect(line.cursor == 0)
    _ = line.press(.end, complete: words)
    _ = line.press(.control("w"), complete: words)
    #expect(line.text == "")
    #expect(line.press(.backspace, complete: words) == .cancelled)
  }

  @Test func enterSendsAndEscapeDoesNot() {
    var line = editor("undo")
    #expect(line.press(.enter, complete: words) == .done("undo"))
    #expect(line.press(.escape, complete: words) == .cancelled)
    var empty = editor("  ")
    #expect(empty.press(.enter, complete: words) == .cancelled)
  }

  @Test func historyKeepsWhatWasBeingTyped() {
    var line = editor("ne", history: ["one", "two"])
    _ = line.press(.up, complete: words)
    #expect(line.text == "two")
    _ = line.press(.up, complete: words)
    _ = line.press(.up, complete: words)
    #expect(line.text == "one")
    _ = line.press(.down, complete: words)
    _ = line.press(.down, complete: words)
    #expect(line.text == "ne")
  }

  @Test func tabTakesOneAfterTheOther() {
    var line = editor("sp")
    _ = line.press(.tab, complete: words)
    #expect(line.text == "split")
    #expect(line.completions == ["split", "sprint"])
    _ = line.press(.tab, complete: words)
    #expect(line.text == "sprint")
    _ = line.press(.backTab, complete: words)
    #expect(line.text == "split")
    _ = line.press(.character(" "), complete: words)
    #expect(line.completions.isEmpty)
    var only = editor("st")
    _ = only.press(.tab, complete: words)
    #expect(only.text == "status ")
  }

  @Test func aNameInQuotesIsOneWord() {
    var line = editor("split \"de j")
    _ = line.press(.tab) { _ in ["\"DE JONG\""] }
    #expect(line.text == "split \"DE JONG\" ")
  }
}
