/// What officials decide about a skater or team (domain 1.5).
package enum Status: Hashable, Sendable {
  /// Did not start.
  case dns
  /// Did not finish.
  case dnf
  /// Disqualified.
  case dq
  /// Withdrew.
  case wdr
  /// Lost because overtaken: team pursuit.
  case lot
  /// Won because the other team was overtaken.
  case wot
  /// Walk-over.
  case wo
  /// A status this program does not know: unranked, shown as written.
  case other(String)

  /// Reads the letters of a result sheet.
  package init(code: String) {
    self =
      switch code {
      case "DNS": .dns
      case "DNF": .dnf
      case "DQ": .dq
      case "WDR": .wdr
      case "LOT": .lot
      case "WOT": .wot
      case "WO": .wo
      default: .other(code)
      }
  }

  /// The letters a result sheet prints.
  package var code: String {
    switch self {
    case .dns: "DNS"
    case .dnf: "DNF"
    case .dq: "DQ"
    case .wdr: "WDR"
    case .lot: "LOT"
    case .wot: "WOT"
    case .wo: "WO"
    case .other(let code): code
    }
  }

  /// Whether it keeps a skater from starting, so that anything timed for them is somebody else's.
  package var preventsStart: Bool { self == .dns || self == .wdr }

  /// Whether a time with this status is still ranked: winning a pursuit early is no failure.
  package var isRanked: Bool { self == .wot || self == .wo }
}

/// What measured a time, best first: of several for one mark the best source counts (log format 4).
package enum Source: Int, Hashable, Comparable, Sendable, CaseIterable {
  /// The line-scan camera, read by an operator: the official time.
  case photofinish
  /// The beam across the line: at once, and a few thousandths off.
  case optical
  /// The ankle transponder and a loop in the ice.
  case transponder
  /// A hand, or a source this program does not know.
  case manual

  /// Reads the word of the log format; nil for a word it does not have, which counts as ``manual``.
  package init?(word: String) {
    guard let source = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = source
  }

  /// The word of the log format.
  package var word: String {
    switch self {
    case .photofinish: "photofinish"
    case .optical: "optical"
    case .transponder: "transponder"
    case .manual: "manual"
    }
  }

  /// The better source is the smaller one.
  package static func < (left: Source, right: Source) -> Bool { left.rawValue < right.rawValue }
}
