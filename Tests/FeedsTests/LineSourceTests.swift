import Feeds
import FoundationEssentials
import Glibc
import Testing

@Suite struct LineSourceTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  private func line(_ text: String) -> LineSource.Item { .line(Data(text.utf8)) }

  /// Everything that is there now.
  private func all(_ source: LineSource) throws -> [LineSource.Item] {
    var items: [LineSource.Item] = []
    while true {
      let more = try source.read()
      items += more
      if more.isEmpty, !source.hasMore, !source.isWaiting { return items }
    }
  }

  @Test func aFileIsReadFromItsStartAndFollowed() throws {
    try folder.add("\u{FEFF}one\r\n\ntwo\nthr", to: "feed")
    let source = try LineSource(folder("feed"))
    #expect(try source.read() == [line("one"), line("two")])
    #expect(source.needsAsking)
    try folder.add("ee\n", to: "feed")
    #expect(isReadable(source.descriptor))
    #expect(try source.read() == [line("three")])
    try folder.add("half", to: "feed")
    #expect(try source.read() == [])
    try folder.replace("feed", with: "four\n")
    #expect(try source.read() == [.replaced])
    #expect(source.hasMore)
    #expect(try source.read() == [line("four")])
  }

  @Test func aPipeDoesNotEndWithItsWriter() throws {
    #expect(unsafe mkfifo(folder("pipe"), 0o644) == 0)
    let source = try LineSource(folder("pipe"))
    #expect(try source.read() == [])
    #expect(!source.needsAsking && !isReadable(source.descriptor))
    for text in ["first", "second"] {
      try folder.add(text + "\n" + text, to: "pipe")
      #expect(isReadable(source.descriptor))
      #expect(try source.read() == [line(text)])
      try folder.add("\n", to: "pipe")
      #expect(try source.read() == [line(text)])
      #expect(try source.read() == [])
    }
  }

  @Test func aPipeMayBeMadeLater() throws {
    let source = try LineSource(folder("pipe"))
    #expect(try source.read() == [])
    #expect(unsafe mkfifo(folder("pipe"), 0o644) == 0)
    #expect(try source.read() == [])
    try folder.add("one\n", to: "pipe")
    #expect(try source.read() == [line("one")])
  }

  @Test func aFolderIsNoFeed() throws {
    let source = try LineSource(folder.path)
    #expect(throws: FeedProblem.notAFile(folder.path)) { try source.read() }
  }

  @Test func manyLinesLoseNothing() throws {
    #expect(unsafe mkfifo(folder("pipe"), 0o644) == 0)
    let source = try LineSource(folder("pipe"))
    var items: [LineSource.Item] = []
    for block in 0..<20 {
      try folder.add((0..<200).map { "\(block) \($0)\n" }.joined(), to: "pipe")
      items += try all(source)
    }
    #expect(items == (0..<20).flatMap { block in (0..<200).map { line("\(block) \($0)") } })
  }
}

extension LineSource {
  /// Whether a pipe has something to read.
  fileprivate var isWaiting: Bool { !needsAsking && isReadable(descriptor) }
}

@Suite struct LineCutterTests {
  private func text(_ count: Int) -> [UInt8] { Array(repeating: UInt8(ascii: "x"), count: count) }
  private let end: [UInt8] = [UInt8(ascii: "\n")]

  @Test(arguments: [1, 2, 3, 7, 1000])
  func anyPiecesGiveTheSameLines(size: Int) {
    var cutter = LineCutter()
    let bytes = Array("\u{FEFF}a\r\n\r\nbc\rd\n\n\u{FEFF}e\nrest".utf8)
    let lines = stride(from: 0, to: bytes.count, by: size).flatMap { start in
      cutter.take(bytes[start..<min(start + size, bytes.count)])
    }
    #expect(lines == ["a", "bc\rd", "\u{FEFF}e"].map { .whole(Data($0.utf8)) })
  }

  @Test func aLineOf64KiBIsWholeWithItsCarriageReturn() {
    var cutter = LineCutter()
    #expect(cutter.take(text(65_536) + [13] + end) == [.whole(Data(text(65_536)))])
    #expect(cutter.take(text(65_536) + end) == [.whole(Data(text(65_536)))])
  }

  @Test(arguments: [65_537, 65_538, 10_000_000])
  func aLongerOneIsToldOnceAndTheNextOneCounts(count: Int) {
    var cutter = LineCutter()
    let beginning = LineCutter.Line.tooLong(Data(text(LineCutter.beginning)))
    #expect(cutter.take(text(count)) + cutter.take(end) == [beginning])
    #expect(cutter.take(Array("next\n".utf8)) == [.whole(Data("next".utf8))])
  }
}
