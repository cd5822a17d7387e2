import FoundationEssentials
import Glibc
import RaceLog

/// Follows a file by its name: it may not exist yet, grow, be cut, or give way to another file.
///
/// ``descriptor`` tells that it is worth asking; on file systems that tell nothing, ``read()`` is to be called every
/// ``interval`` as well. It never waits.
package final class FileFollower: LogSource {
  /// How often to ask where nothing tells, in 1/10 000 s.
  package static let interval: Int64 = 2500
  /// The most that one call gives, in bytes, so that keys stay alive while a long file is read.
  package static let most = 1 << 20

  /// Its name.
  package let name: String
  /// Whether the last call left something to read.
  package private(set) var hasMore = false
  /// Whether the file has been read to its end since it was opened.
  package private(set) var hasCaughtUp = false
  /// Readable when something happened in the file's folder; -1, which `poll` skips, where that cannot be told.
  package var descriptor: CInt { watch.descriptor }

  private let sync: ((CInt) -> CInt)?
  private var watch: FolderWatch
  private var file: CInt = -1
  /// When it was changed last, on its file system's clock: nanoseconds since 1970.
  private var modified: Int64 = 0
  private var offset: off_t = 0
  /// The last bytes given, to see that the file still has them.
  private var tail: [UInt8] = []
  private var failure: FeedProblem?

  /// A follower of a file.
  ///
  /// - Parameter syncs: Whether only what is on disk is given. The file's writer need not have made sure.
  package convenience init(_ path: String, syncs: Bool) {
    self.init(path, sync: syncs ? { Self.toDisk($0) } : nil)
  }

  /// A follower with its own way to make sure that a file is on disk: it takes the descriptor and gives back the
  /// system's error number, 0 for success.
  package init(_ path: String, sync: ((CInt) -> CInt)?) {
    name = path
    self.sync = sync
    watch = FolderWatch(ofFile: path)
  }

  deinit {
    if file >= 0 { close(file) }
  }

  /// What is new. A file starts over where another one has its name now, or where it was cut or written anew.
  ///
  /// - Throws: why it cannot be read. Asked again, it tries again.
  package func read() throws(FeedProblem) -> LogNews {
    watch.clear()
    hasMore = false
    if file < 0, try !open() {
      hasCaughtUp = true
      return .missing
    }
    if isReplaced {
      close(file)
      file = -1
      return startOver()
    }
    if let failure { throw failure }
    return try readOn()
  }

  private func open() throws(FeedProblem) -> Bool {
    // Without O_NONBLOCK a pipe by that name would wait for its writer.
    let descriptor = unsafe Glibc.open(name, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return false }
      throw .opening(name, errno)
    }
    var facts = stat()
    guard unsafe fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .notAFile(name)
    }
    file = descriptor
    return true
  }

  /// Whether another file has the name now. A name that nothing has any more still means this file.
  private var isReplaced: Bool {
    var named = stat()
    var own = stat()
    guard unsafe stat(name, &named) == 0, unsafe fstat(file, &own) == 0 else { return false }
    return named.st_ino != own.st_ino || named.st_dev != own.st_dev
  }

  private func readOn() throws(FeedProblem) -> LogNews {
    var facts = stat()
    guard unsafe fstat(file, &facts) == 0 else { throw .failed(name, errno: errno) }
    let before = modified
    modified = Int64(facts.st_mtim.tv_sec) * 1_000_000_000 + Int64(facts.st_mtim.tv_nsec)
    if facts.st_size < offset { return startOver() }
    guard facts.st_size > offset else {
      // A whole second is a sign of life; anything else a write, perhaps one that failed and was cut off again.
      let lives = hasCaughtUp && modified != before && modified % 1_000_000_000 == 0
      hasCaughtUp = true
      return lives ? .alive(at: nil) : .nothing
    }
    guard try content(at: offset - off_t(tail.count), count: tail.count) == tail else { return startOver() }
    let bytes = try content(at: offset, count: Self.most)
    guard !bytes.isEmpty else { return .nothing }
    if let sync {
      let number = sync(file)
      // Asked again, the system says that all is well, and it is not: this file is not trusted any more.
      guard number == 0 else {
        let problem = FeedProblem.notOnDisk(name, errno: number)
        failure = problem
        throw problem
      }
    }
    offset += off_t(bytes.count)
    tail = Array((tail + bytes.suffix(Self.proof)).suffix(Self.proof))
    hasMore = bytes.count == Self.most
    if !hasMore { hasCaughtUp = true }
    return .bytes(Data(bytes))
  }

  private func startOver() -> LogNews {
    offset = 0
    tail = []
    failure = nil
    hasMore = true
    hasCaughtUp = false
    return .replaced
  }

  /// How many bytes have to be as before for a file that grew to be the same: cut and written anew it may be
  /// longer than it was.
  private static let proof = 256

  private func content(at place: off_t, count: Int) throws(FeedProblem) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    while true {
      let read = unsafe bytes.withUnsafeMutableBytes { unsafe pread(file, $0.baseAddress, count, place) }
      if read >= 0 {
        bytes.removeLast(count - read)
        return bytes
      }
      guard errno == EINTR else { throw .failed(name, errno: errno) }
    }
  }

  /// Puts on disk what was written to a file, by whomever.
  private static func toDisk(_ descriptor: CInt) -> CInt {
    while fdatasync(descriptor) != 0 {
      switch errno {
      case EINTR: continue
      // There is no disk to be waited for.
      case EINVAL, EROFS: return 0
      default: return errno
      }
    }
    return 0
  }
}
