import Glibc

/// Tells that something happened in a folder, through a descriptor.
///
/// Only a hint: on file systems of other machines it tells nothing, and whoever listens asks from time to time.
struct FolderWatch: ~Copyable {
  /// Readable when something happened; -1, which `poll` skips, where the system gave none.
  let descriptor: CInt
  private let folder: String
  private var watch: CInt = -1

  /// A watch of the folder that a file stands in, whether it exists yet or not.
  init(ofFile path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let parent = parts.dropLast().joined(separator: "/")
    folder = parent.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : parent
    descriptor = inotify_init1(CInt(IN_NONBLOCK | IN_CLOEXEC))
    renew()
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Takes note of all that happened, so that the descriptor sleeps until something new does.
  mutating func clear() {
    renew()
    guard descriptor >= 0 else { return }
    var events = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = unsafe events.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      // A folder that went away takes its watch with it; what has its name next is watched anew.
      if Self.isGone(events.prefix(count)) { watch = -1 }
    }
  }

  private mutating func renew() {
    guard watch < 0, descriptor >= 0 else { return }
    let happenings = IN_MODIFY | IN_CREATE | IN_MOVED_TO | IN_CLOSE_WRITE | IN_ATTRIB
    watch = unsafe inotify_add_watch(descriptor, folder, UInt32(happenings | IN_ONLYDIR))
  }

  /// Whether one of the events says that the watch ended: 16 bytes each, the mask at the fourth, the length of
  /// the name that follows at the twelfth.
  private static func isGone(_ events: ArraySlice<UInt8>) -> Bool {
    var start = events.startIndex
    while start + 16 <= events.endIndex {
      if number(events, at: start + 4) & UInt32(IN_IGNORED) != 0 { return true }
      start += 16 + Int(number(events, at: start + 12))
    }
    return false
  }

  private static func number(_ bytes: ArraySlice<UInt8>, at place: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 | UInt32(bytes[place + $1]) << (8 * UInt32($1)) }
  }
}
