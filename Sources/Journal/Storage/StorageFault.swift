import Glibc

/// A system call that failed.
package struct StorageFault: Error, Hashable, Sendable {
  /// The system's number of the reason, `errno`.
  package let code: CInt

  /// A fault with the system's number.
  package init(code: CInt) {
    self.code = code
  }

  /// The reason in the system's words.
  package var reason: String { unsafe String(cString: strerror(code)) }

  /// Whether there is no room, for this disk, this user or this size of file.
  package var isDiskFull: Bool { [ENOSPC, EDQUOT, EFBIG].contains(code) }

  /// Whether the file itself is as it was, so that the same call may succeed later.
  package var leavesFileSound: Bool { isDiskFull || [EAGAIN, ENOMEM, ENOBUFS].contains(code) }

  /// Whether a link failed because this disk has no hard links, or no more for this file.
  var meansNoSecondName: Bool { [EPERM, EOPNOTSUPP, EMLINK].contains(code) }
}
