import FoundationEssentials
import ProgramFixtures
import ReplayFixtures
import Testing

/// The commands that print: what they say and the status they end with.
@Suite struct CommandTests {
  static let commands = [["replay"], ["render"], ["results"]]

  @Test(arguments: commands + [["check"]])
  func aFileThatIsNoLogIsToldInASentence(command: [String]) throws {
    let scratch = try Scratch()
    let empty = try scratch.file("empty.ndjson", Data())
    let binary = try scratch.file("binary.ndjson", Data([0x7F, 0x45, 0, 1, 2, 3, 10]))
    let newer = try scratch.log([#"{"type":"meet","format":2,"log":"t","name":"T"}"#])
    let missing = scratch.folder + "/missing.ndjson"
    for (file, sentence) in [
      (missing, "no such file. Name a race log, or leave the name out for the demo."),
      (scratch.folder, "a directory. Name a race log in it, a file ending in .ndjson."),
      (empty, "empty. A race log begins with a `meet` event."),
      (binary, "binary data, not a race log (one JSON object a line)."),
    ] {
      let result = try Program.run(command + [file])
      #expect(result.errors == "rinkside: \(file): \(sentence)\n")
      #expect(result.status == 2 && result.output.isEmpty)
    }
    let result = try Program.run(command + [newer])
    #expect(result.errors.hasPrefix("rinkside: \(newer):1: ") && result.status == 2)
  }

  @Test(arguments: commands)
  func aRaceThatTheLogDoesNotHaveIsToldWithThoseItHas(command: [String]) throws {
    let result = try Program.run(command + ["--race", "m500", Program.demo])
    #expect(result.errors == "rinkside: \(Program.demo): no race \"m500\" in this log. It has w1000.\n")
    #expect(result.status == 2 && result.output.isEmpty)
  }

  @Test(
    arguments: [
      (
        ["replay", "--start", "noon"],
        "noon: not a point in a log. Write '#42' (a seq), 12:31 (time since the start) or an RFC 3339 moment."
      ),
      (
        ["render", "--at", "#0"],
        "#0: not a point in a log. Write '#42' (a seq), 12:31 (time since the start) or an RFC 3339 moment."
      ),
      (
        ["results", "--at", ""],
        ": not a point in a log. Write '#42' (a seq), 12:31 (time since the start) or an RFC 3339 moment."
      ),
      (["replay", "--speed", "3"], "3: not a speed. Use 1/8, 1/4, 1/2, 1, 2, 4, 8, 16, 32 or 64."),
      (["render", "--size", "80"], "80: not a size. Write columns x rows, like 80x24."),
      (["render", "--size", "0x24"], "0x24: not a size. Write columns x rows, like 80x24."),
    ])
  func aValueThatMakesNoSenseIsToldInASentence(arguments: [String], sentence: String) throws {
    // The log is not even looked for.
    for log in [Program.demo, "/no/such/log"] {
      let result = try Program.run(arguments + [log])
      #expect(result.errors == "rinkside: \(sentence)\n")
      #expect(result.status == 64 && result.output.isEmpty)
    }
  }

  @Test(
    arguments: [
      ["--nonsense"], ["nonsense"], ["render", "--size"], ["results", "--format", "xml"], ["check"],
      ["render", "--screen", "none"], ["replay", "--compare", "nobody"], ["render", "a", "b"],
    ])
  func wrongUsageEndsWithStatus64(arguments: [String]) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 64)
    #expect(result.output.isEmpty && result.errors.contains("Usage:"))
  }

  @Test(
    arguments: [
      ["render", "--screen", "EVIL"], ["EVIL"], ["--EVIL"], ["results", "--EVIL"], ["render", "a", "EVIL"],
      ["render", "--size", "EVIL"], ["replay", "--start", "EVIL"], ["replay", "--speed", "EVIL"],
      ["help", "EVIL"], ["render", "--grace", "EVIL"],
    ])
  func argumentsAreRepeatedWithoutWhatSteersATerminal(arguments: [String]) throws {
    let evil = "x\u{1B}]0;PWNED\u{7}\u{9B}31m\u{202E}\rend"
    let result = try Program.run(arguments.map { $0.replacing("EVIL", with: evil) })
    for text in HostileLogTests.forbidden { #expect(!(result.output + result.errors).contains(text)) }
    #expect((result.output + result.errors).unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
    #expect(result.status == (arguments.first == "help" ? 0 : 64))
  }

  @Test(arguments: [["check"]] + commands.dropFirst() + [["--help"], ["--version"]])
  func whatCannotBeWrittenIsAnError(command: [String]) throws {
    let arguments = command.first?.hasPrefix("-") == true ? command : command + [Program.demo]
    let result = try Program.run(arguments, output: "/dev/full")
    #expect(
      result.errors == "rinkside: standard output: cannot be written (No space left on device).\n")
    #expect(result.status == 2)
  }

  @Test(arguments: [["--help"], ["--version"], ["help", "replay"], []])
  func helpIsNoError(arguments: [String]) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 0 && !result.output.isEmpty && result.errors.isEmpty)
  }

  @Test(arguments: ["#80", "26:24", "2023-11-18T17:26:24+08:00"])
  func renderPrintsTheFrameOfAMoment(at moment: String) throws {
    let result = try Program.run(["render", "--at", moment, "--size", "100x30", Program.demo])
    let rows = result.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows.count == 31 && rows.last?.isEmpty == true && rows.allSatisfy { $0.count <= 100 })
    #expect(result.output.contains("TAKAGI Miho") && result.output.contains("26:24/27:04"))
    #expect(result.status == 0 && result.errors.isEmpty)
  }

  @Test func renderKnowsASCIIScreensAndRoles() throws {
    let ascii = try Program.run(["render", "--ascii", Program.demo])
    #expect(ascii.status == 0 && ascii.output.utf8.allSatisfy { $0 < 0x80 })
    let start = try Program.run(["render", "--screen", "start", Program.demo])
    #expect(start.output.contains("Start list"))
    let roles = try Program.run(["render", "--roles", Program.demo])
    #expect(roles.output.hasPrefix(try Program.run(["render", Program.demo]).output))
    #expect(roles.output.split(separator: "\n", omittingEmptySubsequences: false).count == 49)
  }
}
