import Feeds
import FoundationEssentials
import NIOCore
import RaceLog
import Serving

/// A log that grows in a test, and the hub that has it.
struct Growing {
  static let meet =
    #"{"seq":1,"at":"2024-01-01T10:00:00Z","type":"meet","format":1,"log":"night","name":"M"}"#

  let hub: LogHub

  init(viewers: Int = 10, _ lines: [String] = []) {
    hub = LogHub(file: "some/night.ndjson", places: viewers, wall: 17_041_032_000_000, now: 0)
    if !lines.isEmpty { add(lines) }
    hub.take(.nothing, now: 0)
  }

  /// A log with a meet and messages up to a seq.
  init(to seq: Int) { self.init([Self.meet] + (1..<seq).map { Self.message($0 + 1) }) }

  static func message(_ seq: Int, _ text: String = "ice", at time: String = "10:00:01") -> String {
    #"{"seq":\#(seq),"at":"2024-01-01T\#(time)Z","type":"message","text":"\#(text)"}"#
  }

  /// In the unit of clocks.
  static let second: Int64 = 10_000

  func add(_ lines: [String], now: Int64 = 0) {
    hub.take(.bytes(Data(lines.map { $0 + "\n" }.joined().utf8)), now: now)
  }

  /// Another file has the name now.
  func replace(_ lines: [String]) {
    hub.take(.replaced, isComplete: false, now: 0)
    add(lines)
  }

  /// What comes next in a stream, as text; nil at its end.
  func next(_ position: inout LogPosition) async -> String? {
    await hub.next(after: &position).map { String(buffer: $0) }
  }

  /// The seqs of all that comes until everything has come.
  func seqs(_ position: inout LogPosition, to last: Int) async -> [Int] {
    var seqs: [Int] = []
    while seqs.last != last, let text = await next(&position) { seqs += Self.seqs(text) }
    return seqs
  }

  static func seqs(_ text: String) -> [Int] {
    text.replacing("\r\n", with: "\n").split(separator: "\n").filter { $0.hasPrefix("id: ") }.compactMap {
      line in
      line.split(separator: ":").last.flatMap { Int($0) }
    }
  }
}
