package import FoundationEssentials
import Glibc

/// The machine's own files.
package struct SystemStorage: JournalStorage {
  /// The machine's own files.
  package init() {}

  /// Opens a file that is there (`open`).
  package func open(_ path: String) throws(StorageFault) -> CInt {
    try Self.checked(unsafe Glibc.open(path, O_RDWR | O_CLOEXEC | O_NOCTTY | O_NONBLOCK))
  }

  /// Creates a file (`open` with `O_CREAT` and `O_EXCL`).
  package func create(_ path: String) throws(StorageFault) -> CInt {
    try Self.checked(unsafe Glibc.open(path, O_RDWR | O_CLOEXEC | O_CREAT | O_EXCL, 0o644))
  }

  /// Closes a file (`close`).
  package func close(_ descriptor: CInt) {
    _ = Glibc.close(descriptor)
  }

  /// Takes the lock (`flock`).
  package func lock(_ descriptor: CInt) throws(StorageFault) {
    try Self.checked(flock(descriptor, LOCK_EX | LOCK_NB))
  }

  /// The process that has the lock (`/proc/locks`, which tells nothing of other machines).
  package func holder(of file: FileFacts) -> Int32? {
    do {
      return LockTable.holder(of: file, in: try Data(contentsOf: URL(filePath: "/proc/locks")))
    } catch {
      return nil
    }
  }

  /// Which file is open (`fstat`).
  package func facts(of descriptor: CInt) throws(StorageFault) -> FileFacts {
    var status = stat()
    try Self.checked(unsafe fstat(descriptor, &status))
    return FileFacts(status)
  }

  /// Which file a name means (`stat`).
  package func facts(at path: String) throws(StorageFault) -> FileFacts {
    var status = stat()
    try Self.checked(unsafe stat(path, &status))
    return FileFacts(status)
  }

  /// Where a symbolic link leads (`lstat`, `realpath`).
  package func target(of path: String) throws(StorageFault) -> String {
    var status = stat()
    guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return path }
    guard let real = unsafe realpath(path, nil) else { throw StorageFault(code: errno) }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  /// Reads at a position (`pread`).
  package func read(_ descriptor: CInt, at position: Int, count: Int) throws(StorageFault) -> Data {
    var bytes = Data(count: count)
    let length = unsafe bytes.withUnsafeMutableBytes {
      unsafe pread(descriptor, $0.baseAddress, $0.count, off_t(position))
    }
    return bytes.prefix(try Self.checked(length))
  }

  /// Writes at a position (`pwrite`).
  package func write(_ descriptor: CInt, _ bytes: Data, at position: Int) throws(StorageFault) -> Int {
    let count = unsafe bytes.withUnsafeBytes {
      unsafe pwrite(descriptor, $0.baseAddress, $0.count, off_t(position))
    }
    return try Self.checked(count)
  }

  /// Cuts a file (`ftruncate`).
  package func truncate(_ descriptor: CInt, to length: Int) throws(StorageFault) {
    try Self.checked(ftruncate(descriptor, off_t(length)))
  }

  /// Waits for the bytes (`fdatasync`).
  package func dataSync(_ descriptor: CInt) throws(StorageFault) {
    try Self.checked(fdatasync(descriptor))
  }

  /// Waits for bytes and everything else (`fsync`).
  package func sync(_ descriptor: CInt) throws(StorageFault) {
    try Self.checked(fsync(descriptor))
  }

  /// Waits for the names (`fsync` of the directory).
  package func syncDirectory(of path: String) throws(StorageFault) {
    let folder = Self.folder(of: path)
    let descriptor = try Self.checked(unsafe Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    defer { close(descriptor) }
    do {
      try sync(descriptor)
    } catch {
      // Some disks have directories that cannot be synced; there is nothing to wait for then.
      if error.code != EINVAL { throw error }
    }
  }

  /// Adds a name (`link`).
  package func link(_ path: String, as name: String) throws(StorageFault) {
    try Self.checked(unsafe Glibc.link(path, name))
  }

  /// Renames (`rename`).
  package func rename(_ path: String, to name: String) throws(StorageFault) {
    try Self.checked(unsafe Glibc.rename(path, name))
  }

  /// Removes a name (`unlink`).
  package func remove(_ path: String) throws(StorageFault) {
    try Self.checked(unsafe unlink(path))
  }

  /// Sleeps (`poll`).
  package func wait(for descriptor: CInt, milliseconds: CInt?) {
    var source = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    _ = unsafe poll(&source, 1, milliseconds ?? -1)
  }

  /// The file's time of change says each second that somebody writes it: nothing has to be logged for that.
  package func idle(until descriptor: CInt, over file: CInt) {
    var source = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while unsafe poll(&source, 1, Self.beat) == 0 { touch(file) }
  }

  /// Sets the time of change to a whole second, which tells a sign of life from a write: attempts that fail write too.
  private func touch(_ file: CInt) {
    var now = timespec()
    _ = unsafe clock_gettime(CLOCK_REALTIME, &now)
    now.tv_nsec = 0
    let times = [timespec(tv_sec: 0, tv_nsec: Self.keep), now]
    _ = unsafe futimens(file, times)
  }

  /// `UTIME_OMIT`, which Swift does not see: leave the other time as it is.
  private static let keep = (1 << 30) - 2

  /// A second.
  private static let beat: CInt = 1000

  /// The directory that a path lies in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  @discardableResult
  private static func checked<Number: SignedInteger>(_ result: Number) throws(StorageFault) -> Number {
    guard result >= 0 else { throw StorageFault(code: errno) }
    return result
  }
}

extension FileFacts {
  fileprivate init(_ status: stat) {
    let kind: Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .directory
      default: .other
      }
    self.init(device: UInt64(status.st_dev), inode: UInt64(status.st_ino), kind: kind)
  }
}
