import CNats
import Glibc

/// A connection to a broker, for one thread.
///
/// It never comes back by itself: whoever lost it makes another, and then looks where the stream is. So nothing of
/// the client's own is sent again behind anybody's back, and no call of the client ever comes to our code.
@safe final class BrokerConnection {
  /// How long the broker may take to answer, in milliseconds.
  static let patience: Int64 = 2000

  /// Host and port, for messages.
  let place: String
  let connection: OpaquePointer
  let streams: OpaquePointer

  /// Connects, and waits for it no longer than ``patience`` each for address, connection and greeting.
  ///
  /// - Parameter others: further servers of the cluster, as an earlier connection told.
  init(_ options: BrokerOptions, others: [String] = []) throws(BrokerProblem) {
    let place = options.address.place
    self.place = place
    try options.checkFiles()
    var made: OpaquePointer?
    guard unsafe natsOptions_Create(&made) == NATS_OK, let settings = unsafe made else {
      throw .said(place, reason: Self.lastWords)
    }
    defer { unsafe natsOptions_Destroy(settings) }
    try unsafe Self.set(settings, options, others: others)
    var connected: OpaquePointer?
    let status = unsafe natsConnection_Connect(&connected, settings)
    guard status == NATS_OK, let connection = unsafe connected else {
      throw Self.problem(status, place: place, isSecure: options.address.isSecure)
    }
    unsafe self.connection = connection
    var context: OpaquePointer?
    var found = NATS_OK
    unsafe Self.withOptional(options.domain) { domain in
      var settings = unsafe jsOptions()
      unsafe jsOptions_Init(&settings)
      unsafe settings.Wait = Self.patience
      unsafe settings.Domain = unsafe domain
      found = unsafe natsConnection_JetStream(&context, connection, &settings)
    }
    guard found == NATS_OK, let context = unsafe context else {
      unsafe natsConnection_Destroy(connection)
      throw .said(place, reason: Self.lastWords)
    }
    unsafe streams = context
  }

  deinit {
    unsafe jsCtx_Destroy(streams)
    unsafe natsConnection_Destroy(connection)
  }

  /// Whether it was cut.
  var isClosed: Bool { unsafe natsConnection_IsClosed(connection) }

  /// Further servers of the cluster, for the next connection.
  var others: [String] {
    var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    var count: CInt = 0
    guard unsafe natsConnection_GetDiscoveredServers(connection, &list, &count) == NATS_OK,
      let list = unsafe list
    else { return [] }
    defer { unsafe free(list) }
    return (0..<Int(count)).compactMap { index in
      guard let text = unsafe list[index] else { return nil }
      defer { unsafe free(text) }
      return unsafe String(cString: text)
    }
  }

  /// What the client said last about this connection, or about anything on this thread.
  var lastWords: String {
    var words: UnsafePointer<CChar>?
    _ = unsafe natsConnection_GetLastError(connection, &words)
    if let words = unsafe words, unsafe words[0] != 0 { return unsafe String(cString: words) }
    return Self.lastWords
  }

  /// The problem behind a status of a call on this connection.
  func problem(_ status: natsStatus) -> BrokerProblem {
    switch status {
    case NATS_CONNECTION_CLOSED, NATS_CONNECTION_DISCONNECTED, NATS_STALE_CONNECTION, NATS_IO_ERROR:
      .lost(place)
    case NATS_TIMEOUT: isClosed ? .lost(place) : .silent(place)
    case NATS_NO_RESPONDERS: .noJetStream(place)
    default: .said(place, reason: lastWords)
    }
  }

  private static func set(
    _ settings: OpaquePointer, _ options: BrokerOptions, others: [String]
  ) throws(BrokerProblem) {
    let address = options.address
    // The address goes without its secrets: whatever the client says about it can be shown.
    let servers = [address.server] + others
    let copies = unsafe servers.map { unsafe strdup($0) }
    defer { unsafe copies.forEach { unsafe free($0) } }
    var pointers = unsafe copies.map { unsafe UnsafePointer($0) }
    var status = unsafe natsOptions_SetServers(settings, &pointers, CInt(pointers.count))
    func also(_ set: () -> natsStatus) { if status == NATS_OK { status = set() } }
    also { unsafe natsOptions_SetNoRandomize(settings, true) }
    also { unsafe natsOptions_SetTimeout(settings, patience) }
    also { unsafe natsOptions_SetName(settings, "rinkside") }
    also { unsafe natsOptions_SetAllowReconnect(settings, false) }
    // Otherwise each message waits a millisecond for more of its kind.
    also { unsafe natsOptions_SetSendAsap(settings, true) }
    // A cable that was pulled is noticed within six seconds.
    also { unsafe natsOptions_SetPingInterval(settings, 2000) }
    also { unsafe natsOptions_SetMaxPingsOut(settings, 2) }
    also { unsafe natsOptions_SetWriteDeadline(settings, patience) }
    // The client's own handler prints to the terminal that the board is on.
    also { unsafe natsOptions_SetErrorHandler(settings, { _, _, _, _ in }, nil) }
    if let user = address.user {
      also { unsafe natsOptions_SetUserInfo(settings, user, address.password ?? "") }
    }
    if let token = address.token { also { unsafe natsOptions_SetToken(settings, token) } }
    guard status == NATS_OK else { throw .said(address.place, reason: lastWords) }
    if let credentials = options.credentials,
      unsafe natsOptions_SetUserCredentialsFromFiles(settings, credentials, nil) != NATS_OK
    {
      throw .badFile(credentials)
    }
    try unsafe setTLS(settings, options)
  }

  private static func setTLS(_ settings: OpaquePointer, _ options: BrokerOptions) throws(BrokerProblem) {
    // A broker that wants TLS gets it from an address without, too.
    if options.address.isSecure, unsafe natsOptions_SetSecure(settings, true) != NATS_OK {
      throw .noTLS(options.address.place, reason: lastWords)
    }
    if let authorities = options.authorities,
      unsafe natsOptions_LoadCATrustedCertificates(settings, authorities) != NATS_OK
    {
      throw .badFile(authorities)
    }
    if let certificate = options.certificate,
      unsafe natsOptions_LoadCertificatesChain(settings, certificate, options.key ?? certificate) != NATS_OK
    {
      throw .badFile(certificate)
    }
  }

  private static func problem(_ status: natsStatus, place: String, isSecure: Bool) -> BrokerProblem {
    switch status {
    case NATS_NO_SERVER, NATS_IO_ERROR, NATS_CONNECTION_CLOSED: .unreachable(place)
    case NATS_TIMEOUT: .silent(place)
    case NATS_CONNECTION_AUTH_FAILED, NATS_NOT_PERMITTED: .refused(place)
    case NATS_SECURE_CONNECTION_REQUIRED: .wantsTLS(place)
    case NATS_SECURE_CONNECTION_WANTED: .hasNoTLS(place)
    // So ends a greeting without the certificate that the broker asks for.
    case NATS_PROTOCOL_ERROR where isSecure: .noTLS(place, reason: "it may want --nats-cert")
    case NATS_SSL_ERROR: .noTLS(place, reason: lastWords)
    default: .said(place, reason: lastWords)
    }
  }

  /// What the client said last on this thread.
  private static var lastWords: String {
    var status = NATS_OK
    guard let words = unsafe nats_GetLastError(&status) else { return "status \(status.rawValue)" }
    let text = unsafe String(cString: words)
    if text.isEmpty { return unsafe String(cString: natsStatus_GetText(status)) }
    // Where it happened in the client's code, "(conn.c:733): ", is of no use to anybody here.
    guard text.hasPrefix("("), let end = text.firstRange(of: "): ") else { return text }
    return String(text[end.upperBound...])
  }

  /// A text, or none, as C has it, for the time of a call.
  static func withOptional(_ text: String?, _ body: (UnsafePointer<CChar>?) -> Void) {
    if let text { unsafe text.withCString { unsafe body($0) } } else { body(nil) }
  }
}
