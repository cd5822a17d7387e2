import FoundationEssentials
import ProgramFixtures
import ReplayFixtures
import Testing

/// `operate --script`: the desk without a terminal.
@Suite struct OperateScriptCommandTests {
  private static let list =
    "race,distance,gender,pair,lane,name\nw500,500,women,1,inner,Qishi LI\nw500,,,1,outer,Miho TAKAGI\n"

  @Test func aScriptIsDoneSavedAndGoesOn() throws {
    let scratch = try Scratch()
    let list = try scratch.file("list.csv", Data(Self.list.utf8))
    let journal = scratch.folder + "/m.ndjson"
    let first = try Program.run(
      ["operate", journal, "--start-list", list, "--script", "-"],
      input: "call 1\narm\ngun\nsplit li 500 38.10\nsplit takagi 500 37.91\n")
    #expect(first.status == 0)
    #expect(first.output.split(separator: "\n").last == "TAKAGI 500: 37.91 by hand")
    let second = try Program.run(
      ["operate", journal, "--start-list", list, "--script", "-"], input: "swap 500\nofficial\nfly\n")
    #expect(second.status == 2)
    #expect(second.errors == "rinkside: standard input:3: No command \"fly\": Tab lists them.\n")
    let third = try Program.run(["operate", journal, "--script", "-"], input: "swap 500\ngun\nofficial\n")
    #expect(third.status == 2)
    #expect(third.errors == "rinkside: standard input:2: Pair 1 has started: `clear` ends that run.\n")
    let results = try Program.run(["results", journal, "--format", "csv"])
    let rows = results.output.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(rows.map { [$0[1], $0[4], $0[9]] } == [["1", "li", "37.91"], ["2", "takagi", "38.10"]])
  }

  @Test func aStartListThatCannotBeTakenLeavesNoJournal() throws {
    let scratch = try Scratch()
    let list = try scratch.file("list.csv", Data("pair,lane\nx,inner\n".utf8))
    let result = try Program.run(
      ["operate", scratch.folder + "/m.ndjson", "--start-list", list, "--script", "-"], input: "")
    #expect(result.status == 2)
    #expect(
      result.errors.contains("list.csv:2: column 1 (pair): \"x\" is not a whole number from 1 to 9999."))
    #expect(!FileManager.default.fileExists(atPath: scratch.folder + "/m.ndjson"))
  }
}
