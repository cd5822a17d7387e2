import CellGrid

/// Texts as JSON has them.
enum JSONText {
  /// A text in quotes. Nothing in it steers a terminal.
  static func quoted(_ text: String) -> String {
    let clean = SafeText.clean(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(clean)\""
  }
}
