import FoundationEssentials
import NIOSSL
import RaceLog

/// A certificate and its key, with which a server speaks TLS.
package struct Encryption: Sendable {
  let configuration: TLSConfiguration

  /// Reads two files in PEM.
  ///
  /// - Parameter certificate: the certificate, then those that signed it.
  /// - Throws: which of them will not do, and why.
  package init(certificate: String, key: String) throws(ServingError) {
    let chain = try Self.read(certificate, what: "a certificate in PEM")
    let secret = try Self.read(key, what: "a private key in PEM")
    let certificates: [NIOSSLCertificate]
    do { certificates = try NIOSSLCertificate.fromPEMBytes(chain) } catch {
      throw .noCertificate(certificate)
    }
    guard !certificates.isEmpty else { throw .noCertificate(certificate) }
    let privateKey: NIOSSLPrivateKey
    do { privateKey = try NIOSSLPrivateKey(bytes: secret, format: .pem) } catch { throw .noKey(key) }
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: certificates.map { .certificate($0) }, privateKey: .privateKey(privateKey))
    // What is older can be broken, and nobody needs it any more.
    configuration.minimumTLSVersion = .tlsv12
    self.configuration = configuration
    // The only way to find out whether they belong together.
    do { _ = try NIOSSLContext(configuration: configuration) } catch {
      throw .keyDoesNotFit(key, certificate: certificate)
    }
  }

  private static func read(_ path: String, what: String) throws(ServingError) -> [UInt8] {
    do { return Array(try LogFile.read(path)) } catch { throw .unreadable(path, what: what, error) }
  }
}
