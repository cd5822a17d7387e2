import FoundationEssentials
import LongTrack
package import Scoreboard

extension ResultTable {
  /// Tables as one JSON array: an object for each competitor with the keys of the CSV, numbers where they
  /// are numbers, times as strings, marks as an object, estimated marks as a list.
  package static func json(_ tables: [ResultTable]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let rows = tables.flatMap { table in table.rows.map { Object(race: table.race, row: $0) } }
    return String(decoding: try encoder.encode(rows), as: UTF8.self) + "\n"
  }

  /// Every key stands in every object; what is missing is null.
  private struct Object: Encodable {
    let race: String
    let rank: Int?
    let pair: Int
    let lane: String?
    let id: String
    let name: String
    let nation: String?
    let bib: String?
    let attempt: Int
    let time: String?
    let behind: String?
    let status: String?
    let points: Double?
    let sprintPoints: Double?
    let laps: Int?
    let state: String?
    let note: String?
    let marks: [String: String]
    let estimated: [String]

    func encode(to encoder: any Encoder) throws {
      var object = encoder.container(keyedBy: CodingKeys.self)
      try object.encode(race, forKey: .race)
      try object.encode(rank, forKey: .rank)
      try object.encode(pair, forKey: .pair)
      try object.encode(lane, forKey: .lane)
      try object.encode(id, forKey: .id)
      try object.encode(name, forKey: .name)
      try object.encode(nation, forKey: .nation)
      try object.encode(bib, forKey: .bib)
      try object.encode(attempt, forKey: .attempt)
      try object.encode(time, forKey: .time)
      try object.encode(behind, forKey: .behind)
      try object.encode(status, forKey: .status)
      try object.encode(points, forKey: .points)
      try object.encode(sprintPoints, forKey: .sprintPoints)
      try object.encode(laps, forKey: .laps)
      try object.encode(state, forKey: .state)
      try object.encode(note, forKey: .note)
      try object.encode(marks, forKey: .marks)
      try object.encode(estimated, forKey: .estimated)
    }

    private enum CodingKeys: String, CodingKey {
      case race, rank, pair, lane, id, name, nation, bib, attempt, time, behind, status
      case points, sprintPoints, laps, state, note, marks, estimated
    }

    init(race: String, row: ResultTable.Row) {
      func filled(_ text: String) -> String? { text.isEmpty ? nil : text }
      self.race = race
      rank = row.rank
      pair = row.pair
      lane = filled(row.lane)
      id = row.id
      name = row.name
      nation = filled(row.nation)
      bib = filled(row.bib)
      attempt = row.attempt
      time = row.time
      behind = row.behind
      status = row.status
      points = row.points
      // Filled by the mass start, which counts laps and sprints.
      sprintPoints = nil
      laps = nil
      state = row.state?.rawValue
      note = filled(row.remarks.joined(separator: " "))
      marks = row.times.reduce(into: [:]) { $0[$1.key.column] = $1.value }
      estimated = row.estimated.map(\.column)
    }
  }
}
