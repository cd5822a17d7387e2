/// Where a broker is, `nats://user:password@host:4222/log`, with what it wants to know before it lets anybody in.
package struct BrokerAddress: Hashable, Sendable {
  /// The port where none is named.
  package static let usualPort = 4222

  /// Host name or address, without brackets.
  package let host: String
  /// Its port.
  package let port: Int
  /// Whether the connection is encrypted from the start, `tls://`.
  package let isSecure: Bool
  /// The log that the path names; nil where there is no path.
  package let log: String?
  /// The user; nil where none is named.
  let user: String?
  /// The user's password; nil where none is named.
  let password: String?
  /// A token in place of a user.
  let token: String?

  /// Reads an address.
  ///
  /// - Throws: what is wrong with it, without what is secret in it.
  package init(_ text: String) throws(BrokerAddressError) {
    let shown = Self.withoutSecrets(text)
    guard let mark = text.firstRange(of: "://") else { throw .noScheme(shown) }
    switch text[..<mark.lowerBound].lowercased() {
    case "nats": isSecure = false
    case "tls": isSecure = true
    default: throw .noScheme(shown)
    }
    let rest = text[mark.upperBound...]
    // A password may hold a slash that nobody encoded: the secrets end at the last @.
    let secretsEnd = rest.lastIndex(of: "@")
    let place = secretsEnd.map { rest[rest.index(after: $0)...] } ?? rest
    let parts = place.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    (host, port) = try Self.place(parts[0], shown)
    let path = parts.dropFirst().first.map { $0.hasSuffix("/") ? $0.dropLast() : $0 } ?? ""
    guard path.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "_.-".contains($0)) }) else {
      throw .badPath(shown)
    }
    log = path.isEmpty ? nil : String(path)
    let secrets = secretsEnd.map { rest[..<$0] } ?? ""
    let words = try secrets.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      .map { word throws(BrokerAddressError) in try Self.decoded(word, shown) }
    switch words.count {
    case 2: (user, password, token) = (words[0], words[1], nil)
    case 1 where !words[0].isEmpty: (user, password, token) = (nil, nil, words[0])
    default: (user, password, token) = (nil, nil, nil)
    }
  }

  /// The address without anything secret: what messages call it.
  package var name: String { server + (log.map { "/" + $0 } ?? "") }

  /// The broker's address alone, as its client takes it.
  package var server: String { (isSecure ? "tls" : "nats") + "://" + place }

  /// Host and port.
  package var place: String { (host.contains(":") ? "[\(host)]" : host) + ":\(port)" }

  private static func place(
    _ text: Substring, _ shown: String
  ) throws(BrokerAddressError) -> (host: String, port: Int) {
    var host = text
    var port: Substring?
    if text.hasPrefix("[") {
      guard let end = text.firstIndex(of: "]") else { throw .noHost(shown) }
      host = text[text.index(after: text.startIndex)..<end]
      let after = text[text.index(after: end)...]
      guard after.isEmpty || after.hasPrefix(":") else { throw .noHost(shown) }
      port = after.isEmpty ? nil : after.dropFirst()
    } else if let colon = text.firstIndex(of: ":") {
      host = text[..<colon]
      port = text[text.index(after: colon)...]
    }
    let signs = text.hasPrefix("[") ? ":.%" : ".-_"
    guard !host.isEmpty, host.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || signs.contains($0)) })
    else { throw .noHost(shown) }
    guard let port else { return (String(host), usualPort) }
    guard port.allSatisfy(\.isNumber), let number = Int(port), (1...65_535).contains(number) else {
      throw .badPort(shown)
    }
    return (String(host), number)
  }

  /// A part of the secrets with `%41` for what an address cannot have.
  private static func decoded(_ text: Substring, _ shown: String) throws(BrokerAddressError) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16), rest.count >= 2,
        value != 0
      else { throw .badSecret(shown) }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .badSecret(shown) }
    return text
  }

  private static func withoutSecrets(_ text: String) -> String {
    guard let end = text.lastIndex(of: "@") else { return text }
    let start = text.firstRange(of: "://")?.upperBound ?? text.startIndex
    return start < end ? text[..<start] + "…" + text[end...] : "…" + text[end...]
  }
}

/// What is wrong with the address of a broker. Nothing secret is in it.
package enum BrokerAddressError: Error, Hashable, Sendable {
  /// It begins with neither `nats://` nor `tls://`.
  case noScheme(String)
  /// It has no host, or one that cannot be.
  case noHost(String)
  /// Its port is none.
  case badPort(String)
  /// Its path cannot be the name of a log.
  case badPath(String)
  /// User, password or token are not written as an address has to have them.
  case badSecret(String)

  /// What is wrong, and how it has to be.
  package var sentence: String {
    switch self {
    case .noScheme(let text):
      "\(text): not an address of a broker. Write nats://HOST:PORT or tls://HOST:PORT."
    case .noHost(let text): "\(text): no host in it. Write nats://HOST:PORT, an IPv6 address in brackets."
    case .badPort(let text):
      "\(text): its port is none. Write 1 to 65535, or nothing for \(BrokerAddress.usualPort)."
    case .badPath(let text):
      "\(text): its path is no name of a log. Those have letters, digits, dots, hyphens and underscores."
    case .badSecret(let text):
      "\(text): user or password cannot be read. Write signs like % / : @ in them as %25 %2F %3A %40."
    }
  }
}
