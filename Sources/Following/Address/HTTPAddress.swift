import Glibc

/// Where a server of logs is: `http://HOST:PORT`, with a path where it stands behind another server.
package struct HTTPAddress: Hashable, Sendable {
  /// Whether it is spoken to over TLS.
  package let isSecure: Bool
  /// A name or a number, without brackets.
  package let host: String
  /// 80, or 443 with TLS, where nothing is said.
  package let port: Int
  /// What stands before `/events`: nothing, or a path without a slash at its end.
  package let prefix: String

  /// Reads `http://` or `https://` with host, port and path. A path that ends with `/events` is taken for the address of
  /// the events themselves.
  ///
  /// - Throws: what is wrong with it.
  package init(_ text: String) throws(AddressProblem) {
    guard let mark = LogAddress.schemeEnd(text) else { throw .scheme("") }
    let scheme = text[..<mark].lowercased()
    guard scheme == "http" || scheme == "https" else { throw .scheme(scheme) }
    isSecure = scheme == "https"
    let rest = text[mark...].dropFirst(3)
    let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
    let authority = rest[..<end]
    guard !authority.contains("@") else { throw .userInfo }
    let place = try Self.place(authority)
    host = place.host
    port = place.port ?? (isSecure ? 443 : 80)
    prefix = try Self.prefix(rest[end...])
  }

  /// Where something that the server has is.
  func url(_ path: String) -> String { text + path }

  /// As ``init(_:)`` reads it, without a port that goes without saying.
  package var text: String {
    (isSecure ? "https://" : "http://") + (host.contains(":") ? "[\(host)]" : host)
      + (port == (isSecure ? 443 : 80) ? "" : ":\(port)") + prefix
  }

  private static func place(_ authority: Substring) throws(AddressProblem) -> (host: String, port: Int?) {
    var host = authority
    var digits: Substring?
    if authority.hasPrefix("[") {
      guard let close = authority.firstIndex(of: "]") else { throw .host(String(authority)) }
      host = authority[..<close].dropFirst()
      let rest = authority[close...].dropFirst()
      var bytes = in6_addr()
      guard unsafe inet_pton(AF_INET6, String(host), &bytes) == 1, rest.isEmpty || rest.hasPrefix(":") else {
        throw .host(String(authority))
      }
      digits = rest.isEmpty ? nil : rest.dropFirst()
    } else {
      if let colon = authority.firstIndex(of: ":") {
        host = authority[..<colon]
        digits = authority[colon...].dropFirst()
        guard digits?.contains(":") == false else { throw .host(String(authority)) }
      }
      guard !host.isEmpty, host.utf8.count <= 253, host.utf8.allSatisfy(Self.isInName) else {
        throw .host(String(host))
      }
    }
    guard let digits else { return (String(host), nil) }
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = Int(digits),
      (1...65_535).contains(port)
    else { throw .port(String(digits)) }
    return (String(host), port)
  }

  private static func prefix(_ path: Substring) throws(AddressProblem) -> String {
    // What stands in a request as it is; a blank or a line end would end it.
    let allowed = path.utf8.allSatisfy { 0x21 <= $0 && $0 < 0x7F && !"?#\"<>\\^`{|}".utf8.contains($0) }
    guard allowed else { throw .path(String(path)) }
    var path = path
    while path.hasSuffix("/") { path = path.dropLast() }
    if path.hasSuffix("/events") { path = path.dropLast("/events".count) }
    while path.hasSuffix("/") { path = path.dropLast() }
    return String(path)
  }

  private static func isInName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
    default: false
    }
  }
}
