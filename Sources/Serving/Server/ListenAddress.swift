/// Where a server listens.
package struct ListenAddress: Hashable, Sendable {
  /// A name, or a number as IPv4 or IPv6 has it.
  package let host: String
  /// 0 takes any that is free.
  package let port: Int

  /// Reads `HOST:PORT`, `[::1]:PORT` where the host has colons; nil for anything else.
  package init?(_ text: String) {
    guard let colon = text.lastIndex(of: ":") else { return nil }
    let digits = text[text.index(after: colon)...]
    var host = text[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") {
      host = host.dropFirst().dropLast()
    } else if host.contains(":") {
      return nil
    }
    guard !host.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = Int(digits),
      port < 65_536
    else { return nil }
    self.host = String(host)
    self.port = port
  }

  /// A place that is known.
  package init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  /// Whether only programs of this machine reach it. A name other than `localhost` may mean anything.
  package var isLoopback: Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    let isIPv4 = parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    return host.lowercased() == "localhost" || host == "::1" || isIPv4 && parts[0] == "127"
  }

  /// As ``init(_:)`` reads it.
  package var text: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
