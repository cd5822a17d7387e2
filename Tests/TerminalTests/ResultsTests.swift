import FoundationEssentials
import ProgramFixtures
import ReplayFixtures
import Testing

/// What comes out of a log for other programs and for people with paper.
@Suite struct ResultsTests {
  @Test func resultsAsASheet() throws {
    let result = try Program.run(["results", Program.demo])
    let rows = result.output.split(separator: "\n")
    #expect(result.status == 0 && result.errors.isEmpty)
    #expect(rows.first == "Women 1000 m · A")
    #expect(rows.dropFirst(2).first?.contains("TAKAGI Miho") == true)
    #expect(rows.dropFirst(3).first?.contains("+0.01") == true)
  }

  @Test func resultsAsCSV() throws {
    let result = try Program.run(["results", "--format", "csv", Program.demo])
    let rows = result.output.split(separator: "\n").map(String.init)
    #expect(result.status == 0 && rows.count == 20)
    #expect(
      rows.first
        == "race,rank,pair,lane,id,name,nation,bib,attempt,time,behind,status,points,sprintPoints,laps,state,note,"
        + "m200,m600,m1000")
    #expect(
      rows.dropFirst().first
        == "w1000,1,10,outer,takagi,Miho Takagi,JPN,246,1,1:14.44,,,60,,,official,estimated 200 600,17.94,45.35,"
        + "1:14.44")
  }

  @Test func resultsAsJSON() throws {
    struct Row: Decodable {
      let rank: Int?
      let id: String
      let time: String?
      let marks: [String: String]
    }
    let result = try Program.run(["results", "--format", "json", Program.demo])
    let rows = try JSONDecoder().decode([Row].self, from: Data(result.output.utf8))
    #expect(result.status == 0 && rows.count == 19)
    #expect(rows.first?.id == "takagi" && rows.first?.rank == 1 && rows.first?.time == "1:14.44")
    #expect(rows.first?.marks == ["m200": "17.94", "m600": "45.35", "m1000": "1:14.44"])
  }

  @Test func resultsAsAPage() throws {
    let result = try Program.run(["results", "--format", "html", Program.demo])
    #expect(result.status == 0 && result.errors.isEmpty)
    #expect(result.output.hasPrefix("<!DOCTYPE html>\n") && result.output.hasSuffix("</html>\n"))
    #expect(result.output.contains("TAKAGI Miho") && result.output.contains("As of 2023-11-18 17:27:"))
    let before = try Program.run(["results", "--format", "html", "--at", "#80", Program.demo])
    #expect(before.status == 0 && !before.output.contains("1:14.44"))
  }

  @Test(arguments: ["text", "csv", "json", "html"])
  func resultsInAFileAreWhatIsPrinted(format: String) throws {
    let scratch = try Scratch()
    let file = try scratch.file("results", Data("old".utf8))
    let arguments = ["results", "--format", format, Program.demo]
    let written = try Program.run(arguments + ["--output", file])
    #expect(written.status == 0 && written.output.isEmpty && written.errors.isEmpty)
    #expect(try scratch.text("results") == Program.run(arguments).output)
    let refused = try Program.run(arguments + ["--output", scratch.folder + "/none/results"])
    #expect(refused.status == 2 && refused.output.isEmpty)
    #expect(
      refused.errors.hasPrefix("rinkside: \(scratch.folder)/none/results: not written; there is no folder"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder) == ["results"])
  }

  @Test func resultsOfAMomentTellNothingOfTheFuture() throws {
    let result = try Program.run(["results", "--at", "#80", Program.demo])
    #expect(result.status == 0 && result.output.contains("GOETZ Kimi"))
    #expect(!result.output.contains("1:14.44"))
  }

  @Test func aCleanLogIsCheckedWithStatus0() throws {
    let result = try Program.run(["check", Program.demo])
    #expect(result.output == "\(Program.demo): 84 events, 0 errors, 0 notices\n")
    #expect(result.status == 0 && result.errors.isEmpty)
  }

  @Test func noticesEndWithStatus1AndErrorsWith2() throws {
    let scratch = try Scratch()
    let meet = #"{"type":"meet","format":1,"log":"t","name":"T"}"#
    let strange = try scratch.log([meet, #"{"type":"juryLunch"}"#])
    let notices = try Program.run(["check", strange])
    #expect(notices.output.hasPrefix("\(strange):2: notice: "))
    #expect(notices.output.hasSuffix("\(strange): 2 events, 0 errors, 1 notice\n"))
    #expect(notices.status == 1)
    let wrong = try scratch.log([meet, #"{"type":"call","race":"m500","pair":1}"#])
    let errors = try Program.run(["check", wrong])
    #expect(errors.output.hasPrefix("\(wrong):2: error: "))
    #expect(errors.output.hasSuffix("\(wrong): 2 events, 1 error, 0 notices\n"))
    #expect(errors.status == 2)
  }

  @Test(arguments: ["results", "render"])
  func whatWasLeftOutOfADamagedLogIsCounted(command: String) throws {
    let scratch = try Scratch()
    let meet = #"{"type":"meet","format":1,"log":"t","name":"T"}"#
    let call = #"{"type":"call","race":"m500","pair":1}"#
    let strange = #"{"type":"juryLunch"}"#
    for (events, tail) in [
      ([call], ": 1 error; rinkside check LOG lists it.\n"),
      ([call, strange, call], ": 2 errors; rinkside check LOG lists them.\n"), ([strange], nil),
    ] {
      let log = try scratch.log([meet] + events)
      let result = try Program.run([command, log])
      #expect(result.errors == (tail.map { "rinkside: " + log + $0.replacing("LOG", with: log) } ?? ""))
      #expect(result.status == 0)
    }
  }

  @Test func aLogMayComeFromStandardInput() throws {
    let text = try String(contentsOf: URL(filePath: Program.demo), encoding: .utf8)
    for command in ["render", "results"] {
      let piped = try Program.run([command, "-"], input: text)
      let read = try Program.run([command, Program.demo])
      #expect(piped.status == 0 && piped.output == read.output)
    }
    let checked = try Program.run(["check", "-"], input: text)
    #expect(checked.output == "standard input: 84 events, 0 errors, 0 notices\n")
  }
}
