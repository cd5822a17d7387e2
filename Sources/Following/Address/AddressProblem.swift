/// Why a text is no place of a log.
package enum AddressProblem: Error, Hashable, Sendable {
  /// Another scheme than those that are known.
  case scheme(String)
  /// A name and a password before the host.
  case userInfo
  /// No host, or none that can be.
  case host(String)
  /// Not a port.
  case port(String)
  /// Something that a path cannot have, a query or a fragment among it.
  case path(String)

  /// What is wrong and what to write instead.
  package var sentence: String {
    switch self {
    case .scheme(let scheme):
      "\(scheme)://: a log is not followed that way. Write http://, https://, nats://, a path, or - for standard input."
    case .userInfo:
      "no user name or password belongs in an address: everybody on this machine can read it. Leave it out."
    case .host(let host):
      "\"\(host)\": not a host. Write a name, 192.0.2.1, or [2001:db8::1] with the brackets."
    case .port(let port): "\"\(port)\": not a port. Write a number from 1 to 65535."
    case .path(let path):
      "\"\(path)\": not a path for a log. Write http://HOST:PORT, and what stands before /events."
    }
  }
}
