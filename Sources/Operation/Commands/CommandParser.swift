import LongTrack
import RaceLog

extension DeskCommand {
  /// Reads a line: what an operator types after `:`, and what a script says.
  ///
  /// - Throws: why it is no command, with how it goes.
  package init(_ line: String) throws(CommandError) {
    let words = CommandWords.split(line)
    let name = words.first?.lowercased() ?? ""
    guard let spec = CommandSpec.desk.first(where: { $0.name == name }) else {
      throw .unknown(name, near: Self.near(name))
    }
    var rest = CommandWords(Array(words.dropFirst()), of: spec)
    self = try Self.read(name, &rest)
    try rest.end()
  }

  private static func read(_ name: String, _ words: inout CommandWords) throws(CommandError) -> DeskCommand {
    switch name {
    case "call":
      let pair = try words.requireNumber()
      let race = words.take { $0 != "anyway" }
      return .call(pair: pair, race: race, anyway: words.has("anyway"))
    case "next": return .nextHeat(forward: true, anyway: words.has("anyway"))
    case "previous": return .nextHeat(forward: false, anyway: words.has("anyway"))
    case "arm": return .arm(group: words.number())
    case "disarm": return .disarm
    case "gun": return .gun
    case "inner": return .cross(.inner)
    case "outer": return .cross(.outer)
    case "split", "edit", "move", "swap", "void": return try correction(name, &words)
    case "accept": return .accept(words.seq().map(Decision.ID.event))
    case "assign":
      let id = words.seq().map(Decision.ID.event)
      return .assign(id, who: try words.require(), mark: words.take())
    case "drop":
      if words.has("all") { return .dropAll(reason: words.text()) }
      return .drop(words.seq().map(Decision.ID.event), reason: words.text())
    case "undo": return .undo
    case "redo": return .redo
    default: return try official(name, &words)
    }
  }

  private static func correction(
    _ name: String, _ words: inout CommandWords
  ) throws(CommandError) -> DeskCommand {
    if name == "swap" {
      return .swap(mark: words.take { Double($0) != nil || $0 == "finish" }, reason: words.text())
    }
    if name == "void", let seq = words.seq() { return .void(seq: seq, reason: words.text()) }
    let who = try words.require()
    let mark = try words.require()
    switch name {
    case "split":
      // A reason may follow at once, so only what begins with a digit is a time.
      let time = words.take { $0.first?.isNumber == true }
      return .split(who: who, mark: mark, time: time, reason: words.text())
    case "edit": return .edit(who: who, mark: mark, time: try words.require(), reason: words.text())
    case "move": return .move(who: who, mark: mark, to: try words.require(), reason: words.text())
    default: return .voidSplit(who: who, mark: mark, reason: words.text())
    }
  }

  private static func official(_ name: String, _ words: inout CommandWords) throws(CommandError)
    -> DeskCommand
  {
    switch name {
    case "status":
      let who = try words.require()
      let status = try words.require()
      guard let change = change(status) else { throw .unexpected(status, words.spec) }
      // A code has a digit in it, `T08`; anything else begins the reason.
      let code = words.take { $0.contains(where: \.isNumber) && $0.count <= 6 }
      return .status(who: who, change: change, code: code, reason: words.text())
    case "fall": return .fall(who: try words.require())
    case "falsestart": return .falseStart(who: words.take())
    case "clear": return .clear(reason: words.text())
    case "reskate":
      let who = try words.require()
      let pair = words.number()
      return .reskate(who: who, pair: pair, lane: words.take().flatMap { Lane(rawValue: $0) })
    case "changeup":
      let number = try words.requireNumber()
      let word = try words.require()
      guard let outcome = ChangeUpReport.Outcome(rawValue: word) else { throw .unexpected(word, words.spec) }
      return .changeUp(number: number, outcome: outcome, who: words.take())
    case "order":
      let order = words.all()
      guard !order.isEmpty else { throw .missing(words.spec) }
      return .order(order)
    case "sprint":
      let lap = try words.requireNumber()
      let order = words.all()
      guard !order.isEmpty else { throw .missing(words.spec) }
      return .sprint(lap: lap, order: order)
    case "say", "alert":
      guard let text = words.text() else { throw .missing(words.spec) }
      return .message(text, isAlert: name == "alert")
    case "official":
      let wholeRace = words.has("race")
      return .official(wholeRace: wholeRace, anyway: words.has("anyway"))
    default: return .board(screen: try words.require(), who: words.take())
    }
  }

  private static func change(_ word: String) -> StatusDecision.Change? {
    if word.lowercased() == "none" { return .remove }
    let status = Status(code: word.uppercased())
    if case .other = status { return nil }
    return .set(status)
  }

  /// The command that was perhaps meant: one that begins alike.
  private static func near(_ word: String) -> String? {
    guard !word.isEmpty else { return nil }
    let names = CommandSpec.desk.map(\.name)
    return names.first { $0.hasPrefix(word) } ?? names.first { $0.prefix(3) == word.prefix(3) }
      ?? names.first { $0.prefix(2) == word.prefix(2) }
  }
}
