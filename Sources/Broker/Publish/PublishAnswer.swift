import CNats
import FoundationEssentials

/// What JetStream says to an event.
struct PublishAnswer: Decodable {
  /// Why it was not taken.
  struct Failure: Decodable {
    /// JetStream's number of the reason.
    let number: Int?
    /// The reason in the broker's words.
    let description: String?

    private enum CodingKeys: String, CodingKey {
      case number = "err_code"
      case description
    }

    /// Whether something else stands before it than it said.
    var isOutOfOrder: Bool {
      [JSStreamWrongLastMsgIDErr, JSStreamWrongLastSequenceErr].contains {
        Int($0.rawValue) == number
      }
    }
    /// The reason, or its number.
    var text: String { description ?? "error \(number ?? 0)" }
  }

  private let seq: UInt64?
  /// Why it was not taken; nil where it was.
  let error: Failure?
  /// Its place in the stream: where it stands, now or already before.
  var place: UInt64 { seq ?? 0 }

  /// Reads an answer. What cannot be read is an answer without a place.
  init(_ data: Data, _ decoder: JSONDecoder) {
    do { self = try decoder.decode(Self.self, from: data) } catch { self.init() }
  }

  private init() {
    seq = nil
    error = nil
  }
}
