import Feeds
import Following
import FoundationEssentials
import Glibc
import ProgramFixtures
import RaceLog
import ReplayFixtures
import Testing

/// A log from the real program.
@Suite(.serialized, .timeLimit(.minutes(2))) struct ServedLogTests {
  @Test func aServerThatIsKilledAndStartedAgainInMidLogLosesAndDoublesNothing() async throws {
    let source = try Replays.log(try #require(Replays.names.first))
    let lines = source.events.indices.map { source.rawLine(of: $0) + [0x0A] }
    let scratch = try Scratch()
    let program = try ServingProgram(serving: try scratch.file("night.ndjson", lines[0]))
    try program.portLine()
    let parts = 8
    let cuts = (0...parts).map { 1 + $0 * (lines.count - 1) / parts }
    try await Follower.following(program.port, habits: .brisk) { follower in
      try follower.read { $0.log.hasCaughtUp }
      for (from, to) in zip(cuts, cuts.dropFirst()) {
        let part = lines[from..<to].reduce(Data(), +)
        let whole = lines[..<to].reduce(0) { $0 + $1.count }
        // Half a line is in the file when it is killed.
        try program.add(bytes: part.dropLast(20))
        try follower.read { $0.bytes.count >= whole - lines[to - 1].count }
        program.kill()
        try program.add(bytes: part.suffix(20))
        // Nobody is there until it is started again, so this is seen.
        try follower.read { $0.problems.last == .remote(.refused, at: $0.log.name) }
        try program.start()
        try program.portLine()
        try follower.read { $0.bytes.count >= whole }
        try follower.read { $0.news.last != .bytes(Data()) }
      }
      #expect(follower.bytes == lines.reduce(Data(), +))
      #expect(!follower.news.contains(.replaced))
    }
    program.kill()
  }

  @Test func aLogThatIsWrittenAnewIsReadAnew() async throws {
    let scratch = try Scratch()
    let meet = "{\"type\":\"meet\",\"format\":1,\"log\":\"a\",\"name\":\"A\"}"
    let log = try scratch.log([meet, "{\"type\":\"message\",\"text\":\"Ice\"}"])
    let program = try ServingProgram(serving: log)
    try program.portLine()
    let other = Replays.text([meet.replacing("\"a\"", with: "\"b\"")])
    try await Follower.following(program.port, habits: .brisk) { follower in
      try follower.read { $0.log.hasCaughtUp }
      #expect(follower.bytes.count { $0 == 10 } == 2)
      try Data(other.utf8).write(to: URL(filePath: log), options: .atomic)
      try follower.read { $0.news.contains(.replaced) && $0.log.hasCaughtUp }
      #expect(follower.text == other)
    }
    program.kill()
  }

  /// The id says which log it is, but somebody who mends a log by hand leaves the id as it is.
  @Test(arguments: [false, true])
  func aLogThatIsWrittenAnewUnderItsOldNameIsReadAnew(isAway: Bool) async throws {
    let scratch = try Scratch()
    let meet = "{\"type\":\"meet\",\"format\":1,\"log\":\"a\",\"name\":\"A\"}"
    let messages = ["Ice", "Ready", "Go"].map { "{\"type\":\"message\",\"text\":\"\($0)\"}" }
    let log = try scratch.log([meet, messages[0], messages[1]])
    let program = try ServingProgram(serving: log)
    try program.portLine()
    // The last line that the viewer has stays as it is: all before it counts.
    let other = Replays.text([meet, messages[0].replacing("Ice", with: "New ice"), messages[1], messages[2]])
    try await Follower.following(program.port, habits: .brisk) { follower in
      try follower.read { $0.log.hasCaughtUp }
      if isAway { program.kill() }
      try Data(other.utf8).write(to: URL(filePath: log), options: .atomic)
      if isAway {
        try program.start()
        try program.portLine()
      }
      try follower.read { $0.news.contains(.replaced) && $0.log.hasCaughtUp }
      #expect(follower.text == other)
    }
    program.kill()
  }

  @Test func aServerThatHangsIsLeftAndFoundAgain() async throws {
    let scratch = try Scratch()
    let program = try ServingProgram(
      serving: try scratch.log(["{\"type\":\"meet\",\"format\":1,\"log\":\"a\",\"name\":\"A\"}"]))
    try program.portLine()
    var habits = HTTPLog.Habits.brisk
    habits.silence = .seconds(2)
    habits.connect = .seconds(2)
    try await Follower.following(program.port, habits: habits) { follower in
      try follower.read { $0.log.hasCaughtUp }
      let before = follower.news.count
      program.send(SIGSTOP)
      // The system still takes connections for it, but nobody answers.
      let (silent, noAnswer) = (RemoteProblem.silent, RemoteProblem.noAnswer)
      try follower.read {
        $0.problems.contains(.remote(silent, at: $0.log.name))
          && $0.problems.last == .remote(noAnswer, at: $0.log.name)
      }
      program.send(SIGCONT)
      try follower.read { $0.news.count > before + 1 }
      #expect(follower.news.suffix(from: before).allSatisfy { $0 != .replaced && $0 != .bytes(Data()) })
    }
    program.kill()
  }
}
