package import LongTrack
import RaceLog
package import Scoreboard

/// The logs that a cup is made of.
package enum CupLogs {
  /// What the races of some logs give to their cups, in the order of the logs.
  ///
  /// - Parameter at: the moment in the last of them; nil for its end.
  /// - Returns: the races, and how many errors are in which log.
  /// - Throws: which log cannot be read, or holds nothing.
  package static func races(
    _ paths: [String], ladders: PointsLadders, at point: PlaybackPoint? = nil
  ) throws -> (races: [CupRace], errors: [(file: String, count: Int)]) {
    var races: [CupRace] = []
    var errors: [(file: String, count: Int)] = []
    for (index, path) in paths.enumerated() {
      let log = try open(path)
      guard !log.events.isEmpty else { throw UsageError.noEvents(path) }
      let checkpoints = Checkpoints(log)
      let count = index == paths.count - 1 ? point?.eventCount(in: log) : nil
      let meet = checkpoints.meet(after: count ?? log.events.count)
      races += meet.cupRaces(ladders: ladders)
      if checkpoints.errorCount > 0 { errors.append((path, checkpoints.errorCount)) }
    }
    return (races, errors)
  }

  private static func open(_ path: String) throws -> EventLog {
    do { return try LogFile.open(path) } catch {
      if case .notFound(let file) = error { throw UsageError.noSuchLog(file) }
      throw error
    }
  }
}
