package import Scoreboard

/// How a log is served.
package struct ServingOptions: Sendable {
  /// Where.
  package var address: ListenAddress
  /// How many viewers there may be at a time.
  package var viewers = 1000
  /// What a cup is made of besides the log, and what ranks are worth.
  package var cup = CupOptions()
  /// The way to the desk; nil where the log can only be read.
  package var posting: Posting?

  /// With what it is encrypted; nil for plain HTTP.
  package var encryption: Encryption?

  /// How its address begins.
  package var scheme: String { encryption == nil ? "http" : "https" }

  /// What is to be known where others than this machine's programs reach it; nil where they do not.
  package var notice: String? {
    guard !address.isLoopback else { return nil }
    var notice = "\(address.text): anybody who reaches this machine can read the log."
    switch posting?.access {
    case .nobody: notice += " Nobody can send events: that takes a token (--token-file or RINKSIDE_TOKEN)."
    case .token where encryption == nil:
      notice += " The token travels in the clear: --tls-cert and --tls-key encrypt it."
    default: break
    }
    return notice
  }

  /// The usual way.
  package init(_ address: ListenAddress) { self.address = address }
}
