import Synchronization

/// Who was cut off.
final class Cuts: Sendable {
  private let all = Mutex<[String]>([])

  var names: [String] { all.withLock { $0 } }

  func add(_ name: String) { all.withLock { $0.append(name) } }
}
