import LongTrack

/// Fields that several event types share.
extension FieldReader {
  static let seqs = 1...Int(Int32.max)

  func race() throws(LogProblem) -> String { try require(id(.race), .race) }

  func competitorID() throws(LogProblem) -> String { try require(id(.competitor), .competitor) }

  func attempt() throws(LogProblem) -> Int? { try whole(.attempt, in: 1...9) }

  func heat() throws(LogProblem) -> HeatPlace {
    HeatPlace(
      race: try race(), pair: try require(whole(.pair, in: 1...9999), .pair),
      group: try whole(.group, in: 1...2) ?? 1)
  }

  /// `mark` in metres, or `lap` in multiples of a half.
  func mark() throws(LogProblem) -> Mark {
    if let metres = try whole(.mark, in: 1...100_000) { return .metres(metres) }
    guard let laps = try number(.lap) else {
      throw .missingField("mark", type: type)
    }
    guard laps >= 0, laps <= 1000, laps * 2 == (laps * 2).rounded() else {
      throw .outOfRange("lap", allowed: "a multiple of 0.5 from 0 to 1000")
    }
    return .halfLaps(Int(laps * 2))
  }

  /// The source, with a notice for a word that is not known: it counts as the lowest.
  func source(_ notices: inout [LogProblem]) throws(LogProblem) -> Source {
    guard let word = try text(.source) else { return .manual }
    if let source = Source(word: word) { return source }
    notices.append(.unknownWord("source", text: word, taken: "manual"))
    return .manual
  }

  /// Points that officials give: nobody gives more than a million, and a sum has to stay a number.
  func points() throws(LogProblem) -> Double? { try checked(points: number(.points)) }

  func pointList() throws(LogProblem) -> [Double]? {
    let points = try value(.points, [Double].self, "a list of numbers")
    for point in points ?? [] { _ = try checked(points: point) }
    return points
  }

  private func checked(points: Double?) throws(LogProblem) -> Double? {
    guard let points else { return nil }
    guard (-1_000_000...1_000_000).contains(points) else {
      throw .outOfRange("points", allowed: "from -1000000 to 1000000")
    }
    return points
  }

  func lane() throws(LogProblem) -> Lane? { try word(.lane, Lane.self) }

  func startPlace() throws(LogProblem) -> Entry.StartPlace? {
    switch try text(.lane) {
    case nil: nil
    case "inner": .lane(.inner)
    case "outer": .lane(.outer)
    case "finish": .finishStraight
    case "crossing": .crossingStraight
    case .some(let text):
      throw .badWord("lane", text: text, allowed: ["inner", "outer", "finish", "crossing"])
    }
  }

  func times(_ field: Field) throws(LogProblem) -> [String: RaceTime] {
    let expected = "an object of times as strings, like {\"600\":\"44.48\"}"
    var times: [String: RaceTime] = [:]
    for (mark, text) in try value(field, [String: String].self, expected) ?? [:] {
      do { times[mark] = try RaceTime(text) } catch {
        throw .badTime("\(field.rawValue).\(mark)", text: text, error)
      }
    }
    return times
  }

  func ids(_ field: Field) throws(LogProblem) -> [String]? {
    guard let ids = try value(field, [String].self, "a list of ids") else { return nil }
    for id in ids where !Self.isID(id) { throw .badID(field.rawValue, text: id) }
    return ids
  }

  func notes() throws(LogProblem) -> EventNotes? {
    let origin = try origin()
    let action = try action()
    let replaces =
      container.contains(.replaces) ? try value(.replaces, [Int].self, "a list of seqs") ?? [] : []
    let by = try text(.by)
    let reason = try text(.reason)
    if origin == nil, action == nil, replaces.isEmpty, by == nil, reason == nil { return nil }
    return EventNotes(origin: origin, action: action, replaces: replaces, by: by, reason: reason)
  }

  private func origin() throws(LogProblem) -> EventNotes.Origin? {
    guard let fields = try object(.origin) else { return nil }
    // An origin's own id is the sender's business, so it is not held to the form of ours.
    if let id = try fields.text(.id) { return .sender(id) }
    return .log(
      try fields.require(fields.id(.log), .log),
      seq: try fields.require(fields.whole(.seq, in: Self.seqs), .seq))
  }

  private func action() throws(LogProblem) -> EventNotes.Action? {
    guard let fields = try object(.action) else { return nil }
    return EventNotes.Action(
      id: try fields.require(fields.text(.id), .id),
      parts: try fields.require(fields.whole(.parts, in: 1...1000), .parts))
  }
}
