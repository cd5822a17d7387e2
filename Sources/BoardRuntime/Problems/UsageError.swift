/// Why a command cannot do what it was asked for.
package enum UsageError: Error, Hashable, Sendable {
  /// Not a place in a log.
  case badPoint(String)
  /// Not a size.
  case badSize(String)
  /// Not a speed of the ladder.
  case badSpeed(String)
  /// A log that is to be recorded in itself.
  case recordsItself(String)
  /// Not a delay, or one too long.
  case badDelay(String)
  /// The log has no race with this id.
  case unknownRace(String, file: String, known: [String])
  /// No such log among several that are named.
  case noSuchLog(String)
  /// No cup of this name, or none at all.
  case noCup(String?, known: [String])
  /// The demo was not found.
  case noRecordings
  /// The log has no event at all.
  case noEvents(String)

  /// Whether the command line itself makes no sense, whatever the log holds.
  package var isWrongUsage: Bool {
    switch self {
    case .badPoint, .badSize, .badSpeed, .badDelay, .recordsItself: true
    case .unknownRace, .noRecordings, .noEvents, .noSuchLog, .noCup: false
    }
  }

  /// What happened, where, and what to do now.
  package var sentence: String {
    switch self {
    case .badPoint(let text):
      "\(text): not a point in a log. Write '#42' (a seq), 12:31 (time since the start) or an RFC 3339 moment."
    case .badSize(let text): "\(text): not a size. Write columns x rows, like 80x24."
    case .recordsItself(let path):
      "\(path): this is the log that is watched. Name another file to record it in."
    case .badDelay(let text): "\(text): not a delay. Write seconds, like 3.5; 600 at most."
    case .badSpeed(let text): "\(text): not a speed. Use 1/8, 1/4, 1/2, 1, 2, 4, 8, 16, 32 or 64."
    case .unknownRace(let id, let file, let known):
      known.isEmpty
        ? "\(file): no race \"\(id)\" in this log, which announces none."
        : "\(file): no race \"\(id)\" in this log. It has \(known.joined(separator: ", "))."
    case .noSuchLog(let file): "\(file): no such file. Name race logs (.ndjson)."
    case .noCup(let name, let known):
      known.isEmpty
        ? "No race of these logs gives cup points: they have no division, or say `cup` none."
        : "No cup \"\(name ?? "")\" in these logs. They have \(known.joined(separator: ", "))."
    case .noRecordings:
      "No recording found: there is no replays folder here or above the program. Name a race log."
    case .noEvents(let file): "\(file): no event could be read. `rinkside check` says why."
    }
  }
}
