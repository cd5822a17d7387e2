/// A name in the two forms a board needs: a person's, or a team's.
///
/// Result sheets write the family name first and in capitals. A log gives one string, so the family name
/// is what already stands in capitals, else the last word with the particles before it (`de`, `van`, …).
package struct PersonName: Hashable, Sendable {
  /// `TAKAGI`, `DE JONG`: for labels.
  package let family: String
  /// `TAKAGI Miho`, `DE JONG Letitia`: for lists.
  package let full: String

  /// A team's name, which has no given name: both forms are what was entered.
  package init(team name: String) {
    family = name
    full = name
  }

  /// Reads a name as entered.
  package init(_ name: String) {
    let words = name.split(separator: " ").map(String.init)
    guard words.count > 1 else {
      family = name
      full = name
      return
    }
    guard name.unicodeScalars.contains(where: { $0.properties.isCased }) else {
      // Scripts without capitals write the family name first.
      family = words[0]
      full = name
      return
    }
    let capitals = words.indices.filter { Self.isCapitals(words[$0]) }
    let range = Self.withParticles(capitals.isEmpty ? [words.count - 1] : capitals, of: words)
    let familyWords = words.indices.filter(range.contains).map { words[$0].uppercased() }
    let given = words.indices.filter { !range.contains($0) }.map { words[$0] }
    family = familyWords.joined(separator: " ")
    full = (familyWords + given).joined(separator: " ")
  }

  private static let particles: Set<String> = [
    "de", "der", "den", "di", "da", "dal", "del", "della", "dos", "du", "la", "le", "las", "los",
    "van", "von", "ten", "ter", "te", "het", "'t", "zu", "af", "st.",
  ]

  private static func isCapitals(_ word: String) -> Bool {
    let letters = word.unicodeScalars.filter(\.properties.isAlphabetic)
    // One letter is an initial, unless it is what is left of a particle: IN 'T HOF.
    let isLong = letters.count > 1 || word.first.map { "'’".contains($0) } == true && !letters.isEmpty
    return isLong && letters.allSatisfy { $0.properties.isUppercase }
  }

  /// The words of a family name with the particles that stand right before them.
  private static func withParticles(_ family: [Int], of words: [String]) -> Set<Int> {
    var first = family[0]
    while first > 0, isParticle(words[first - 1]) { first -= 1 }
    return Set(family).union(first..<family[0])
  }

  /// `de`, and `Rijpma-De`, whose last part belongs to the next word.
  private static func isParticle(_ word: String) -> Bool {
    guard let last = word.lowercased().split(separator: "-").last else { return false }
    return particles.contains(String(last))
  }
}
