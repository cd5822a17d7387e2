/// Makes text from outside harmless: no part of it can move the cursor, reverse the reading direction, ring,
/// clear, or hide.
package enum SafeText {
  /// Stands where something was that must not reach a terminal.
  static let replacement: Unicode.Scalar = "\u{FFFD}"

  /// Text of several lines, each of them clean.
  package static func cleanLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { clean(String($0)) }
      .joined(separator: "\n")
  }

  /// The text with every control, format, separator, private, unassigned and non-character scalar replaced by
  /// `�`, line breaks and tabs among them. Combining marks stay, except one with nothing before it. Variation
  /// selectors are left out, so that names spelt with them keep their characters.
  package static func clean(_ text: String) -> String {
    if text.utf8.allSatisfy({ 0x20 <= $0 && $0 < 0x7F }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch ScalarKind(scalar) {
      case .mark: result.append(result.isEmpty ? replacement : scalar)
      case .narrow, .wide: result.append(scalar)
      case .unsafe: result.append(replacement)
      case .selector: continue
      }
    }
    return String(result)
  }
}
