import Feeds
import Following
import FoundationEssentials
import RaceLog
import ReplayFixtures
import Scoreboard
import Synchronization
import Testing

/// A log comes whole over connections that are cut anywhere.
@Suite(.serialized, .timeLimit(.minutes(2))) struct CutStreamTests {
  @Test(arguments: Replays.names)
  func aLogThatIsCutAThousandTimesIsTheLogOfItsSource(name: String) async throws {
    let source = try Replays.log(name)
    let server = try CuttingServer(of: source, cuts: 1000, seed: 2026)
    defer { server.stop() }
    let (bytes, news) = try await Follower.following(server.port) { follower in
      try follower.read { $0.news.last == .alive(at: CuttingServer.last) }
      #expect(follower.log.hasCaughtUp)
      return (follower.bytes, follower.news)
    }
    #expect(!news.contains(.replaced))
    let lines = source.events.indices.map { source.rawLine(of: $0) + [0x0A] }.reduce(Data(), +)
    #expect(bytes == lines)
    let log = try EventLog(reading: bytes, file: source.file)
    #expect(log.events.map(\.seq) == source.events.map(\.seq))
    #expect(log.issues.filter { !$0.isNotice } == [])
    #expect(standings(log) == standings(source))
    // A thousand connections were cut, and each went on where the one before had been.
    let resumed = server.resumed.map { $0?.split(separator: ":").last.flatMap { Int($0) } ?? 0 }
    #expect(resumed.count >= 1001)
    #expect(resumed == resumed.sorted())
    #expect(Set(resumed).count > min(50, source.events.count / 4))
  }

  /// What the board would say of each race.
  private func standings(_ log: EventLog) -> [String] {
    var meet = Meet()
    var rejections: [String] = []
    while meet.eventCount < log.events.count {
      do { try meet.applyNext(of: log) } catch { rejections.append("\(error)") }
    }
    return rejections + meet.races.map { "\($0.standings)" }
  }
}

/// Serves a log as `rinkside serve` does, and cuts its first connections anywhere: in a head, in a character.
private final class CuttingServer: Sendable {
  /// What the heartbeats say after the last cut, 1/10 000 s since 1970.
  static let last: Int64 = 10_000_000

  private let server: ScriptedServer

  init(of log: EventLog, cuts: Int, seed: UInt64) throws {
    let lines = log.events.indices.map { log.rawLine(of: $0) }
    let seqs = log.events.map(\.seq)
    let chance = Mutex(SplitMix64(seed: seed))
    server = try ScriptedServer { connection, number in
      let after = connection.resumed ?? 0
      var pieces = ["retry: 0\n\n"]
      for (seq, line) in zip(seqs, lines) where seq > after {
        pieces.append("id: night:\(seq)\ndata: " + String(decoding: line, as: UTF8.self) + "\n\n")
      }
      let isLast = number >= cuts
      pieces.append(
        "event: heartbeat\ndata: {\"at\":\"1970-01-01T00:\(isLast ? 16 : 15):40Z\",\"seq\":\(seqs.last ?? 0)}\n\n"
      )
      let isChunked = number % 2 == 0
      let head =
        isChunked ? Connection.head.dropLast() + "Transfer-Encoding: chunked\r\n\r\n" : Connection.head[...]
      var bytes = Array(head.utf8)
      chance.withLock { chance in
        for piece in pieces { bytes += Self.chunked(piece.utf8, isChunked, using: &chance) }
        guard !isLast else { return }
        // About every second one brings the next event whole.
        let near = 2 * (head.utf8.count + pieces[..<2].reduce(0) { $0 + $1.utf8.count })
        bytes.removeLast(bytes.count - Int.random(in: 0..<min(near, bytes.count), using: &chance))
        if Int.random(in: 0..<4, using: &chance) == 0 { connection.reset() }
      }
      connection.send(bytes)
      if isLast { connection.waitForEnd() }
    }
  }

  private static func chunked(
    _ piece: String.UTF8View, _ isChunked: Bool, using chance: inout SplitMix64
  ) -> [UInt8] {
    guard isChunked else { return Array(piece) }
    var rest = Array(piece)[...]
    var bytes: [UInt8] = []
    while !rest.isEmpty {
      let chunk = rest.prefix(Int.random(in: 1...rest.count, using: &chance))
      bytes += Array(String(chunk.count, radix: 16).utf8) + [13, 10] + chunk + [13, 10]
      rest = rest.dropFirst(chunk.count)
    }
    return bytes
  }

  var port: Int { server.port }
  var resumed: [String?] { server.resumed }

  func stop() { server.stop() }
}
