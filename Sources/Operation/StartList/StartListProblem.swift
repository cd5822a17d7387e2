/// Something in a start list that has to be mended before anybody can start.
package struct StartListProblem: Hashable, Sendable {
  /// The file, as it was named.
  package let file: String
  /// The line, from 1.
  package let line: Int
  /// The column, from 1, and its heading; nil where the whole line is meant.
  package let column: Column?
  /// What is wrong.
  package let kind: Kind

  /// A column of the file.
  package struct Column: Hashable, Sendable {
    /// From 1.
    package let number: Int
    /// As the file has it.
    package let heading: String
  }

  /// What is wrong.
  package enum Kind: Hashable, Sendable {
    /// The bytes are no text.
    case notText
    /// Nobody stands in the list.
    case empty
    /// A column is not there.
    case noColumn(String)
    /// Two columns hold the same.
    case columnTwice(Int)
    /// Nothing closes a quote.
    case openQuote
    /// More cells than the header has.
    case tooManyCells(Int, headings: Int)
    /// More text than any cell needs.
    case tooLong(Int, limit: Int)
    /// A cell that has to be filled.
    case missing(String, hint: String)
    /// Not a whole number, or one that cannot be.
    case notANumber(String, allowed: ClosedRange<Int>)
    /// No list of whole numbers.
    case notNumbers(String)
    /// Not one of the words.
    case unknownWord(String, what: String, allowed: String)
    /// Not a time.
    case notATime(String)
    /// Not an id.
    case notAnID(String)
    /// A race without a distance; nil for one without a name.
    case noDistance(race: String?)
    /// Laps without the kind of race.
    case noKind
    /// A race that is counted in laps, without them.
    case noLaps(kind: String)
    /// Two lines say different things of one race.
    case otherBefore(String, before: String, line: Int)
    /// Somebody else starts there.
    case laneTaken(String, pair: Int, by: String, line: Int)
    /// A lane in a race that has none.
    case noLanes(String)
    /// The same skater twice in a race.
    case idTwice(String, line: Int)
  }

  /// What is wrong, where, and what to do now.
  package var sentence: String {
    let place = column.map { "column \($0.number) (\($0.heading)): " } ?? ""
    return "\(file):\(line): \(place)\(kind.reason)"
  }
}

/// Everything that is wrong with a start list.
package struct StartListProblems: Error, Hashable, Sendable {
  /// The problems, in order of lines.
  package let problems: [StartListProblem]
  /// What else is worth knowing.
  package let notices: [String]

  /// All of them, a line each.
  package var sentence: String { problems.map(\.sentence).joined(separator: "\n") }
}

extension StartListProblem.Kind {
  fileprivate var reason: String {
    switch self {
    case .notText: "not a text file. Save the sheet as CSV (UTF-8)."
    case .empty: "nobody stands in this list. Below the header write one line for each skater."
    case .noColumn(let name):
      "the header has no column \(name). Add one; `rinkside start-list --template` prints all columns."
    case .columnTwice(let number): "column \(number) holds the same. Keep one of them."
    case .openQuote:
      "a quote (\") opens here and nothing closes it. Close it, or double it where it is meant."
    case .tooManyCells(let count, let headings):
      "\(count) cells below \(headings) headings. Put quotes around a cell that has a separator in it."
    case .tooLong(let count, let limit): "\(count) characters in one cell. Shorten it to \(limit)."
    case .missing(let what, let hint): "no \(what). \(hint)"
    case .notNumbers(let text): "\"\(text)\" is no list of laps. Write them with / between: 4/8/12."
    case .notANumber(let text, let allowed):
      "\(Self.quoted(text)) is not a whole number from \(allowed.lowerBound) to \(allowed.upperBound)."
    case .unknownWord(let text, let what, let allowed):
      "\(Self.quoted(text)) is not a \(what). Write \(allowed)."
    case .notATime(let text): "\(Self.quoted(text)) is not a time. Write it like 37.91 or 1:14.44."
    case .notAnID(let text):
      "\(Self.quoted(text)) is not an id. Use up to 64 letters (A to Z), digits, - . and _."
    case .noDistance(let race):
      "no distance\(race.map { " for race " + $0 } ?? ""). Write the metres in column distance, once is enough."
    case .noKind:
      "laps without a kind of race. Write massStart, teamPursuit, teamSprint or mixedRelay in column kind."
    case .noLaps(let kind): "no laps for a \(kind). Write them in column laps, once is enough."
    case .otherBefore(let text, let before, let line):
      "\(Self.quoted(text)), but line \(line) says \(Self.quoted(before)) of the same race. Make them agree."
    case .laneTaken(let lane, let pair, let name, let line):
      "\(lane) of pair \(pair) is taken by \(name) (line \(line)). Give one of them another lane or pair."
    case .noLanes(let kind): "a \(kind) has no lanes. Leave the cell empty."
    case .idTwice(let id, let line):
      "\(id) stands in this race already (line \(line)). Give each skater an id of their own, or this line "
        + "attempt 2 if it is a re-skate."
    }
  }

  /// A text of the file in quotes, cut to what a sentence can carry.
  private static func quoted(_ text: String) -> String {
    text.count > 40 ? "\"\(text.prefix(40))…\"" : "\"\(text)\""
  }
}
