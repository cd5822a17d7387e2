import ArgumentParser
import Glibc
import Serving

/// How a log is served, whoever writes it.
struct ServeOptions: ParsableArguments {
  @Option(help: "How many viewers there may be at a time.")
  var viewers = 1000
  @Option(help: "Encrypt: the certificate, and those that signed it, in a PEM file. Needs --tls-key.")
  var tlsCert: String?
  @Option(help: "The certificate's private key in a PEM file.")
  var tlsKey: String?

  func validate() throws {
    guard (1...100_000).contains(viewers) else { throw ValidationError("--viewers takes 1 to 100000.") }
    guard (tlsCert == nil) == (tlsKey == nil) else {
      throw ValidationError("--tls-cert and --tls-key go together.")
    }
  }

  /// All of them, at a place.
  func at(_ address: ListenAddress) throws -> ServingOptions {
    var options = ServingOptions(address)
    options.viewers = viewers
    if let tlsCert, let tlsKey { options.encryption = try Encryption(certificate: tlsCert, key: tlsKey) }
    return options
  }

  /// Who may send events to a place.
  static func access(at address: ListenAddress, tokenFile: String?) throws -> Posting.Access {
    if let tokenFile { return .token(try Token(file: tokenFile)) }
    if let value = unsafe getenv("RINKSIDE_TOKEN") {
      let text = unsafe String(cString: value)
      if !text.isEmpty { return .token(try Token(text, from: "RINKSIDE_TOKEN")) }
    }
    return address.isLoopback ? .everybodyHere : .nobody
  }

  /// Reads a place to listen at.
  static func address(_ text: String, option: String) throws -> ListenAddress {
    guard let address = ListenAddress(text) else {
      throw ValidationError("\(option) takes HOST:PORT, like 127.0.0.1:7400 or [::1]:7400.")
    }
    return address
  }
}
