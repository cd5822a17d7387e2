package import Feeds
import FoundationEssentials

/// A feed with its place in it.
package struct FeedReader {
  /// Where its lines come from.
  package let source: LineSource
  /// Whether it is a file, whose lines are the same ones after a restart.
  private let isFile: Bool
  private var position = 0
  /// What was read and is still to be handed over.
  private var waiting: ArraySlice<LineSource.Item> = []

  /// The most lines that are handed over at one go, some milliseconds of work: a key waits for no more, whatever a feed
  /// holds when it is opened.
  static let most = 64
  /// Whether the last call left something.
  var hasMore: Bool { !waiting.isEmpty || source.hasMore }

  /// A feed by its path; `-` is standard input.
  ///
  /// - Throws: why nothing can ever come from it.
  package init(_ path: String) throws(FeedProblem) {
    source = try LineSource(path)
    isFile = source.needsAsking
  }

  /// Hands what came to the desk.
  ///
  /// - Parameter now: the machine's own clock when it was found to have come.
  mutating func read(into session: inout OperateSession, now: Int64) {
    do {
      if waiting.isEmpty { waiting = try source.read()[...] }
      for item in waiting.prefix(Self.most) {
        waiting.removeFirst()
        switch item {
        case .line(let line):
          position += 1
          session.receive(line, from: source.name, position: isFile ? position : nil, now: now)
        case .tooLong(let beginning):
          position += 1
          session.receive(beginning, from: source.name, position: isFile ? position : nil, now: now)
          session.note(
            "\(source.name): a line is longer than 64 KiB; its beginning waits.", isProblem: true, now: now)
        case .replaced: position = 0
        case .ended: session.note("\(source.name): the feed has ended.", isProblem: true, now: now)
        }
      }
    } catch { session.note(error.sentence, isProblem: true, now: now) }
  }
}
