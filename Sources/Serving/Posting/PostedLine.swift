import BoardRuntime
import Feeds
import FoundationEssentials
import Operation
import RaceLog

/// A line of a request.
struct PostedLine {
  /// The line without its end; nil where it is longer than a line may be.
  let whole: Data?

  init(_ line: LineCutter.Line) {
    whole = if case .whole(let bytes) = line { bytes } else { nil }
  }

  /// What is said about one that is too long.
  static let tooLong = "Not logged: longer than 64 KiB."
}

extension Inbox.Answer {
  /// What is said about a line: an object in a line of its own.
  var line: String {
    switch self {
    case .refused(let sentence): #"{"error":\#(JSONText.quoted(sentence))}"#
    case .intake(.heard): #"{"heard":true}"#
    case .intake(.taken(let seq)): #"{"seq":\#(seq)}"#
    case .intake(.waits(let seq, nil)): #"{"seq":\#(seq),"waits":true}"#
    case .intake(.waits(let seq, .some(let problem))):
      #"{"seq":\#(seq),"waits":true,"reason":\#(JSONText.quoted(problem))}"#
    case .intake(.duplicate(.some(let seq))): #"{"seq":\#(seq),"duplicate":true}"#
    case .intake(.duplicate(nil)): #"{"duplicate":true}"#
    case .intake(.rejected(let seq, let rejection)):
      #"{"seq":\#(seq),"error":\#(JSONText.quoted(DeskError.rejected(rejection).sentence))}"#
    }
  }
}
