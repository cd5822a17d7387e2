import Glibc
import Synchronization

/// Ports of this machine for servers of tests.
///
/// They lie below those that the system gives to connections, so that none is taken between two starts of a server, and
/// none is given twice.
package enum FreePort {
  private static let first = 10_000
  private static let count = 20_000
  private static let given = Atomic<Int>(Int(getpid()) * 97)

  /// One that nobody listens on.
  package static func next() -> Int {
    for _ in 0..<count {
      let port = first + given.add(1, ordering: .relaxed).newValue % count
      if isFree(port) { return port }
    }
    return 0
  }

  private static func isFree(_ port: Int) -> Bool {
    // Or a program that another test starts just now would keep the port.
    let listener = socket(AF_INET, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    defer { close(listener) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        unsafe bind(listener, pointer, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }
}
