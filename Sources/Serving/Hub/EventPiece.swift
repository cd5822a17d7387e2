import BoardRuntime
import FoundationEssentials
package import NIOCore
import RaceLog

/// Where a viewer is in the log.
package struct LogPosition: Hashable, Sendable {
  /// How many events it has.
  package var events: Int
  /// Which heartbeat it had last.
  package var beat: Int
  /// Of which log, where it was written anew.
  package let generation: Int
  /// Whether it was told that the log is another one now: nothing comes after that.
  package var isOver = false
}

/// Some events as a server-sent stream has them.
struct EventPiece: Sendable {
  let generation: Int
  /// Which events.
  let events: Range<Int>
  let bytes: ByteBuffer
}

extension LogHub {
  /// How many bytes make a piece; one more event is added to less.
  static let pieceSize = 32_768
  /// The last words to who has what is no log any more. The id that is empty makes a browser forget where it was.
  static let restart = "event: restart\nid:\ndata: {\"type\":\"restart\"}\n\n"

  /// What comes next, or nil at the end of the stream: the hub has ended, or the log is another one now, which is said
  /// before.
  ///
  /// Waits until there is something.
  package func next(after position: inout LogPosition) async -> ByteBuffer? {
    while true {
      let known = position
      let found = read { state -> (bytes: ByteBuffer, position: LogPosition)? in
        var position = known
        guard state.log.generation == known.generation else {
          position.isOver = true
          return known.isOver ? nil : (ByteBuffer(string: Self.restart), position)
        }
        if let piece = Self.piece(&state, after: known.events) {
          position.events = piece.events.upperBound
          return (piece.bytes, position)
        }
        guard !state.hasEnded else { return nil }
        position.beat = state.beats
        return (state.beats > known.beat ? state.beat : ByteBuffer(), position)
      }
      guard let found else { return nil }
      position = found.position
      if found.bytes.readableBytes > 0 { return found.bytes }
      await wait { state in
        Self.isOver(state, known) || state.log.live.log.events.count > known.events
          || state.beats > known.beat
      }
    }
  }

  private static func isOver(_ state: State, _ position: LogPosition) -> Bool {
    state.hasEnded || state.log.generation != position.generation
  }

  private static func piece(_ state: inout State, after first: Int) -> EventPiece? {
    let log = state.log.live.log
    guard first < log.events.count else { return nil }
    if let piece = state.piece, piece.generation == state.log.generation, piece.events.lowerBound == first,
      piece.events.upperBound == log.events.count || piece.bytes.readableBytes >= pieceSize
    {
      return piece
    }
    let id = "id: " + LogName.encoded(state.log.name) + ":"
    var bytes = ByteBuffer()
    var end = first
    while end < log.events.count, bytes.readableBytes < pieceSize {
      bytes.writeString("\(id)\(log.events[end].seq)\ndata: ")
      // A CR ends a line of such a stream; within JSON it is a blank.
      bytes.writeBytes(log.rawLine(of: end).map { $0 == 0x0D ? 0x20 : $0 })
      bytes.writeStaticString("\n\n")
      end += 1
    }
    let piece = EventPiece(generation: state.log.generation, events: first..<end, bytes: bytes)
    state.piece = piece
    return piece
  }
}

/// The name of a log as it stands before a seq.
enum LogName {
  /// With everything but letters, digits, `-`, `.`, `_` and `~` as `%41`: a header and a line of a stream hold no more.
  static func encoded(_ name: String) -> String {
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    var text = String.UnicodeScalarView()
    for byte in name.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: text.append(Unicode.Scalar(byte))
      default: text.append(contentsOf: ["%", digits[Int(byte >> 4)], digits[Int(byte & 15)]])
      }
    }
    return String(text)
  }
}
