/// The words of a command line, read from left to right; a name with blanks stands in quotes.
struct CommandWords {
  let spec: CommandSpec
  private var rest: [String]

  init(_ words: [String], of spec: CommandSpec) {
    self.spec = spec
    rest = words
  }

  /// Cuts a line into words.
  static func split(_ line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
        word = word ?? ""
      } else if character == " ", !isQuoted {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let done = word { words.append(done) }
    return words
  }

  /// The next word, if there is one and it satisfies a test.
  mutating func take(where test: (String) -> Bool = { _ in true }) -> String? {
    guard let word = rest.first, test(word) else { return nil }
    rest.removeFirst()
    return word
  }

  mutating func require() throws(CommandError) -> String {
    guard let word = take() else { throw .missing(spec) }
    return word
  }

  /// Takes a word if it stands here.
  mutating func has(_ word: String) -> Bool { take { $0.lowercased() == word } != nil }

  mutating func number() -> Int? { take { Int($0) != nil }.flatMap(Int.init) }

  mutating func requireNumber() throws(CommandError) -> Int {
    if let number = number() { return number }
    throw rest.first.map { .unexpected($0, spec) } ?? .missing(spec)
  }

  /// `#42`.
  mutating func seq() -> Int? {
    take { $0.hasPrefix("#") && Int($0.dropFirst()) != nil }.flatMap { Int($0.dropFirst()) }
  }

  /// Everything left, nil for nothing.
  mutating func text() -> String? {
    defer { rest = [] }
    return rest.isEmpty ? nil : rest.joined(separator: " ")
  }

  mutating func all() -> [String] {
    defer { rest = [] }
    return rest
  }

  /// Nothing may be left.
  func end() throws(CommandError) {
    if let word = rest.first { throw .unexpected(word, spec) }
  }
}
