/// Where a log comes from, as an argument says it.
package enum LogAddress: Hashable, Sendable {
  /// `-`.
  case standardInput
  /// A path, of a file or a pipe.
  case file(String)
  /// A server of logs.
  case http(HTTPAddress)
  /// A broker: the whole address, which is the broker's to read.
  case nats(String)

  /// Reads an argument. What has no scheme is a path.
  ///
  /// - Throws: why an address with a scheme is none.
  package init(_ text: String) throws(AddressProblem) {
    guard text != "-" else {
      self = .standardInput
      return
    }
    guard let mark = Self.schemeEnd(text) else {
      self = .file(text)
      return
    }
    let scheme = text[..<mark].lowercased()
    switch scheme {
    case "http", "https": self = .http(try HTTPAddress(text))
    case "nats", "tls": self = .nats(text)
    default: throw .scheme(scheme)
    }
  }

  /// Where the `://` of an address stands; nil where what is before it is no scheme, so that it is a path.
  static func schemeEnd(_ text: String) -> String.Index? {
    guard let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix("://"), colon > text.startIndex,
      text[..<colon].utf8.allSatisfy({ byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E: true
        default: false
        }
      })
    else { return nil }
    return colon
  }
}
