import NIOCore
import Synchronization

/// Who sits where: the viewer of each connection, so that its place is free when the connection is closed.
final class Seats: Sendable {
  private let viewers = Mutex<[ObjectIdentifier: Int]>([:])

  /// A viewer comes over a connection, which has one at a time.
  ///
  /// - Parameter leave: is told, when the connection is closed, who came last. A connection that is kept is asked for
  ///   its end once, and not for each of thousands of requests.
  func take(_ viewer: Int, on channel: any Channel, leave: @escaping @Sendable (Int) -> Void) {
    let seat = ObjectIdentifier(channel)
    guard viewers.withLock({ $0.updateValue(viewer, forKey: seat) }) == nil else { return }
    channel.closeFuture.whenComplete { _ in
      if let last = self.viewers.withLock({ $0.removeValue(forKey: seat) }) { leave(last) }
    }
  }
}
