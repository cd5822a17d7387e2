import BoardRuntime
import CellGrid

/// Why a request is not answered with what it asked for.
package enum Refusal: Error, Hashable, Sendable {
  /// Nothing has this path.
  case unknownPath(String)
  /// Nothing that can be done here, with what can.
  case method(String, allowed: [String])
  /// A request that carries something.
  case hasBody
  /// Not a place in a log.
  case badPosition(String)
  /// The viewer has events of another log.
  case otherLog(String, asked: String)
  /// The viewer has events that this log has not: it was cut, or is another one of that name.
  case notYet(String, last: Int, asked: Int)
  /// The log has no event yet.
  case noEvents
  /// Enough viewers.
  case tooMany(Int)
  /// Not a size, or too large a one.
  case badSize(String)
  /// Not a screen.
  case badScreen(String)
  /// No such race.
  case unknownRace(String, known: [String])
  /// Neither JSON nor CSV will do.
  case format(String)
  /// Something here went wrong.
  case failed(String)
  /// Events are sent to where others than this machine's programs reach, and no token was set.
  case readingOnly
  /// A browser sends events for a page of another site.
  case browser
  /// No token, or another one.
  case wrongToken
  /// More bytes than are taken at once.
  case longBody(Int)
  /// More lines than are taken at once.
  case manyLines(Int)
  /// Not a name for a feed.
  case badFeed(String)
  /// Too many names of feeds.
  case manyFeeds(Int)
  /// More waits for the desk than it can take.
  case flooded
  /// The disk has not taken it yet, with the reason where it is known.
  case notSaved(String?)
  /// Not all of a request came.
  case cutShort
  /// The desk is closed.
  case consoleEnded

  /// The largest board.
  package static let largest = (columns: 400, rows: 150)

  /// What happened and what to do now. Nothing in it steers a terminal.
  package var sentence: String { SafeText.clean(words) }

  private var words: String {
    switch self {
    case .unknownPath(let path):
      "\(path): nothing is here. There are /events, /log, /results, /board and /health."
    case .method(let name, let allowed):
      "\(name): this cannot be done here. There are \(allowed.joined(separator: ", "))."
    case .hasBody: "This request has a body, and nothing is taken here. Leave it out."
    case .badPosition(let text):
      "\(text): not a place in a log. Give the id of an event (LOG:SEQ), or a seq with ?from=."
    case .otherLog(let own, let asked):
      "This is the log \(own), and you have events of \(asked). Start over, without Last-Event-ID."
    case .notYet(let own, let last, let asked):
      "The log \(own) ends with \(last), and you have events up to \(asked): it was written anew. Start over."
    case .noEvents: "This log has no event yet. Try again in a second."
    case .tooMany(let limit): "All \(limit) places for viewers are taken. Try again in 10 seconds."
    case .badSize(let text):
      "\(text): not a size. Write columns x rows, like 80x24, at most \(Self.largest.columns)x\(Self.largest.rows)."
    case .badScreen(let text):
      "\(text): no such screen. There are \(ScreenChoice.allCases.map(\.rawValue).joined(separator: ", "))."
    case .unknownRace(let id, let known):
      known.isEmpty
        ? "No race \"\(id)\" in this log, which announces none."
        : "No race \"\(id)\" in this log. It has \(known.joined(separator: ", "))."
    case .format(let text): "\(text): there are application/json and text/csv."
    case .failed(let reason): "This could not be done (\(reason))."
    case .readingOnly:
      "Reading only: others than this machine reach this address, and no token is set. Set one with --token-file or RINKSIDE_TOKEN."
    case .browser:
      "Reading only for pages in a browser, where no token is set. Set one with --token-file or RINKSIDE_TOKEN."
    case .wrongToken: "Sending events takes the token, as the header Authorization: Bearer TOKEN."
    case .longBody(let limit): "At most \(limit) bytes at once. Send them in parts."
    case .manyLines(let limit): "At most \(limit) lines at once. Send them in parts."
    case .badFeed(let text): "\(text): not a name of a feed. Take 1 to 64 of A-Z a-z 0-9 _ . and -."
    case .manyFeeds(let limit):
      "There are \(limit) feeds already, and this would be one more. Use one of their names."
    case .flooded:
      "More waits for the desk than it can take; none of this was taken. Send it again in a second."
    case .notSaved(let reason):
      "Not on disk yet\(reason.map { " (\($0))" } ?? ""); it waits in memory. Send it again: what has the same origin.id is not taken twice."
    case .cutShort: "Not all of the body came; none of it was taken. Send it again."
    case .consoleEnded:
      "The console has ended. What has no answer may be in its journal: send it again with the same origin.id."
    }
  }
}
