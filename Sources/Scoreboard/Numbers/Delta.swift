package import LongTrack

/// A measured difference at a mark, and how it moved since the mark before.
package struct Delta: Hashable, Sendable {
  /// Own time less the comparison's, as both are shown.
  package let gap: Gap
  /// How the gap changed since the mark before, against the same comparison: lost when positive.
  /// Nil at the first mark, and across a hole.
  package let trend: Gap?

  /// Ahead or behind, gaining or losing: what colour repeats and sign and glyph already say.
  package var situation: Situation { Situation(gap: gap.hundredths, trend: trend?.hundredths) }

  /// `▲0.15`, `▼0.11`, `=0.00`; nil without a trend.
  package var trendText: String? {
    trend.map { ($0.hundredths < 0 ? "▲" : $0.hundredths > 0 ? "▼" : "=") + $0.size }
  }
}

/// The four situations of a race against a comparison, and level.
package enum Situation: Hashable, Sendable {
  /// Ahead, and the lead grows or holds.
  case aheadGaining
  /// Ahead, and the lead melts.
  case aheadLosing
  /// Behind, and catching up.
  case behindGaining
  /// Behind, and falling back or holding.
  case behindLosing
  /// Equal.
  case level

  init(gap: Int64, trend: Int64?) {
    switch (gap, trend ?? gap) {
    case (0, _): self = .level
    case (..<0, ...0): self = .aheadGaining
    case (..<0, _): self = .aheadLosing
    case (_, ..<0): self = .behindGaining
    default: self = .behindLosing
    }
  }
}

extension Race {
  /// The delta of an attempt at a mark; nil where either side has no time there.
  package func delta(of key: AttemptKey, at mark: Int, to comparison: Comparison) -> Delta? {
    guard let gap = gap(of: key, at: mark, to: comparison) else { return nil }
    let before = mark > 0 ? self.gap(of: key, at: mark - 1, to: comparison) : nil
    return Delta(gap: gap, trend: before.map { gap - $0 })
  }

  private func gap(of key: AttemptKey, at mark: Int, to comparison: Comparison) -> Gap? {
    guard let own = attempts[key]?.time(at: mark), let other = comparison.time(at: mark) else { return nil }
    return own.shown - other.shown
  }

  /// The lap that ends at a mark, as the difference of shown times, and over how many marks it goes:
  /// more than one where a split is missing between. Nil without a time at the mark, and where no mark before
  /// it has one: that would be the time itself.
  package func lap(of key: AttemptKey, at mark: Int) -> (time: Gap, marks: Int)? {
    guard let attempt = attempts[key], let end = attempt.time(at: mark) else { return nil }
    if mark == 0 { return (end.shown - .gun, 1) }
    guard let before = (0..<mark).last(where: { attempt.time(at: $0) != nil }),
      let start = attempt.time(at: before)
    else { return nil }
    return (end.shown - start.shown, mark - before)
  }
}
