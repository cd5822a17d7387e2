import FoundationEssentials
import LongTrack

/// The fields of one JSON object, read with the checks that the log format asks for.
struct FieldReader {
  let container: KeyedDecodingContainer<Field>
  /// The event's type, for messages.
  let type: String

  /// A value that has to be there.
  func require<Value>(_ value: Value?, _ field: Field) throws(LogProblem) -> Value {
    guard let value else { throw .missingField(field.rawValue, type: type) }
    return value
  }

  /// A JSON value, or nil where the field is absent or `null`.
  ///
  /// The closure names the type: through a generic call the decoder looks its type up anew for every field of
  /// every line, which costs more than all our checks together.
  private func read<Value>(
    _ field: Field, _ expected: String, _ decode: (KeyedDecodingContainer<Field>) throws -> Value?
  ) throws(LogProblem) -> Value? {
    do { return try decode(container) } catch { throw .wrongType(field.rawValue, expected: expected) }
  }

  func text(_ field: Field, expected: String = "a string") throws(LogProblem) -> String? {
    try read(field, expected) { try $0.decodeIfPresent(String.self, forKey: field) }
  }

  func integer(_ field: Field) throws(LogProblem) -> Int? {
    try read(field, "a whole number") { try $0.decodeIfPresent(Int.self, forKey: field) }
  }

  func number(_ field: Field) throws(LogProblem) -> Double? {
    try read(field, "a number") { try $0.decodeIfPresent(Double.self, forKey: field) }
  }

  /// A list or an object of one type.
  func value<Value: Decodable>(
    _ field: Field, _ kind: Value.Type, _ expected: String
  ) throws(LogProblem) -> Value? {
    try read(field, expected) { try $0.decodeIfPresent(kind, forKey: field) }
  }

  /// A string, or a number taken as one: numbers on legs and channels are written either way.
  func label(_ field: Field) throws(LogProblem) -> String? {
    do { return try container.decodeIfPresent(String.self, forKey: field) } catch {}
    return try read(field, "a string or a whole number") { try $0.decodeIfPresent(Int.self, forKey: field) }
      .map(String.init)
  }

  func flag(_ field: Field) throws(LogProblem) -> Bool? {
    try read(field, "true or false") { try $0.decodeIfPresent(Bool.self, forKey: field) }
  }

  func whole(_ field: Field, in range: ClosedRange<Int>) throws(LogProblem) -> Int? {
    guard let number = try integer(field) else { return nil }
    guard range.contains(number) else {
      throw .outOfRange(field.rawValue, allowed: "from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// A number of metres as whole millimetres.
  func millimetres(_ field: Field, upTo limit: Double) throws(LogProblem) -> Int64? {
    guard let number = try number(field) else { return nil }
    guard number >= 0, number <= limit else {
      throw .outOfRange(field.rawValue, allowed: "from 0 to \(Int(limit))")
    }
    return Int64((number * 1000).rounded())
  }

  func time(_ field: Field) throws(LogProblem) -> RaceTime? {
    guard let text = try text(field, expected: "a time as a string, like \"1:14.44\"") else { return nil }
    do { return try RaceTime(text) } catch { throw .badTime(field.rawValue, text: text, error) }
  }

  func instant(_ field: Field) throws(LogProblem) -> Instant? {
    guard let text = try text(field) else { return nil }
    guard let instant = Instant(text) else { throw .badInstant(field.rawValue, text: text) }
    return instant
  }

  func id(_ field: Field) throws(LogProblem) -> String? {
    guard let text = try text(field) else { return nil }
    guard Self.isID(text) else { throw .badID(field.rawValue, text: text) }
    return text
  }

  /// A word that has to be one of an enumeration.
  func word<Word: RawRepresentable & CaseIterable>(
    _ field: Field, _ kind: Word.Type
  ) throws(LogProblem) -> Word? where Word.RawValue == String {
    guard let text = try text(field) else { return nil }
    guard let word = Word(rawValue: text) else {
      throw .badWord(field.rawValue, text: text, allowed: Word.allCases.map(\.rawValue))
    }
    return word
  }

  /// The object in a field.
  func object(_ field: Field) throws(LogProblem) -> FieldReader? {
    guard container.contains(field) else { return nil }
    do {
      return FieldReader(
        container: try container.nestedContainer(keyedBy: Field.self, forKey: field),
        type: "\(type).\(field.rawValue)")
    } catch {
      throw .wrongType(field.rawValue, expected: "an object {…}")
    }
  }

  static func isID(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 64
      && text.utf8.allSatisfy {
        (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
          || $0 == 45 || $0 == 46 || $0 == 95
      }
  }
}
