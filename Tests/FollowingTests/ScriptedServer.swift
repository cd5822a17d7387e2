import Glibc
import Handover
import ReplayFixtures
import Synchronization

/// A server that does what a test says with each connection, one after another: it knows no HTTP, and may break off
/// anywhere.
final class ScriptedServer: Sendable {
  private let place: TakenPort
  private let texts = Mutex<[String]>([])

  /// Listens on loopback.
  ///
  /// - Parameters:
  ///   - greeting: what is said before anything is asked; nothing is then.
  ///   - script: is called for each request, with how many came before it.
  init(
    greeting: String? = nil,
    _ script: @escaping @Sendable (_ connection: Connection, _ number: Int) -> Void = { _, _ in }
  ) throws {
    place = try TakenPort()
    try WorkerThread { [self] in
      var number = 0
      while case let accepted = accept(place.listener, nil, nil), accepted >= 0 {
        let connection = Connection(accepted)
        if let greeting {
          connection.send(greeting)
          connection.waitForEnd()
          continue
        }
        guard let request = connection.request() else { continue }
        texts.withLock { $0.append(request) }
        connection.head = request
        script(connection, number)
        number += 1
      }
    }.detach()
  }

  var port: Int { place.port }

  /// Listens no more.
  func stop() { shutdown(place.listener, CInt(SHUT_RDWR)) }

  /// The heads of the requests that came.
  var requests: [String] { texts.withLock { $0 } }

  /// What was asked for with `Last-Event-ID`, for each request.
  var resumed: [String?] {
    requests.map(Connection.lastEventID)
  }
}

/// One connection of a ``ScriptedServer``; it ends with the script.
final class Connection {
  private let socket: CInt
  /// The head of the request.
  var head = ""

  init(_ socket: CInt) {
    self.socket = socket
    var limit = timeval(tv_sec: 20, tv_usec: 0)
    unsafe setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    unsafe setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var one: CInt = 1
    unsafe setsockopt(socket, CInt(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<CInt>.size))
  }

  deinit { close(socket) }

  /// The head of a request; nil where the viewer went away.
  func request() -> String? {
    var head: [UInt8] = []
    while !head.ends(with: "\r\n\r\n".utf8) {
      var byte: UInt8 = 0
      guard unsafe recv(socket, &byte, 1, 0) == 1 else { return nil }
      head.append(byte)
    }
    return String(decoding: head, as: UTF8.self)
  }

  /// The seq of `Last-Event-ID`.
  var resumed: Int? { Self.lastEventID(head)?.split(separator: ":").last.flatMap { Int($0) } }

  static func lastEventID(_ head: String) -> String? {
    head.split(separator: "\r\n").first { $0.hasPrefix("Last-Event-ID: ") }.map { String($0.dropFirst(15)) }
  }

  /// Sends bytes, as many as the viewer takes.
  ///
  /// - Parameter onStill: is called when the viewer takes nothing for half a second.
  /// - Returns: whether it took them all.
  @discardableResult
  func send(_ bytes: some Sequence<UInt8>, onStill: (() -> Void)? = nil) -> Bool {
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      var asked = pollfd(fd: socket, events: Int16(POLLOUT), revents: 0)
      if let onStill, unsafe poll(&asked, 1, 500) == 0 { onStill() }
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.send(socket, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  @discardableResult
  func send(_ text: String) -> Bool { send(text.utf8) }

  /// The head of a stream, whose end is the end of the connection.
  func sendHead() { send(Self.head) }

  /// Waits until the viewer goes away.
  func waitForEnd() {
    var byte: UInt8 = 0
    while unsafe recv(socket, &byte, 1, 0) > 0 {}
  }

  /// Has the connection end with a reset: what was sent and not yet taken is lost.
  func reset() {
    var now = linger(l_onoff: 1, l_linger: 0)
    unsafe setsockopt(socket, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
  }

  static let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\n\r\n"
}

extension Array where Element: Equatable {
  func ends(with end: some Collection<Element>) -> Bool { suffix(end.count).elementsEqual(end) }
}
