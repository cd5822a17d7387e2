package import Feeds
package import FoundationEssentials
import RaceLog

/// Where a viewer is in a log that comes as events: what makes it whole over many connections.
package struct StreamPosition: Hashable, Sendable {
  /// What an event means to somebody who is here.
  package enum News: Hashable, Sendable {
    /// Nothing: it is known already, or says nothing.
    case nothing
    /// The next line of the log, with its LF.
    case line(Data)
    /// Whoever serves the log lives, and all there was has been given. With the moment on the server's clock,
    /// 1/10 000 s since 1970, where it says so.
    case alive(at: Int64?)
    /// The same of somebody who hears nothing of whoever writes the log.
    case connected(at: Int64?)
    /// The same of somebody who cannot read the log any more, and why.
    case trouble(at: Int64?, String)
    /// This is another log.
    case otherLog
  }

  /// The longest name of a log, in bytes, as ids have it.
  package static let longestName = 1024

  private var log: String?
  private var seq = 0
  /// What all lines so far are known by.
  package private(set) var digest = LineDigest()

  /// Before the first event.
  package init() {}

  /// The id of the last event; nil before the first.
  package var id: String? { log.map { "\($0):\(seq)" } }

  /// Takes an event in. One without an id of a log could not be gone on from, and is left out.
  package mutating func take(_ event: EventStreamDecoder.Event) -> News {
    if event.name == "heartbeat" { return Self.beat(event.data) }
    if event.name == "restart" { return .otherLog }
    guard event.name == "message", let id = event.id, let place = Self.place(id) else { return .nothing }
    guard log == nil || log == place.log else { return .otherLog }
    guard log == nil || place.seq > seq else { return .nothing }
    (log, seq) = (place.log, place.seq)
    guard !event.data.isEmpty else { return .nothing }
    var line = event.data
    // A line end within a line is a blank to JSON, and would make two lines of it here.
    if line.contains(0x0A) { line = Data(line.map { $0 == 0x0A ? 0x20 : $0 }) }
    digest.take(line)
    line.append(0x0A)
    return .line(line)
  }

  private static func beat(_ data: Data) -> News {
    let at = Heartbeat.moment(data)
    if let problem = Heartbeat.problem(data) { return .trouble(at: at, problem) }
    return Heartbeat.isSilent(data) ? .connected(at: at) : .alive(at: at)
  }

  /// Goes back before the first event, of any log.
  package mutating func startOver() { self = StreamPosition() }

  /// Takes an id apart; nil for what could not be sent back as a header.
  private static func place(_ id: String) -> (log: String, seq: Int)? {
    guard let colon = id.utf8.lastIndex(of: UInt8(ascii: ":")) else { return nil }
    let name = id.utf8[..<colon]
    let digits = id.utf8[colon...].dropFirst()
    guard !name.isEmpty, name.count <= longestName, name.allSatisfy({ 0x21 <= $0 && $0 < 0x7F }),
      digits.allSatisfy({ (0x30...0x39).contains($0) }), let seq = Int(id[colon...].dropFirst())
    else { return nil }
    return (String(id[..<colon]), seq)
  }
}
