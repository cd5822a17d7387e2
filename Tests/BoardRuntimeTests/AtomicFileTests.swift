import BoardRuntime
import FoundationEssentials
import RaceLog
import ReplayFixtures
import Scoreboard
import Testing

@Suite struct AtomicFileTests {
  private let scratch: Scratch
  private var folder: String { scratch.folder }

  init() throws { scratch = try Scratch() }

  private func error(writing path: String) -> FileWriteError? {
    do {
      try AtomicFile.write("new", to: path)
      return nil
    } catch { return error }
  }

  @Test func aFileIsMadeOrReplacedAndNothingElseStays() throws {
    let long = String(repeating: "1:14.44 ≈ ", count: 100_000)
    for text in ["old", "", long] {
      try AtomicFile.write(text, to: folder + "/results.csv")
      #expect(try scratch.text("results.csv") == text)
      #expect(try scratch.names == ["results.csv"])
    }
  }

  @Test func whoHasTheOldFileOpenReadsItToItsEnd() throws {
    let path = folder + "/results.csv"
    try AtomicFile.write("old", to: path)
    try FileManager.default.linkItem(atPath: path, toPath: folder + "/reader")
    try AtomicFile.write("new", to: path)
    #expect(try scratch.text("reader") == "old")
    #expect(try scratch.text("results.csv") == "new")
  }

  @Test func permissionsStayAndALinkStaysALink() throws {
    let path = folder + "/results.csv"
    try AtomicFile.write("old", to: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: "results.csv")
    try AtomicFile.write("new", to: folder + "/link")
    #expect(try scratch.text("results.csv") == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/link") == "results.csv")
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o640)
  }

  @Test func whatCannotBeWrittenIsSaidAndNothingIsLeftBehind() throws {
    try AtomicFile.write("old", to: folder + "/results.csv")
    let none = folder + "/none/results.csv"
    #expect(error(writing: none) == .noFolder(none, folder: folder + "/none"))
    let below = folder + "/results.csv/sheet.csv"
    #expect(error(writing: below) == .noFolder(below, folder: folder + "/results.csv"))
    #expect(error(writing: folder) == .isDirectory(folder))
    #expect(error(writing: folder + "/new/") == .isDirectory(folder + "/new/"))
    #expect(error(writing: "") == .isDirectory(""))
    #expect(error(writing: "/dev/full") == .notAFile("/dev/full"))
    let long = folder + "/" + String(repeating: "n", count: 300)
    #expect(error(writing: long) == .failed(long, reason: "File name too long"))
    try FileManager.default.createSymbolicLink(atPath: folder + "/loop", withDestinationPath: "loop")
    #expect(
      error(writing: folder + "/loop")
        == .failed(folder + "/loop", reason: "Too many levels of symbolic links"))
    #expect(try scratch.text("results.csv") == "old")
    #expect(try scratch.names == ["loop", "results.csv"])
  }

  @Test func aFileSystemThatMakesNoFilesIsSaid() {
    guard let error = error(writing: "/proc/rinkside.csv") else {
      Issue.record("written")
      return
    }
    #expect(error.sentence.hasPrefix("/proc/rinkside.csv: not written"))
  }

  @Test(
    arguments: [
      (
        .noFolder("a/b.csv", folder: "a"),
        "a/b.csv: not written; there is no folder \"a\". Make it first, or name a file in another one."
      ),
      (.isDirectory("a"), "a: not written; this is a directory. Name a file in it."),
      (
        .notAFile("/dev/full"),
        "/dev/full: not written; this is a device or a pipe. Leave --output out, and use > of the shell."
      ),
      (
        .notPermitted("a.csv"),
        "a.csv: not written; writing is not permitted there. Name a file in a folder of your own."
      ),
      (
        .diskFull("a.csv"),
        "a.csv: not written; the disk is full. What was there before is untouched. Make room and try again."
      ),
      (
        .failed("a.csv", reason: "Input/output error"),
        "a.csv: not written (Input/output error). What was there before is untouched."
      ),
      (
        .notSynced("a.csv", reason: "Input/output error"),
        "a.csv: written, but its folder could not be synced (Input/output error), so it may be lost in a power cut."
      ),
    ] as [(FileWriteError, String)])
  func everyErrorIsWorded(error: FileWriteError, sentence: String) {
    #expect(error.sentence == sentence)
  }

  @Test func theSheetsOfARaceStandBesideTheJournal() throws {
    var recording = Recording(try Replays.log(RecordingFinder.demoName))
    let meet = recording.meet(after: recording.log.events.count)
    let race = try #require(meet.race("w1000"))
    let base = OfficialSheets.base(ofJournal: folder + "/sunday.ndjson")
    let paths = try OfficialSheets.write(meet, race, asOf: recording.log.events.last?.at, to: base)
    let expected = ["txt", "csv", "json", "html"].map { "sunday-w1000." + $0 }
    #expect(paths == expected.map { folder + "/" + $0 })
    #expect(try scratch.names == expected.sorted())
    for (name, format) in zip(expected, ResultFormat.allCases) {
      #expect(
        try scratch.text(name) == format.document(meet, races: [race], asOf: recording.log.events.last?.at))
    }
    #expect(try scratch.text("sunday-w1000.txt").hasPrefix("Women 1000 m · A\n"))
    #expect(try scratch.text("sunday-w1000.html").contains("As of 2023-11-18 17:"))
  }

  @Test func theFirstSheetThatFailsIsNamed() throws {
    var recording = Recording(try Replays.log(RecordingFinder.demoName))
    let meet = recording.meet(after: recording.log.events.count)
    let race = try #require(meet.race("w1000"))
    try FileManager.default.createDirectory(
      at: URL(filePath: folder + "/sunday-w1000.json"), withIntermediateDirectories: true)
    #expect(throws: FileWriteError.isDirectory(folder + "/sunday-w1000.json")) {
      try OfficialSheets.write(meet, race, asOf: nil, to: folder + "/sunday")
    }
    #expect(try scratch.names == ["sunday-w1000.csv", "sunday-w1000.json", "sunday-w1000.txt"])
  }

  @Test(
    arguments: [
      ("meets/sunday.ndjson", "meets/sunday"), ("sunday.log", "sunday.log"), ("a/.ndjson", "a/.ndjson"),
    ])
  func sheetsAreNamedForTheJournal(journal: String, base: String) {
    #expect(OfficialSheets.base(ofJournal: journal) == base)
  }
}
