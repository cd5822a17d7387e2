package import CursesScreen

/// A command line being typed: with history, and with completion by Tab.
package struct CommandEditor: Hashable, Sendable {
  /// What is typed so far.
  package private(set) var text = ""
  /// The place of the cursor, in characters.
  package private(set) var cursor = 0
  /// What the last word can become, as Tab found it.
  package private(set) var completions: [String] = []

  private var history: [String]
  /// Place in the history; its count for the new line.
  private var place: Int
  private var draft = ""
  /// Which completion stands in the line; nil before the first Tab.
  private var chosen: Int?

  /// What a key did.
  package enum Outcome: Hashable, Sendable {
    /// The line goes on.
    case typing
    /// The line is to be done.
    case done(String)
    /// Nothing is to be done.
    case cancelled
  }

  /// A line that begins with a text, after the lines that were typed before.
  package init(_ text: String = "", history: [String] = []) {
    self.text = text
    cursor = text.count
    self.history = history
    place = history.count
  }

  /// Takes a key.
  ///
  /// - Parameter complete: what the last word of a line can become.
  package mutating func press(_ key: Key, complete: (String) -> [String]) -> Outcome {
    if key == .tab || key == .backTab {
      self.complete(forward: key == .tab, complete)
      return .typing
    }
    completions = []
    chosen = nil
    switch key {
    case .enter: return text.allSatisfy { $0 == " " } ? .cancelled : .done(text)
    case .escape: return .cancelled
    case .backspace:
      guard cursor > 0 else { return text.isEmpty ? .cancelled : .typing }
      text.remove(at: index(cursor - 1))
      cursor -= 1
    case .delete: if cursor < text.count { text.remove(at: index(cursor)) }
    case .left: cursor = max(cursor - 1, 0)
    case .right: cursor = min(cursor + 1, text.count)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = text.count
    case .control("u"): replace("")
    case .control("w"): removeWord()
    case .up: recall(place - 1)
    case .down: recall(place + 1)
    case .character(let character): insert(character)
    default: break
    }
    return .typing
  }

  private func index(_ offset: Int) -> String.Index { text.index(text.startIndex, offsetBy: offset) }

  private mutating func insert(_ character: Character) {
    // A line of the log holds 64 KiB; nobody types a thousandth of that.
    guard text.count < 500 else { return }
    text.insert(character, at: index(cursor))
    cursor += 1
  }

  private mutating func replace(_ new: String) {
    text = new
    cursor = new.count
  }

  private mutating func removeWord() {
    var before = text.prefix(cursor)
    while before.last == " " { before.removeLast() }
    while let last = before.last, last != " " { before.removeLast() }
    let rest = text.dropFirst(cursor)
    cursor = before.count
    text = String(before + rest)
  }

  private mutating func recall(_ wanted: Int) {
    guard (0...history.count).contains(wanted) else { return }
    if place == history.count { draft = text }
    place = wanted
    replace(wanted == history.count ? draft : history[wanted])
  }

  /// The first Tab fills in what all possibilities share, or the only one; each further one takes the next.
  private mutating func complete(forward: Bool, _ complete: (String) -> [String]) {
    if chosen == nil { completions = complete(text) }
    guard !completions.isEmpty else { return }
    let next = chosen.map { ($0 + (forward ? 1 : completions.count - 1)) % completions.count } ?? 0
    chosen = next
    // A name with a blank stands in quotes, which belong to the word that is replaced.
    let word = completions[next]
    let kept = wordStart()
    replace(String(text.prefix(kept)) + word)
    if completions.count == 1 {
      insert(" ")
      chosen = nil
      completions = []
    }
  }

  private func wordStart() -> Int {
    var start = 0
    var isQuoted = false
    for (offset, character) in text.enumerated() {
      if character == "\"" { isQuoted.toggle() }
      if character == " ", !isQuoted { start = offset + 1 }
    }
    return start
  }
}
