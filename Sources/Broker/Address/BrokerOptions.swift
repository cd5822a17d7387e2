import Glibc

/// A broker and how to get in.
package struct BrokerOptions: Hashable, Sendable {
  /// Where it is.
  package var address: BrokerAddress
  /// A file of credentials as `nsc` makes them: a signed name and its key; nil for none.
  package var credentials: String?
  /// A file of certificates (PEM) that may vouch for the broker; nil for those of the system.
  package var authorities: String?
  /// Our own certificate (PEM), where the broker asks for one; nil for none.
  package var certificate: String?
  /// The key of our own certificate (PEM).
  package var key: String?
  /// The JetStream domain that the streams are in; nil for that of the broker itself.
  package var domain: String?
  /// How many servers of a cluster keep a stream that is created here.
  package var replicas = 1

  /// A broker that lets in whoever its address says.
  package init(_ address: BrokerAddress) { self.address = address }

  /// Looks whether the files are there, so that a mistyped name is said before a race and not during it.
  ///
  /// - Throws: which one cannot be read, and why.
  package func checkFiles() throws(BrokerProblem) {
    for path in [credentials, authorities, certificate, key].compactMap(\.self) {
      let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      guard file >= 0 else { throw .file(path, errno: errno) }
      close(file)
    }
  }
}
