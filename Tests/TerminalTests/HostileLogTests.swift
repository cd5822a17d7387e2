import FoundationEssentials
import ProgramFixtures
import ReplayFixtures
import TerminalHarness
import Testing

/// Nothing that stands in a log can steer a terminal or a pager.
@Suite struct HostileLogTests {
  /// What must not come through, as it would stand in the output.
  static let forbidden = [
    "\u{1B}]0;", "\u{1B}[6n", "\u{1B}c", "\u{1B}]52;", "\u{9B}", "\u{85}", "\u{202E}", "\u{2066}", "\u{200B}",
    "\u{8}X",
    "\u{7}", "\u{7F}", "\u{FEFF}",
  ]

  /// The same, as JSON writes it, in every text that a board shows.
  static let nasty =
    #"Eve\u001b]0;PWNED\u0007\u001b[6n\u001bc\u001b]52;c;eA==\u0007\u009b31m\u0085\u202e\u2066\u200b\bX\u007f\ufeff\nMal\r\tory"#

  static func log() throws -> (scratch: Scratch, path: String) {
    let scratch = try Scratch()
    let events = [
      #"{"type":"meet","format":1,"log":"t","name":"NASTY","place":"NASTY","venue":"NASTY"}"#,
      #"{"type":"race","race":"w500","kind":"individual","distance":500,"title":"NASTY"}"#,
      #"{"type":"race","race":"x","kind":"NASTY","laps":3}"#,
      #"{"type":"entry","race":"w500","pair":1,"lane":"inner","competitor":{"id":"a","name":"NASTY","nation":"NASTY"}}"#,
      #"{"type":"reference","race":"w500","kind":"TR","name":"NASTY","time":"37.00"}"#,
      #"{"type":"call","race":"w500","pair":1}"#,
      #"{"type":"start","race":"w500","pair":1}"#,
      #"{"type":"status","race":"w500","competitor":"a","status":"DQ","code":"NASTY","reason":"NASTY"}"#,
      #"{"type":"NASTY"}"#,
      #"{"type":"call","race":"NASTY","pair":1}"#,
      #"{"type":"message","text":"NASTY","level":"alert"}"#,
    ]
    return (scratch, try scratch.log(events.map { $0.replacing("NASTY", with: nasty) }))
  }

  @Test(
    arguments: [
      ["render"], ["render", "--screen", "standings"], ["render", "--screen", "start"],
      ["render", "--screen", "log"], ["render", "--screen", "plot"], ["render", "--size", "40x12"],
      ["render", "--ascii"],
      ["results"], ["results", "--format", "csv"], ["results", "--format", "json"], ["check"],
    ])
  func printedItIsHarmless(command: [String]) throws {
    let (scratch, log) = try Self.log()
    let result = try Program.run(command + [log])
    let printed = result.output + result.errors
    #expect(printed.contains("Eve") || printed.contains("EVE"))
    for text in Self.forbidden { #expect(!printed.contains(text), "\(text.debugDescription)") }
    #expect(printed.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
    // No part of a name starts a line of its own.
    #expect(!printed.split(separator: "\n").contains { $0.hasPrefix("Mal") || $0.hasPrefix("ory") })
    withExtendedLifetime(scratch) {}
  }

  @Test func aLogCannotForgeALineOfItsCheck() throws {
    let scratch = try Scratch()
    let forged = #"x\nother.ndjson:7: error: forged"#
    let events = [
      #"{"type":"meet","format":1,"log":"t","name":"T"}"#, #"{"type":"FORGED"}"#,
      #"{"type":"call","race":"FORGED","pair":1}"#, #"{"type":"race","race":"x","kind":"FORGED"}"#,
      #"{"type":"void","voids":["FORGED"]}"#, #"{"type":"FORGED","race":"FORGED","FORGED":1}"#,
    ]
    let log = try scratch.log(events.map { $0.replacing("FORGED", with: forged) })
    let result = try Program.run(["check", log])
    #expect(result.output.contains("other.ndjson:7: error: forged"))
    #expect(result.output.split(separator: "\n").allSatisfy { $0.hasPrefix(log + ":") })
    let strange = try Program.run(["check", "/no\nrinkside: forged"])
    #expect(strange.errors.split(separator: "\n").count == 1)
  }

  @Test func onATerminalItIsHarmless() throws {
    let (scratch, log) = try Self.log()
    let terminal = try PseudoTerminal(columns: 80, rows: 24)
    let pid = try terminal.spawn(
      try Program.path(), ["replay", "--start", "0:10", log],
      environment: ["TERM=xterm-256color", "LC_ALL=C.UTF-8"])
    var sent = terminal.output(until: "\u{1B}[?2026l")
    #expect(sent.contains("Eve"))
    for key in ["\u{1B}OQ", "\u{1B}OR", "\u{1B}OS", "\u{1B}[15~", "\u{1B}OP"] {
      terminal.type(key)
      sent += terminal.output(until: "\u{1B}[?2026l")
    }
    terminal.type("q")
    sent += terminal.output(until: "\u{1B}[?1049l")
    #expect(Spawn.end(of: pid) == 0)
    for text in Self.forbidden { #expect(!sent.contains(text), "\(text.debugDescription)") }
    withExtendedLifetime(scratch) {}
  }

  @Test func anErrorAboutAFileWithAnEvilNameIsHarmless() throws {
    let result = try Program.run(["check", "/no\u{1B}]0;PWNED\u{7}\u{202E}/such\nfile"])
    #expect(result.status == 2)
    for text in Self.forbidden { #expect(!result.errors.contains(text)) }
  }
}
