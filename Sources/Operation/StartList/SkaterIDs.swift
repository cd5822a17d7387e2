import LongTrack

/// Gives ids to skaters who were entered without one: the family name in plain letters. The same name of the same
/// nation is the same skater, in every race of the list.
struct SkaterIDs {
  private var ids: [String: String] = [:]
  private var used: Set<String> = []

  /// Takes note of an id that the list gives itself.
  mutating func reserve(_ id: String, name: String, nation: String?) {
    used.insert(id)
    if ids[Self.key(name, nation)] == nil { ids[Self.key(name, nation)] = id }
  }

  /// The id of a skater.
  mutating func id(name: String, nation: String?) -> String {
    let key = Self.key(name, nation)
    if let id = ids[key] { return id }
    let person = PersonName(name)
    let family = Self.plain(person.family)
    let base = family.isEmpty ? "skater" : family
    let full = Self.plain(person.full)
    var candidates = full.isEmpty || full == base ? [base] : [base, full]
    candidates += (2...).lazy.prefix(used.count + 2).map { "\(base)-\($0)" }
    let id = candidates.first { !used.contains($0) } ?? base
    used.insert(id)
    ids[key] = id
    return id
  }

  private static func key(_ name: String, _ nation: String?) -> String {
    name.lowercased() + "\n" + (nation ?? "").lowercased()
  }

  /// Small letters without accents, a dash for what stands between words; at most 40.
  static func plain(_ text: String) -> String {
    let letters = text.unicodeScalars.map { scalar in
      switch scalar {
      case "a"..."z", "0"..."9": String(scalar)
      case "A"..."Z": String(scalar).lowercased()
      case "'", "’", "`": ""
      default: scalar.isASCII || scalar.properties.isWhitespace ? "-" : letter(scalar)
      }
    }.joined()
    return String(letters.prefix(40)).split(separator: "-").joined(separator: "-")
  }

  /// The plain letter under an accent, by the name that Unicode gives it: LATIN SMALL LETTER O WITH STROKE.
  private static func letter(_ scalar: Unicode.Scalar) -> String {
    let words = (scalar.properties.name ?? "").split(separator: " ")
    guard words.count > 3, words[0] == "LATIN", ["LETTER", "LIGATURE"].contains(words[2]) else { return "" }
    switch words[3] {
    case "SHARP": return "ss"
    case "THORN": return "th"
    case "ETH": return "d"
    case "DOTLESS": return "i"
    default: return words[3].count < 3 ? words[3].lowercased() : ""
    }
  }
}
