import FoundationEssentials
import RaceLog
import ReplayFixtures
import Testing

@Suite struct LogFileTests {
  private let scratch: Scratch
  private var folder: String { scratch.folder }

  init() throws { scratch = try Scratch() }

  @Test func aFileIsReadAsItIs() throws {
    let path = folder + "/a.ndjson"
    let bytes = Data((meetLine + message(2)).utf8)
    try bytes.write(to: URL(filePath: path))
    #expect(try LogFile.read(path) == bytes)
    let log = try LogFile.open(path)
    #expect(log.file == path)
    #expect(log.events.count == 2)
    #expect(log.bytes == bytes)
  }

  @Test func whatIsNoFileSaysWhatItIs() throws {
    let missing = folder + "/none.ndjson"
    #expect(throws: LogFileError.notFound(missing)) { try LogFile.open(missing) }
    #expect(throws: LogFileError.isDirectory(folder)) { try LogFile.open(folder) }
    let file = folder + "/a"
    try Data("x".utf8).write(to: URL(filePath: file))
    #expect(throws: LogFileError.notFound(file + "/b")) { try LogFile.open(file + "/b") }
  }

  @Test func anEmptyFileIsNoLog() throws {
    let path = folder + "/empty.ndjson"
    try Data().write(to: URL(filePath: path))
    #expect(throws: LogFileError.empty(path)) { try LogFile.open(path) }
  }

  /// Bytes with a NUL early on are no text.
  @Test(arguments: [0, 1, 511])
  func binaryDataAreNoLog(position: Int) {
    var bytes = Data(repeating: 0x20, count: 1000)
    bytes[position] = 0
    #expect(throws: LogFileError.binary("x")) { try EventLog(reading: bytes, file: "x") }
  }

  @Test func aNewerFormatIsRefused() {
    let text = "\n" + meetLine.replacing("\"format\":1", with: "\"format\":2")
    #expect(throws: LogFileError.unsupportedFormat("x", line: 2, format: 2)) {
      try EventLog(reading: Data(text.utf8), file: "x")
    }
  }

  @Test(
    arguments: [
      (.notFound("a"), "a: no such file. Name a race log, or leave the name out for the demo."),
      (.isDirectory("a"), "a: a directory. Name a race log in it, a file ending in .ndjson."),
      (.notReadable("a"), "a: reading is not permitted. Ask its owner, or copy it."),
      (.failed("a", reason: "Input/output error"), "a: cannot be read (Input/output error)."),
      (.empty("a"), "a: empty. A race log begins with a `meet` event."),
      (.binary("a"), "a: binary data, not a race log (one JSON object a line)."),
      (
        .unsupportedFormat("a", line: 1, format: 2),
        "a:1: format 2 is newer than this program, which reads format 1; a newer rinkside will read it."
      ),
    ] as [(LogFileError, String)])
  func everyErrorSaysWhatToDo(error: LogFileError, sentence: String) {
    #expect(error.sentence == sentence)
  }
}
