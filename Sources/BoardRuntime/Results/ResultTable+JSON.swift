import LongTrack
package import Scoreboard

extension ResultTable {
  /// Tables as one JSON array: an object for each competitor with the keys of the CSV, numbers where they
  /// are numbers, times as strings, marks as an object, estimated marks as a list.
  package static func json(_ tables: [ResultTable]) throws -> String {
    try JSONSheet.text(tables.flatMap { table in table.rows.map { Object(race: table.race, row: $0) } })
  }

  /// Every key stands in every object; what is missing is null.
  private struct Object: Encodable {
    let race: String
    let rank: Nullable<Int>
    let pair: Int
    let lane: Nullable<String>
    let id: String
    let name: String
    let nation: Nullable<String>
    let bib: Nullable<String>
    let attempt: Int
    let time: Nullable<String>
    let behind: Nullable<String>
    let status: Nullable<String>
    let points: Nullable<Double>
    /// Of a mass start, as ``laps``.
    let sprintPoints: Nullable<Double>
    let laps: Nullable<Int>
    let state: Nullable<String>
    let note: Nullable<String>
    let marks: [String: String]
    let estimated: [String]

    init(race: String, row: ResultTable.Row) {
      self.race = race
      rank = Nullable(row.rank)
      pair = row.pair
      lane = Nullable(filled: row.lane)
      id = row.id
      name = row.name
      nation = Nullable(filled: row.nation)
      bib = Nullable(filled: row.bib)
      attempt = row.attempt
      time = Nullable(row.time)
      behind = Nullable(row.behind)
      status = Nullable(row.status)
      points = Nullable(row.points)
      sprintPoints = Nullable(row.sprintPoints)
      laps = Nullable(row.laps)
      state = Nullable(row.state?.rawValue)
      note = Nullable(filled: row.remarks.joined(separator: " "))
      marks = row.times.reduce(into: [:]) { $0[$1.key.column] = $1.value }
      estimated = row.estimated.map(\.column)
    }
  }

  /// A value that is written as null where it is missing, not left out.
  private struct Nullable<Value: Encodable>: Encodable {
    let value: Value?

    init(_ value: Value?) { self.value = value }

    init(filled text: String) where Value == String { value = text.isEmpty ? nil : text }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(value)
    }
  }
}
