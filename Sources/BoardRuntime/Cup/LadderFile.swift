package import FoundationEssentials
package import LongTrack
package import RaceLog

/// A user's own points ladders in a file.
///
/// JSON: `{"ladders":[{"kind":"individual","distances":[500,1000],"gender":"women","division":"B","points":[28,24,21]}]}`.
/// What a ladder does not say fits any race; of several that fit the first one counts, and where none does the built-in
/// ladders go on.
package enum LadderFile {
  /// Why a file of ladders cannot be taken.
  package enum Failure: Error, Hashable, Sendable {
    /// No such file.
    case notFound(String)
    /// The file cannot be read.
    case notReadable(LogFileError)
    /// No JSON, or of another shape.
    case wrongShape(String)
    /// A ladder has a word that is none: which ladder, 1 for the first, in which field.
    case badWord(String, ladder: Int, field: String, text: String, allowed: [String])
    /// A ladder has a field that is none: which ladder, and which there are.
    case unknownField(String, ladder: Int, field: String, allowed: [String])
    /// A ladder's points go up from one place to the next.
    case rising(String, ladder: Int)
    /// A ladder has no points.
    case noPoints(String, ladder: Int)
    /// A ladder's points are no points: below 0, or over a million.
    case badPoints(String, ladder: Int)

    /// What happened, where, and what to do now.
    package var sentence: String {
      switch self {
      case .notFound(let file): "\(file): no such file. Name a file of points ladders (JSON)."
      case .notReadable(.isDirectory(let file)): "\(file): a directory. Name a file of points ladders (JSON)."
      case .notReadable(let error): error.sentence
      case .wrongShape(let file):
        "\(file): not a file of ladders. Write {\"ladders\":[{\"division\":\"A\",\"points\":[60,54,48]}]}."
      case .badWord(let file, let ladder, let field, let text, let allowed):
        "\(file): ladder \(ladder): `\(field)` is \"\(text)\". Write \(allowed.joined(separator: ", "))."
      case .unknownField(let file, let ladder, let field, let allowed):
        "\(file): ladder \(ladder): no field is called `\(field)`. There are \(allowed.joined(separator: ", "))."
      case .rising(let file, let ladder):
        "\(file): ladder \(ladder): a later place has more points than an earlier one. Write them first to last."
      case .noPoints(let file, let ladder):
        "\(file): ladder \(ladder) has no points. Write them first to last: \"points\":[60,54,48]."
      case .badPoints(let file, let ladder):
        "\(file): ladder \(ladder): points are numbers from 0 to 1000000."
      }
    }
  }

  private struct Contents: Decodable {
    let ladders: [Ladder]
  }

  private struct Ladder: Decodable {
    let kind: String?
    let distances: [Int]?
    let laps: [Int]?
    let gender: String?
    let division: String?
    let points: [Double]?
  }

  /// The fields of each ladder, whatever they are.
  private struct Fields: Decodable {
    struct Anything: Decodable {
      init(from decoder: any Decoder) {}
    }

    static let known = ["kind", "distances", "laps", "gender", "division", "points", "note"]

    let ladders: [[String: Anything]]
  }

  /// Reads a file of ladders; `-` is standard input.
  package static func read(_ path: String) throws(Failure) -> PointsLadders {
    let bytes: Data
    do { bytes = try LogFile.read(path) } catch {
      if case .notFound(let file) = error { throw .notFound(file) }
      throw .notReadable(error)
    }
    return try ladders(bytes, file: path == "-" ? "standard input" : path)
  }

  /// The ladders in some bytes.
  ///
  /// - Parameter file: what to call it in messages.
  package static func ladders(_ bytes: Data, file: String) throws(Failure) -> PointsLadders {
    let contents: Contents
    let fields: Fields
    do {
      fields = try JSONDecoder().decode(Fields.self, from: bytes)
      contents = try JSONDecoder().decode(Contents.self, from: bytes)
    } catch { throw .wrongShape(file) }
    for (index, ladder) in fields.ladders.enumerated() {
      // A field that is misspelt would let a ladder fit every race.
      guard let field = ladder.keys.sorted().first(where: { !Fields.known.contains($0) }) else { continue }
      throw .unknownField(file, ladder: index + 1, field: field, allowed: Fields.known)
    }
    var own: [PointsLadder] = []
    for (index, ladder) in contents.ladders.enumerated() {
      let number = index + 1
      func word<Word: RawRepresentable & CaseIterable>(
        _ text: String?, _ field: String, _ type: Word.Type
      ) throws(Failure) -> Word? where Word.RawValue == String {
        guard let text else { return nil }
        if let word = Word(rawValue: text) { return word }
        throw .badWord(
          file, ladder: number, field: field, text: text, allowed: Word.allCases.map(\.rawValue))
      }
      guard let points = ladder.points, !points.isEmpty else { throw .noPoints(file, ladder: number) }
      guard points.allSatisfy({ (0...1_000_000).contains($0) }) else {
        throw .badPoints(file, ladder: number)
      }
      guard zip(points, points.dropFirst()).allSatisfy({ $0 >= $1 }) else {
        throw .rising(file, ladder: number)
      }
      own.append(
        PointsLadder(
          kind: try word(ladder.kind, "kind", RaceKind.self), distances: ladder.distances, laps: ladder.laps,
          gender: try word(ladder.gender, "gender", Gender.self),
          division: try word(ladder.division, "division", Division.self), points: points))
    }
    return PointsLadders(own: own)
  }
}
