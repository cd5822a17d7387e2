import Dispatch
import FoundationEssentials
import Synchronization

/// Decodes many lines: on all cores where they are many, and several of them in one go of the JSON decoder, which costs
/// to set up.
///
/// What comes out is what each line gives by itself, in the order of the lines.
struct LineDecoding {
  typealias Outcome = Result<DecodedLine, LogProblem>

  /// How many lines go through the JSON decoder together.
  private static let batch = 64
  /// How many lines are a piece of work for one core.
  static let share = 512

  private let lines: [LineScanner.Line]
  private let bytes: Data
  private let board: Board
  private var taken = 0

  /// Begins with lines; the other cores start at once.
  init(_ lines: [LineScanner.Line], in bytes: Data) {
    self.lines = lines
    self.bytes = bytes
    let shares = (lines.count + Self.share - 1) / Self.share
    let board = Board(shares)
    self.board = board
    let helpers = min(ProcessInfo.processInfo.activeProcessorCount, shares) - 1
    for _ in 0..<max(helpers, 0) {
      DispatchQueue.global(qos: .userInitiated).async {
        while let share = board.claim() {
          board.put(Self.decode(lines[Self.range(share, lines)], in: bytes), share)
        }
      }
    }
  }

  /// The outcomes of the next lines; nil after the last. While they are not there yet, the caller decodes like the other
  /// cores do.
  mutating func next() -> (lines: ArraySlice<LineScanner.Line>, outcomes: [Outcome])? {
    let range = Self.range(taken, lines)
    guard !range.isEmpty else { return nil }
    while true {
      if let outcomes = board.take(taken) {
        taken += 1
        return (lines[range], outcomes)
      }
      if let share = board.claim() {
        board.put(Self.decode(lines[Self.range(share, lines)], in: bytes), share)
      } else {
        board.wait()
      }
    }
  }

  private static func range(_ share: Int, _ lines: [LineScanner.Line]) -> Range<Int> {
    min(share * Self.share, lines.count)..<min((share + 1) * Self.share, lines.count)
  }

  private static func decode(_ lines: ArraySlice<LineScanner.Line>, in bytes: Data) -> [Outcome] {
    let decoder = EventDecoder()
    var outcomes: [Outcome] = []
    outcomes.reserveCapacity(lines.count)
    var rest = lines
    while !rest.isEmpty {
      let together = rest.prefix(batch).prefix { $0.isFinished && isOneObject($0.range, in: bytes) }
      if together.count > 1, let several = decoder.decode(together.map(\.range), of: bytes) {
        outcomes += several
        rest = rest.dropFirst(together.count)
      } else {
        // One that stops a batch, or all of a batch in which something is no JSON.
        let alone = rest.prefix(max(together.count, 1))
        outcomes += alone.map { decoder.outcome(of: $0, in: bytes) }
        rest = rest.dropFirst(alone.count)
      }
    }
    return outcomes
  }

  /// Whether the brackets of a line open with its first byte and close with its last: then a comma after it ends it in
  /// a list, too, whatever stands in it.
  private static func isOneObject(_ range: Range<Int>, in bytes: Data) -> Bool {
    guard (2...LineScanner.limit).contains(range.count) else { return false }
    let line = bytes.span.extracting(
      range.lowerBound - bytes.startIndex..<range.upperBound - bytes.startIndex)
    guard line[0] == UInt8(ascii: "{") else { return false }
    var depth = 0
    var index = 0
    while index < line.count {
      switch line[index] {
      case UInt8(ascii: "\""):
        index += 1
        while index < line.count, line[index] != UInt8(ascii: "\"") {
          index += line[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard index < line.count else { return false }
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return index == line.count - 1 }
      default: break
      }
      index += 1
    }
    return false
  }
}

/// Who decodes which share, and what came out.
private final class Board: Sendable {
  private struct State {
    var next = 0
    var done: [Int: [LineDecoding.Outcome]] = [:]
  }

  private let count: Int
  private let state = Mutex(State())
  private let news = DispatchSemaphore(value: 0)

  init(_ count: Int) { self.count = count }

  /// A share that nobody has begun; nil when there is none.
  func claim() -> Int? {
    state.withLock { state in
      guard state.next < count else { return nil }
      state.next += 1
      return state.next - 1
    }
  }

  func put(_ outcomes: [LineDecoding.Outcome], _ share: Int) {
    state.withLock { $0.done[share] = outcomes }
    news.signal()
  }

  func take(_ share: Int) -> [LineDecoding.Outcome]? {
    state.withLock { $0.done.removeValue(forKey: share) }
  }

  /// Waits until another share was put; at once where one was that nobody waited for.
  func wait() { news.wait() }
}

extension EventDecoder {
  /// What a line is by itself.
  fileprivate func outcome(of line: LineScanner.Line, in bytes: Data) -> LineDecoding.Outcome {
    guard line.isFinished else { return .failure(.unfinishedLine(bytes: line.range.count)) }
    guard line.range.count <= LineScanner.limit else { return .failure(.tooLong(bytes: line.range.count)) }
    do { return .success(try decodeLine(bytes[line.range])) } catch { return .failure(error) }
  }
}
