import Glibc
import TerminalHarness

/// A TCP connection on this machine.
final class Socket {
  let descriptor: CInt

  /// Connects; waits a while for somebody to listen there.
  init(port: UInt16, receiveBuffer: CInt? = nil) throws {
    let deadline = Meter.now + 10_000_000_000
    while true {
      let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
      guard descriptor >= 0 else { throw PseudoTerminal.Failure(errno: errno) }
      if var size = receiveBuffer {
        unsafe setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<CInt>.size))
      }
      var address = Self.address(port)
      let result = unsafe withUnsafePointer(to: &address) { pointer in
        unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
          unsafe connect(descriptor, address, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
      if result == 0 {
        self.descriptor = descriptor
        var on: CInt = 1
        unsafe setsockopt(
          descriptor, CInt(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<CInt>.size))
        return
      }
      let number = errno
      close(descriptor)
      guard number == ECONNREFUSED, Meter.now < deadline else { throw PseudoTerminal.Failure(errno: number) }
      usleep(20_000)
    }
  }

  deinit { close(descriptor) }

  func send(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = unsafe bytes.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }

  /// What is there; waits for something. Empty at the end.
  func receive() -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe read(descriptor, &bytes, bytes.count)
    return count > 0 ? Array(bytes.prefix(count)) : []
  }

  /// A port that nobody listens on now.
  static func freePort() throws -> UInt16 {
    let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = Self.address(0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe bind(descriptor, address, size) == 0 ? unsafe getsockname(descriptor, address, &size) : -1
      }
    }
    guard result == 0 else { throw PseudoTerminal.Failure(errno: errno) }
    return UInt16(bigEndian: address.sin_port)
  }

  static func address(_ port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }
}
