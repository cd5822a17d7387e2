package import LongTrack
package import RaceLog
package import Scoreboard

/// The results of a race as files, in all formats: what is written beside the journal when a race is confirmed.
package enum OfficialSheets {
  /// Writes `BASE-RACE.txt`, `.csv`, `.json` and `.html`, each of them atomically.
  ///
  /// - Parameters:
  ///   - asOf: the moment that the state is of.
  ///   - base: folder and name that the files begin with, as ``base(ofJournal:)`` gives it.
  /// - Returns: the paths of the files.
  /// - Throws: why the first one that failed was not written. Those before it are.
  package static func write(
    _ meet: Meet, _ race: Race, asOf: Instant?, ladders: PointsLadders = PointsLadders(), to base: String
  ) throws(FileWriteError) -> [String] {
    var paths: [String] = []
    for format in ResultFormat.allCases {
      let path = "\(base)-\(race.id).\(format.fileExtension)"
      let text: String
      do { text = try format.document(meet, races: [race], asOf: asOf, ladders: ladders) } catch {
        throw .failed(path, reason: "\(error)")
      }
      try AtomicFile.write(text, to: path)
      paths.append(path)
    }
    return paths
  }

  /// `meets/sunday` for the journal `meets/sunday.ndjson`.
  package static func base(ofJournal path: String) -> String {
    let end = ".ndjson"
    let name = path.split(separator: "/").last ?? ""
    return path.hasSuffix(end) && name.count > end.count ? String(path.dropLast(end.count)) : path
  }
}
