import Glibc

/// The system did not give what two threads need to hand each other something.
package struct SystemFault: Error, Hashable, Sendable {
  /// The system's number of the reason, `errno`.
  package let code: CInt

  /// A fault with the system's number.
  package init(code: CInt) { self.code = code }

  /// The reason in the system's words.
  package var reason: String { unsafe String(cString: strerror(code)) }
}
