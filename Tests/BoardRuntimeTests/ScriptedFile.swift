import BoardRuntime
import Feeds
import FoundationEssentials

/// A file that plays a script: what each call finds, then nothing more.
final class ScriptedFile: LogSource {
  enum Step {
    case missing
    case lines([String])
    case bytes(String, more: Bool)
    case replaced
    case fails(FeedProblem)
    case nothing
    /// Nothing new, but the writer lives.
    case beat
    case ended
  }

  let name = "night.ndjson"
  let descriptor: CInt = 7
  var hasMore = false
  var hasCaughtUp = false
  var steps: [Step]

  init(_ steps: [Step]) { self.steps = steps }

  func read() throws(FeedProblem) -> LogNews {
    hasMore = false
    defer { hasCaughtUp = !hasMore }
    guard !steps.isEmpty else { return .nothing }
    switch steps.removeFirst() {
    case .missing: return .missing
    case .nothing: return .nothing
    case .beat: return .alive(at: nil)
    case .ended: return .ended
    case .lines(let lines): return .bytes(Data(lines.map { $0 + "\n" }.joined().utf8))
    case .bytes(let text, let more):
      hasMore = more
      return .bytes(Data(text.utf8))
    case .replaced:
      hasMore = true
      return .replaced
    case .fails(let problem): throw problem
    }
  }
}
