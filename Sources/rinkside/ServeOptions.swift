import ArgumentParser
import Glibc
import Serving

/// How a log is served, whoever writes it.
struct ServeOptions: ParsableArguments {
  @Option(help: "How many viewers there may be at a time.")
  var viewers = 1000

  func validate() throws {
    guard (1...100_000).contains(viewers) else { throw ValidationError("--viewers takes 1 to 100000.") }
  }

  /// All of them, at a place.
  func at(_ address: ListenAddress) throws -> ServingOptions {
    var options = ServingOptions(address)
    options.viewers = viewers
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
