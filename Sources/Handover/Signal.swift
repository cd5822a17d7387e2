import Glibc

/// A descriptor that one thread makes readable for another: a pipe that holds one byte, or none.
package final class Signal: Sendable {
  /// Readable while the signal is set.
  package let descriptor: CInt
  private let setter: CInt

  /// A signal that is not set.
  ///
  /// - Throws: where the system has no descriptor left.
  package init() throws(SystemFault) {
    var ends: [CInt] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw SystemFault(code: errno) }
    (descriptor, setter) = (ends[0], ends[1])
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
  }

  deinit {
    close(descriptor)
    close(setter)
  }

  /// Makes it readable. A pipe that is full is readable already.
  package func set() {
    var byte: UInt8 = 1
    _ = unsafe write(setter, &byte, 1)
  }

  /// Makes it unreadable.
  package func clear() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while unsafe read(descriptor, &bytes, bytes.count) == bytes.count {}
  }
}
