import FoundationEssentials
import Testing

/// Arrows point down only: what each module may import, and nothing else.
@Suite struct ImportRuleTests {
  /// Modules of this package by what they may import of it; and of what is outside it.
  static let rules: [(module: String, own: Set<String>, outside: Set<String>)] = [
    ("LongTrack", [], []),
    ("RaceLog", ["LongTrack"], ["Dispatch", "FoundationEssentials", "Glibc", "Synchronization"]),
    ("Scoreboard", ["LongTrack", "RaceLog"], []),
    ("Handover", [], ["Dispatch", "Glibc"]),
    ("Journal", ["RaceLog", "Handover"], ["FoundationEssentials", "Glibc", "Synchronization"]),
    ("Feeds", ["RaceLog"], ["FoundationEssentials", "Glibc"]),
    ("Operation", ["LongTrack", "RaceLog", "Scoreboard"], ["FoundationEssentials"]),
    ("CellGrid", [], []),
    ("BoardView", ["LongTrack", "Scoreboard", "Operation", "CellGrid"], []),
    ("CursesScreen", ["CellGrid", "CNCurses"], ["Glibc"]),
    (
      "BoardRuntime",
      [
        "LongTrack", "RaceLog", "Scoreboard", "Handover", "Journal", "Feeds", "Operation", "CellGrid",
        "BoardView", "CursesScreen",
      ],
      ["FoundationEssentials", "Glibc", "Synchronization"]
    ),
    (
      "Following", ["RaceLog", "Handover", "Feeds"],
      [
        "AsyncHTTPClient", "FoundationEssentials", "Glibc", "NIOCore", "NIOHTTP1", "NIOPosix", "NIOSSL",
        "Synchronization",
      ]
    ),
    (
      "Broker", ["RaceLog", "Handover", "Feeds", "Operation", "BoardRuntime", "CNats"],
      ["FoundationEssentials", "Glibc", "Synchronization"]
    ),
    (
      "Serving",
      [
        "RaceLog", "Scoreboard", "Handover", "Feeds", "Operation", "CellGrid", "BoardView", "BoardRuntime",
      ],
      [
        "Dispatch", "FoundationEssentials", "Glibc", "HTTPTypes", "Hummingbird", "HummingbirdCore",
        "HummingbirdTLS", "Logging", "NIOCore", "NIOHTTP1", "NIOHTTPTypes", "NIOHTTPTypesHTTP1", "NIOSSL",
        "ServiceLifecycle",
        "Synchronization", "UnixSignals",
      ]
    ),
    ("TerminalHarness", [], ["Glibc"]),
    (
      "rinkside",
      [
        "LongTrack", "RaceLog", "Scoreboard", "Handover", "Journal", "Feeds", "Operation", "CellGrid",
        "BoardView", "BoardRuntime", "Following", "Broker", "Serving", "CursesScreen",
      ],
      ["ArgumentParser", "FoundationEssentials", "Glibc"]
    ),
    (
      "rinkside-bench",
      [
        "LongTrack", "RaceLog", "Scoreboard", "Journal", "Feeds", "Operation", "CellGrid", "BoardView",
        "BoardRuntime", "Broker", "TerminalHarness",
      ],
      ["ArgumentParser", "FoundationEssentials", "Glibc"]
    ),
  ]

  @Test(arguments: rules.map(\.module))
  func importsOnlyWhatItMay(_ module: String) throws {
    let rule = try #require(Self.rules.first { $0.module == module })
    let files = try Self.swiftFiles(under: "Sources/\(module)")
    #expect(!files.isEmpty)
    for file in files {
      for name in try Self.imports(of: file) where !rule.own.contains(name) {
        #expect(rule.outside.contains(name), "\(file) imports \(name)")
      }
    }
  }

  @Test func everyModuleHasARule() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.root + "/Sources")
    // CNCurses and CNats are C; only CursesScreen and Broker may import them, which the other rules say.
    #expect(Set(folders) == Set(Self.rules.map(\.module) + ["CNCurses", "CNats"]))
  }

  @Test func onlyTheShimSeesCurses() throws {
    for folder in try FileManager.default.contentsOfDirectory(atPath: Self.root + "/Sources")
    where folder != "CNCurses" {
      for file in try Self.swiftFiles(under: "Sources/" + folder)
      where try Self.imports(of: file).contains("CNCurses") {
        #expect(folder == "CursesScreen", "\(file) imports CNCurses")
      }
    }
  }

  @Test func noFileIsTooLongToRead() throws {
    for rule in Self.rules {
      for file in try Self.swiftFiles(under: "Sources/\(rule.module)") {
        let text = try String(contentsOfFile: file, encoding: .utf8)
        #expect(text.utf8.count { $0 == UInt8(ascii: "\n") } <= 500, "\(file) is longer than 500 lines")
      }
    }
  }

  @Test func theTopLevelHoldsNothingElse() throws {
    let allowed: Set = ["Package.swift", "Package.resolved", "Sources", "Tests", "replays", "README.md"]
    let entries = try FileManager.default.contentsOfDirectory(atPath: Self.root)
    #expect(entries.filter { !$0.hasPrefix(".") && !allowed.contains($0) } == [])
  }

  private static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

  private static func swiftFiles(under folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: root + "/" + folder).filter { $0.hasSuffix(".swift") }
      .map { root + "/" + folder + "/" + $0 }
  }

  /// The modules named in a file's import lines, whatever stands before the word.
  private static func imports(of file: String) throws -> [String] {
    try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard let place = words.firstIndex(of: "import"), place < 3, words.count > place + 1,
        words[..<place].allSatisfy({
          ["package", "public", "internal", "private"].contains($0) || $0.hasPrefix("@")
        })
      else { return nil }
      let kinds: Set = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
      let name =
        kinds.contains(words[place + 1]) && words.count > place + 2 ? words[place + 2] : words[place + 1]
      return name.split(separator: ".").first.map(String.init)
    }
  }
}
