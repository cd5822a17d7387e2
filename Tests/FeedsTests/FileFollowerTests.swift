import Feeds
import FoundationEssentials
import Glibc
import Testing

@Suite struct FileFollowerTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  private func bytes(_ text: String) -> LogNews { .bytes(Data(text.utf8)) }

  @Test func aFileIsAwaitedReadAndFollowed() throws {
    let follower = FileFollower(folder("log"), syncs: true)
    #expect(try follower.read() == .missing)
    #expect(!isReadable(follower.descriptor))
    try folder.add("one", to: "log")
    #expect(isReadable(follower.descriptor))
    #expect(try follower.read() == bytes("one"))
    #expect(!isReadable(follower.descriptor))
    #expect(try follower.read() == .nothing)
    try folder.add("two", to: "log")
    #expect(isReadable(follower.descriptor))
    #expect(try follower.read() == bytes("two"))
  }

  @Test func evenTheFolderMayComeLater() throws {
    let follower = FileFollower(folder("day/log"), syncs: false)
    #expect(try follower.read() == .missing)
    #expect(unsafe mkdir(folder("day"), 0o755) == 0)
    #expect(try follower.read() == .missing)
    try folder.add("one", to: "day/log")
    #expect(isReadable(follower.descriptor))
    #expect(try follower.read() == bytes("one"))
  }

  @Test(arguments: ["longer than before", "x", ""])
  func anotherFileByTheNameStartsOver(text: String) throws {
    let follower = FileFollower(folder("log"), syncs: true)
    try folder.add("before", to: "log")
    #expect(try follower.read() == bytes("before"))
    try folder.add(", unread", to: "log")
    try folder.replace("log", with: text)
    #expect(try follower.read() == .replaced)
    #expect(follower.hasMore)
    #expect(try follower.read() == (text.isEmpty ? .nothing : bytes(text)))
    try folder.add("!", to: "log")
    #expect(try follower.read() == bytes("!"))
  }

  @Test(arguments: ["x", "longer than before"])
  func aFileThatWasCutStartsOverHoweverLongItIs(text: String) throws {
    let follower = FileFollower(folder("log"), syncs: false)
    try folder.add("before", to: "log")
    #expect(try follower.read() == bytes("before"))
    try folder.rewrite("log", with: text)
    #expect(try follower.read() == .replaced)
    #expect(try follower.read() == bytes(text))
  }

  @Test func aRemovedFileIsKeptUntilThereIsAnother() throws {
    let follower = FileFollower(folder("log"), syncs: false)
    try folder.add("one", to: "log")
    #expect(try follower.read() == bytes("one"))
    #expect(unsafe unlink(folder("log")) == 0)
    #expect(try follower.read() == .nothing)
    try folder.add("two", to: "log")
    #expect(try follower.read() == .replaced)
    #expect(try follower.read() == bytes("two"))
  }

  @Test func aLongFileComesInPieces() throws {
    let text = String(repeating: "0123456789abcdef", count: 150_000)
    try folder.add(text, to: "log")
    let follower = FileFollower(folder("log"), syncs: false)
    var read = Data()
    repeat {
      guard case .bytes(let piece) = try follower.read() else { break }
      #expect(piece.count <= FileFollower.most)
      read += piece
    } while follower.hasMore
    #expect(read == Data(text.utf8))
  }

  @Test func whatIsNotOnDiskIsWithheldUntilAnotherFileHasIt() throws {
    var results: [CInt] = [0, EIO, 0]
    let follower = FileFollower(folder("log")) { _ in results.removeFirst() }
    try folder.add("one", to: "log")
    #expect(try follower.read() == bytes("one"))
    try folder.add("two", to: "log")
    for _ in 0..<3 {
      #expect(throws: FeedProblem.notOnDisk(folder("log"), errno: EIO)) { try follower.read() }
    }
    // It was asked once: a second time the system would say that all is well.
    #expect(results == [0])
    try folder.replace("log", with: "onetwo")
    #expect(try follower.read() == .replaced)
    #expect(try follower.read() == bytes("onetwo"))
  }

  @Test func whatCannotBeFollowedSaysSo() throws {
    #expect(throws: FeedProblem.notAFile(folder.path)) {
      try FileFollower(folder.path, syncs: false).read()
    }
    #expect(unsafe mkfifo(folder("pipe"), 0o644) == 0)
    #expect(throws: FeedProblem.notAFile(folder("pipe"))) {
      try FileFollower(folder("pipe"), syncs: false).read()
    }
  }

  @Test(
    arguments: [
      (.notReadable("a"), "a: reading is not permitted. Ask its owner."),
      (.notAFile("a"), "a: not a file that grows. Name a log, or a pipe for a feed."),
      (.terminal, "standard input is this terminal. Lead a feed into it: device | rinkside …"),
      (.failed("a", errno: EIO), "a: cannot be read (Input/output error)."),
      (
        .notOnDisk("a", errno: EIO),
        "a: its disk fails (Input/output error); nothing newer is shown until the log is written anew."
      ),
    ] as [(FeedProblem, String)])
  func problemsAreSentences(problem: FeedProblem, sentence: String) {
    #expect(problem.sentence == sentence)
  }
}
