import CellGrid

/// Pieces of a page. All text goes through ``text(_:)``: what a log says can neither end a tag nor begin one.
enum HTML {
  /// Text for between tags and within quotes, without controls and without anything that turns the direction of
  /// reading.
  static func text(_ text: String) -> String {
    SafeText.clean(text).reduce(into: "") { result, character in
      // By scalars: a combining mark would hide the sign before it from a look at characters.
      for scalar in character.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "'": result += "&#39;"
        default: result.unicodeScalars.append(scalar)
        }
      }
    }
  }

  /// An element around finished pieces.
  static func element(_ name: String, class style: String? = nil, _ content: String) -> String {
    "<\(name)\(style.map { " class=\"\($0)\"" } ?? "")>\(content)</\(name)>"
  }
}
