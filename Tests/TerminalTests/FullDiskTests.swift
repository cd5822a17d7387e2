import FoundationEssentials
import ProgramFixtures
import ReplayFixtures
import Testing

/// A disk without room, under the real program: the race goes on, and whoever looks at the console knows.
@Suite(.enabled(if: SmallDisk.isPossible, "mounting a small disk takes root and is not possible here"))
struct FullDiskTests {
  private let disk: SmallDisk
  private let scratch: Scratch
  private let journal: String
  private let console: OperatorConsole

  init() throws {
    disk = try SmallDisk()
    scratch = try Scratch()
    journal = disk.folder + "/meet.ndjson"
    let startList = try scratch.file("start.csv", Data(RaceScript.startList.utf8))
    console = try OperatorConsole(journal, "--start-list", startList, columns: 160)
    try console.wait(for: "saved 22")
    console.enter("unlock", "call 1")
    try console.wait(for: "saved 23")
  }

  /// Lines of the ticker, longer together than what the last block of the journal still takes.
  private static let talk = (0..<12).map { "say \($0) " + String(repeating: "blah ", count: 85) }

  private var lines: [Substring] {
    get throws {
      let text = String(decoding: try Data(contentsOf: URL(filePath: journal)), as: UTF8.self)
      #expect(text.hasSuffix("\n"))
      return text.split(separator: "\n")
    }
  }

  @Test func theRaceGoesOnUnsavedAndIsSavedWhenThereIsRoom() throws {
    disk.fill()
    console.enter(Self.talk)
    try console.wait(for: ": No space left on device")
    console.enter("arm", "gun", "split white 200 18.21", "split red 200 18.54")
    let screen = try console.wait("both times") { $0.text.contains("18.21") && $0.text.contains("18.54") }
    #expect(screen.contains("NOT SAVED"))
    let saved = console.acknowledged
    #expect(saved < 38)
    #expect(try lines.count == saved)
    try disk.free()
    try console.wait(for: "saved 38")
    try console.wait(for: "everything is saved again, after ")
    #expect(try lines.count == 38)
    console.press("qq")
    #expect(console.end() == 0)
    let checked = try Program.run(["check", journal])
    #expect(checked.status <= 1, "\(checked.output)")
  }

  @Test func leavingWithUnsavedEventsAsksAndFailsAndSaysSo() throws {
    disk.fill()
    console.enter(Self.talk)
    try console.wait(for: "NOT SAVED")
    console.press("q")
    try console.wait(for: "NOT EVERYTHING IS SAVED. Quit? The same key again leaves")
    // Two, for the question does not wait for long.
    console.press("qq")
    #expect(console.end() == 2)
    let said = String(decoding: console.written, as: UTF8.self)
    #expect(
      said.contains("rinkside: \(journal): NOT SAVED, no room on the disk (No space left on device), tried "))
    #expect(try lines.count >= console.acknowledged)
    let checked = try Program.run(["check", journal])
    #expect(checked.status == 0, "\(checked.output)")
  }
}
