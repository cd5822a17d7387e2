import ArgumentParser
import Broker

/// How to get in at a broker, for whoever publishes and whoever watches.
struct BrokerAccess: ParsableArguments {
  @Option(help: "A file of credentials for the NATS broker, as nsc makes them.")
  var natsCreds: String?
  @Option(help: "A file of certificates (PEM) that may vouch for the broker; else those of the system.")
  var natsCa: String?
  @Option(help: "Our own certificate (PEM), where the broker asks for one.")
  var natsCert: String?
  @Option(help: "The key of our own certificate (PEM), where it is a file of its own.")
  var natsKey: String?
  @Option(help: "The JetStream domain of the streams, where it is not the broker's own.")
  var natsDomain: String?

  func validate() throws {
    guard natsKey == nil || natsCert != nil else {
      throw ValidationError("--nats-key goes with --nats-cert.")
    }
  }

  /// A broker by its address. Files that are named are there.
  func options(_ address: String) throws -> BrokerOptions {
    var options = BrokerOptions(try BrokerAddress(address))
    options.credentials = natsCreds
    options.authorities = natsCa
    options.certificate = natsCert
    options.key = natsKey
    options.domain = natsDomain
    try options.checkFiles()
    return options
  }
}

extension BrokerAccess {
  /// A log that a broker keeps, followed from now on.
  func log(_ address: String) throws -> NATSLog { try NATSLog(options(address)) }
}

/// Where the journal is published.
struct PublishOptions: ParsableArguments {
  @Option(help: "Publish the journal on a NATS broker with JetStream: nats://HOST[:4222] or tls://…")
  var publish: String?
  @Option(help: "How many servers of a cluster keep the stream, where it is made here.")
  var natsReplicas = 1
  @OptionGroup var access: BrokerAccess

  func validate() throws {
    guard (1...5).contains(natsReplicas) else { throw ValidationError("--nats-replicas takes 1 to 5.") }
  }

  /// Looks whether it can be done at all, before anything is created.
  func check() throws { _ = try broker() }

  /// Somebody who publishes a journal from now on; nil where nothing is published.
  func publisher(of journal: String) throws -> Publisher? {
    try broker().map { try Publisher(journal, to: $0) }
  }

  private func broker() throws -> BrokerOptions? {
    guard let publish else { return nil }
    var options = try access.options(publish)
    options.replicas = natsReplicas
    return options
  }
}
