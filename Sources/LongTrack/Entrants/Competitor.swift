/// Who skates: a skater, or a team.
package struct Competitor: Hashable, Sendable {
  /// Unique within a race.
  package let id: String
  /// As entered, given name first or family name in capitals.
  package let name: String
  /// Three letters, or nothing.
  package let nation: String?
  /// The number on the leg, as entered.
  package let bib: String?
  /// The members of a team, in leg order.
  package let members: [String]

  /// A skater or a team.
  package init(id: String, name: String, nation: String? = nil, bib: String? = nil, members: [String] = []) {
    self.id = id
    self.name = name
    self.nation = nation
    self.bib = bib
    self.members = members
  }
}
