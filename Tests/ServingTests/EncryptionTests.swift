import FoundationEssentials
import Glibc
import ProgramFixtures
import ReplayFixtures
import Serving
import Testing

/// TLS with certificates as they are made at the rink.
@Suite(.timeLimit(.minutes(1)), .serialized) struct EncryptionTests {
  private let scratch: Scratch
  private let certificate: String
  private let key: String

  init() throws {
    scratch = try Scratch()
    (certificate, key) = (scratch.folder + "/cert.pem", scratch.folder + "/key.pem")
    try Self.make(certificate, key)
  }

  private static func make(_ certificate: String, _ key: String) throws {
    let made = try Tool.run(
      "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
      "-days",
      "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key,
      "-out", certificate)
    #expect(made.status == 0)
  }

  @Test func aLogIsServedEncrypted() async throws {
    var options = ServingOptions(ListenAddress(host: "127.0.0.1", port: 0))
    options.encryption = try Encryption(certificate: certificate, key: key)
    let certificate = certificate
    try await serving(Growing(to: 2), options) { port in
      let place = "https://127.0.0.1:\(port)"
      let log = try Tool.run("curl", "-sS", "--cacert", certificate, place + "/log")
      #expect(log.output == Growing.meet + "\n" + Growing.message(2) + "\n")
      let stream = try Tool.run(
        "curl", "-sN", "--max-time", "2", "--cacert", certificate, place + "/events?from=1")
      #expect(stream.output.contains("id: night:2\n"))
      #expect(stream.output.contains("event: heartbeat\n"))
      // Whoever speaks plain HTTP is not answered in it.
      let plain = try RawClient(port: port)
      try plain.get("/log")
      #expect(!(try plain.readToEnd()).hasPrefix("HTTP"))
    }
  }

  @Test(arguments: [
    ("-tls1", false), ("-tls1_1", false), ("-tls1_2", true), ("-tls1_3", true),
  ])
  func whatIsOlderThanTLS12IsNotSpoken(version: String, isSpoken: Bool) async throws {
    var options = ServingOptions(ListenAddress(host: "127.0.0.1", port: 0))
    options.encryption = try Encryption(certificate: certificate, key: key)
    try await serving(Growing(to: 1), options) { port in
      // The client would not speak the old ones either, unless it is told to.
      let client = try Tool.run(
        "openssl", "s_client", "-connect", "127.0.0.1:\(port)", version, "-cipher", "DEFAULT@SECLEVEL=0")
      #expect(client.output.contains("Cipher is (NONE)") != isSpoken, "\(client.output)")
    }
  }

  @Test func theProgramSaysWhatItServes() async throws {
    let (certificate, key) = (certificate, key)
    try await onThread {
      let program = try ServingProgram(
        Growing.meet + "\n", "--tls-cert", certificate, "--tls-key", key, "--listen", "0.0.0.0:0")
      #expect(try program.line().hasPrefix("rinkside: serving \(program.log) on https://0.0.0.0:"))
      #expect(try program.line() == "rinkside: 0.0.0.0:0: anybody who reaches this machine can read the log.")
      #expect(program.end(SIGTERM) == 0)
    }
  }

  @Test func whatWillNotDoIsSaid() throws {
    let none = scratch.folder + "/none.pem"
    #expect(sentence(none, key) == "\(none): no such file. Name one that has a certificate in PEM.")
    #expect(sentence(certificate, none) == "\(none): no such file. Name one that has a private key in PEM.")
    let empty = try scratch.file("empty.pem", Data("nothing\n".utf8))
    #expect(
      sentence(empty, key)
        == "\(empty): no certificate. Name a PEM file with the certificate, then those that signed it.")
    #expect(
      sentence(certificate, empty)
        == "\(empty): no private key, or one under a passphrase. Name a PEM file with the key as it is.")
    let other = scratch.folder + "/other.pem"
    try Self.make(scratch.folder + "/another.pem", other)
    #expect(
      sentence(certificate, other)
        == "\(other): not the key of the certificate in \(certificate). Name the one that it was made with.")
  }

  private func sentence(_ certificate: String, _ key: String) -> String? {
    #expect(throws: ServingError.self) { try Encryption(certificate: certificate, key: key) }?.sentence
  }
}

/// What is to be known where others reach the log.
@Suite struct ExposureTests {
  @Test(arguments: [
    ("127.0.0.1", true), ("127.8.8.8", true), ("localhost", true), ("LocalHost", true), ("::1", true),
    ("0.0.0.0", false), ("::", false), ("192.168.1.7", false), ("127.evil.example", false), ("rink", false),
    ("127.0.0.1.example", false),
  ])
  func onlyLoopbackIsForThisMachineAlone(host: String, isLoopback: Bool) {
    let address = ListenAddress(host: host, port: 7400)
    #expect(address.isLoopback == isLoopback)
    #expect((ServingOptions(address).notice == nil) == isLoopback)
  }
}
