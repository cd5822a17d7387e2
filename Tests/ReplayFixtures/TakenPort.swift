import Glibc

/// A port of this machine at which somebody listens.
package final class TakenPort: Sendable {
  /// It could not be taken.
  package struct Failure: Error {
    /// The system's error number.
    package let errno: CInt
  }

  /// Its number.
  package let port: Int
  /// What listens there, closed with this.
  package let listener: CInt

  /// Takes one that was free.
  package init() throws {
    listener = socket(AF_INET, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    let isTaken = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe bind(listener, $0, size) == 0 && listen(listener, 64) == 0
          && getsockname(listener, $0, &size) == 0
      }
    }
    port = Int(UInt16(bigEndian: address.sin_port))
    guard isTaken else { throw Failure(errno: errno) }
  }

  deinit { close(listener) }
}
