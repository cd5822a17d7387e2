/// The text of one JSON object, its members in the order in which they were added: a log is also read by eye.
struct JSONObject: Hashable, Sendable {
  private var members = ""

  /// Whether nothing was added.
  var isEmpty: Bool { members.isEmpty }

  /// The object as JSON.
  var json: String { "{" + members + "}" }

  /// Adds a member whose value is JSON already.
  mutating func add(_ name: String, json value: String) {
    members += (members.isEmpty ? "" : ",") + Self.quoted(name) + ":" + value
  }

  mutating func add(_ field: Field, json value: String) { add(field.rawValue, json: value) }

  /// Adds a text; nothing where there is none.
  mutating func add(_ field: Field, _ text: String?) {
    if let text { add(field, json: Self.quoted(text)) }
  }

  mutating func add(_ field: Field, _ number: Int?) {
    if let number { add(field, json: String(number)) }
  }

  mutating func add(_ field: Field, _ flag: Bool?) {
    if let flag { add(field, json: String(flag)) }
  }

  mutating func add(_ field: Field, _ texts: [String]?) {
    if let texts { add(field, json: "[" + texts.map(Self.quoted).joined(separator: ",") + "]") }
  }

  mutating func add(_ field: Field, _ numbers: [Int]?) {
    if let numbers { add(field, json: "[" + numbers.map(String.init).joined(separator: ",") + "]") }
  }

  mutating func add(_ field: Field, _ object: JSONObject?) {
    if let object { add(field, json: object.json) }
  }

  /// A text in quotes, with what JSON does not take as it is written as an escape.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..<" ", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
