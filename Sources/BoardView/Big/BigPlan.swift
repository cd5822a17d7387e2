import CellGrid
import Scoreboard

/// How large the numbers of the big board are, and how they stand. All skaters get the same, so that numbers are
/// compared at a glance.
///
/// The numbers come first; a name is written large where a number keeps two thirds of the height beside it.
struct BigPlan {
  /// How the numbers of a skater stand.
  enum Arrangement: CaseIterable {
    /// Beside each other, under the name.
    case row
    /// One under the other, under the name.
    case column
    /// One number, with everything else as text on its right: for small terminals.
    case beside
  }

  let arrangement: Arrangement
  /// Rows of a number; 0 where none fits and all is text.
  let digits: Int
  /// Rows of a name; 1 for text.
  let name: Int

  /// Whether its numbers are larger than those of another plan, or as large and only its names are.
  func isLarger(than other: BigPlan) -> Bool {
    if digits != other.digits { return digits > other.digits }
    return name > 1 && other.name <= 1
  }

  /// Columns between two things, where digits are so high.
  static func gap(_ height: Int) -> Int { height / BigDigits.largeHeight * 2 + 1 }

  /// The least columns for text beside a number.
  static let sideWidth = 10

  init(_ skaters: [BigSkater], cell: GridSize) {
    let heights = stride(from: cell.rows / 5 * 5, through: 5, by: -5)
    for height in heights {
      for arrangement in Arrangement.allCases {
        guard let name = Self.name(skaters, cell: cell, digits: height, arrangement) else { continue }
        // Before there is a number, names are what is compared.
        let isAllNames = skaters.allSatisfy(\.facts.isEmpty)
        self.init(
          arrangement: arrangement, digits: isAllNames ? max(name, BigDigits.largeHeight) : height, name: name
        )
        return
      }
    }
    self.init(arrangement: .row, digits: 0, name: 1)
  }

  private init(arrangement: Arrangement, digits: Int, name: Int) {
    self.arrangement = arrangement
    self.digits = digits
    self.name = name
  }

  /// The rows of the names, where digits of a height fit; nil where they do not, or leave names too small.
  private static func name(
    _ skaters: [BigSkater], cell: GridSize, digits: Int, _ arrangement: Arrangement
  ) -> Int? {
    guard skaters.allSatisfy({ fits($0.facts, width: cell.columns, digits: digits, arrangement) }) else {
      return nil
    }
    let lines = arrangement == .column ? skaters.map(\.facts.count).max() ?? 1 : 1
    let hasFacts = skaters.contains { !$0.facts.isEmpty }
    if arrangement == .beside { return hasFacts && digits == BigDigits.largeHeight ? 1 : nil }
    // Before there is a number, the name has its place too.
    let taken = hasFacts ? digits * max(lines, 1) : 0
    let left = cell.rows - 1 - taken
    guard left >= 0 else { return nil }
    // A blank line keeps name and numbers apart.
    let most = hasFacts ? min((left - 1) / 5 * 5, digits) : left / 5 * 5
    let large = stride(from: most, through: 5, by: -5).first { height in
      skaters.allSatisfy { (largeNameWidth($0, height: height) ?? 0) <= cell.columns }
    }
    if let large { return large }
    let canBeLarge = skaters.allSatisfy { (largeNameWidth($0, height: 5) ?? .max) <= cell.columns }
    return digits > 10 && hasFacts && canBeLarge ? nil : 1
  }

  /// Columns of the family name in large letters; nil where it has none.
  static func largeNameWidth(_ skater: BigSkater, height: Int) -> Int? {
    BigDigits.letters(of: skater.family).flatMap {
      BigDigits.width(of: $0, height: height)
    }
  }

  private static func fits(
    _ facts: [BigFact], width: Int, digits: Int, _ arrangement: Arrangement
  ) -> Bool {
    let widths = facts.map { BigDigits.width(of: $0.large, height: digits) ?? 0 }
    return switch arrangement {
    case .row: widths.reduce(-gap(digits)) { $0 + $1 + gap(digits) } <= width
    case .column: (widths.max() ?? 0) <= width
    case .beside: (widths.first ?? 0) + 2 + sideWidth <= width
    }
  }
}

extension BigFact {
  /// What is written large: of a status only the first word.
  var large: String {
    kind == .status ? String(text.prefix { $0 != " " }) : text
  }

  /// Columns of ``large``; nil where it has no large form.
  func largeWidth(_ height: Int) -> Int? { BigDigits.width(of: large, height: height) }

  var role: Role {
    switch kind {
    case .delta(let situation), .live(let situation): Role(situation)
    case .laps: .clock
    case .split: .time
    case .time(let isProvisional): isProvisional ? .clockProvisional : .clockStopped
    case .status: .alert
    }
  }
}
