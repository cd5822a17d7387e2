import Glibc

/// Programs that only forward, for the figures of delivery to stand beside.
enum Forwarding {
  /// Gives whoever connects what comes on standard input.
  static func relay(port: UInt16) {
    let door = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    var on: CInt = 1
    unsafe setsockopt(door, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<CInt>.size))
    var address = Socket.address(port)
    let result = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe bind(door, address, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0, listen(door, 1) == 0 else { return }
    let client = accept(door, nil, nil)
    unsafe setsockopt(client, CInt(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<CInt>.size))
    copy(from: STDIN_FILENO, to: client)
  }

  /// Writes what it gets from there to standard output.
  static func sink(port: UInt16) throws {
    let socket = try Socket(port: port)
    copy(from: socket.descriptor, to: STDOUT_FILENO)
  }

  /// Writes the messages of a NATS server to standard output.
  static func natsSink(port: UInt16) throws {
    let client = try NATSClient(port: port, subject: "bench.>")
    write(Array("ready".utf8))
    while let text = client.next() { write(text) }
  }

  private static func copy(from source: CInt, to target: CInt) {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe read(source, &bytes, bytes.count)
      guard count > 0, unsafe Glibc.write(target, bytes, count) == count else { return }
    }
  }

  private static func write(_ bytes: [UInt8]) { _ = unsafe Glibc.write(STDOUT_FILENO, bytes, bytes.count) }
}
