package import FoundationEssentials
package import Handover
package import Operation
import Synchronization

/// Lines whose senders wait for an answer, on their way to the thread that has the desk, and the answers on their way
/// back. An answer is given when what it says is on disk. All times are on the machine's own clock, 1/10 000 s.
package final class Inbox: Sendable {
  /// The most lines that wait, of all senders together.
  package static let most = 4096
  /// The most that the desk takes at one go, some milliseconds of work: a key waits for no more.
  static let share = 64

  /// A line on its way to the desk.
  package struct Line: Hashable, Sendable {
    /// Without its end.
    package let bytes: Data
    /// Who sent it.
    package let feed: String
    let letter: Int
    let place: Int
  }

  /// What is said about a line.
  package enum Answer: Hashable, Sendable {
    /// What became of it.
    case intake(Intake)
    /// Why nothing did.
    case refused(String)
  }

  /// What is said about lines that came together.
  package enum Reply: Hashable, Sendable {
    /// What became of each, in their order; all of that is on disk.
    case answers([Answer])
    /// They were taken, or will be, and are not on disk yet; with the reason where it is known.
    case late(String?)
    /// Too many wait already: none of these were taken.
    case full
    /// The console has ended: none of these were taken, or nobody knows.
    case closed
  }

  private struct Letter {
    let reply: CheckedContinuation<Reply, Never>
    var answers: [Answer?]
    /// How many answers are missing.
    var missing: Int
    /// How many events have to be on disk.
    var events = 0
    /// When the desk has seen it first.
    var since: Int64?
  }

  private struct Contents {
    var lines: ArraySlice<Line> = []
    var letters: [Int: Letter] = [:]
    var last = 0
    var isClosed = false
  }

  private let signal: Signal
  private let contents = Mutex(Contents())
  private let patience: Int64

  /// An inbox without anything in it.
  ///
  /// - Parameter patience: how long a sender waits for the disk.
  /// - Throws: where the system has no descriptor left.
  package init(patience: Int64 = 100_000) throws(SystemFault) {
    signal = try Signal()
    self.patience = patience
  }

  // MARK: The senders' side

  /// Hands over lines, all of them or none, and waits for what becomes of them.
  package func send(_ lines: [Data], from feed: String) async -> Reply {
    guard !lines.isEmpty else { return .answers([]) }
    return await withCheckedContinuation { continuation in
      let refusal: Reply? = contents.withLock { contents in
        guard !contents.isClosed else { return .closed }
        guard contents.lines.count + lines.count <= Self.most else { return .full }
        contents.last += 1
        let letter = contents.last
        contents.letters[letter] = Letter(
          reply: continuation, answers: Array(repeating: nil, count: lines.count), missing: lines.count)
        for (place, line) in lines.enumerated() {
          contents.lines.append(Line(bytes: line, feed: feed, letter: letter, place: place))
        }
        return nil
      }
      if let refusal { continuation.resume(returning: refusal) } else { signal.set() }
    }
  }

  // MARK: The desk's side

  /// Readable while lines wait.
  package var descriptor: CInt { signal.descriptor }

  /// Takes some of the lines that wait.
  package func take(now: Int64) -> [Line] {
    contents.withLock { contents in
      signal.clear()
      for id in contents.letters.keys where contents.letters[id]?.since == nil {
        contents.letters[id]?.since = now
      }
      let lines = contents.lines.prefix(Self.share)
      contents.lines = contents.lines.dropFirst(Self.share)
      // A slice keeps what was taken from it.
      if contents.lines.isEmpty { contents.lines = [] } else { signal.set() }
      return Array(lines)
    }
  }

  /// Takes note of what became of a line.
  ///
  /// - Parameter events: how many events of the log have to be on disk before that is true.
  package func note(_ answer: Answer, to line: Line, events: Int) {
    contents.withLock { contents in
      guard var letter = contents.letters[line.letter] else { return }
      letter.answers[line.place] = answer
      letter.missing -= 1
      letter.events = max(letter.events, events)
      contents.letters[line.letter] = letter
    }
  }

  /// Gives the answers that are true by now, and tells those who have waited long enough.
  ///
  /// - Parameters:
  ///   - saved: how many events of the log are on disk.
  ///   - trouble: why there are not more; nil where nothing is wrong.
  package func settle(saved: Int, trouble: String?, now: Int64) {
    let replies = contents.withLock { contents -> [(Letter, Reply)] in
      var replies: [(Letter, Reply)] = []
      for (id, letter) in contents.letters {
        if letter.missing == 0, letter.events <= saved {
          replies.append((letter, .answers(letter.answers.compactMap(\.self))))
        } else if let since = letter.since, now - since >= patience {
          replies.append((letter, .late(trouble)))
        } else {
          continue
        }
        contents.letters[id] = nil
      }
      return replies
    }
    for (letter, reply) in replies { letter.reply.resume(returning: reply) }
  }

  /// When somebody will have waited long enough; nil where nobody waits.
  package var deadline: Int64? {
    contents.withLock { $0.letters.values.compactMap(\.since).min().map { $0 + patience } }
  }

  /// Takes nothing any more, and tells whoever waits.
  package func close() {
    let letters = contents.withLock { contents in
      defer {
        contents.letters = [:]
        contents.lines = []
      }
      contents.isClosed = true
      return contents.letters.values
    }
    for letter in letters { letter.reply.resume(returning: .closed) }
  }
}
