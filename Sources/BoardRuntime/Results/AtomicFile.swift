import Glibc

/// Writes a file all at once: whoever reads it sees the old contents or the new ones, never a part, also after a
/// power cut.
package enum AtomicFile {
  /// Puts a text in the place of a file, or makes it. A link to a file stays a link.
  ///
  /// - Throws: why that cannot be done; what was there before is then untouched.
  package static func write(_ text: String, to path: String) throws(FileWriteError) {
    let target = try target(of: path)
    let folder = folder(of: target.path)
    let (temporary, descriptor) = try create(in: folder, for: path)
    do throws(FileWriteError) {
      defer { close(descriptor) }
      if let mode = target.mode, fchmod(descriptor, mode) < 0 { throw FileWriteError(path, folder, errno) }
      try write(text, to: descriptor, path, folder)
      guard fsync(descriptor) == 0 else { throw FileWriteError(path, folder, errno) }
      guard unsafe rename(temporary, target.path) == 0 else { throw FileWriteError(path, folder, errno) }
    } catch {
      _ = unsafe unlink(temporary)
      throw error
    }
    try sync(folder: folder, path)
  }

  /// What a path leads to, and the permissions of the file that is there; nil where there is none yet.
  private static func target(of path: String) throws(FileWriteError) -> (path: String, mode: mode_t?) {
    if path.isEmpty || path.hasSuffix("/") { throw .isDirectory(path) }
    var info = Glibc.stat()
    guard unsafe lstat(path, &info) == 0 else {
      guard errno == ENOENT else { throw FileWriteError(path, folder(of: path), errno) }
      return (path, nil)
    }
    guard info.st_mode & S_IFMT == S_IFLNK else { return (path, try mode(of: info, path)) }
    guard let real = unsafe realpath(path, nil) else { throw FileWriteError(path, folder(of: path), errno) }
    defer { unsafe free(real) }
    guard unsafe stat(path, &info) == 0 else { throw FileWriteError(path, folder(of: path), errno) }
    return (unsafe String(cString: real), try mode(of: info, path))
  }

  private static func mode(of info: stat, _ path: String) throws(FileWriteError) -> mode_t {
    switch info.st_mode & S_IFMT {
    case S_IFREG: return info.st_mode & 0o7777
    case S_IFDIR: throw .isDirectory(path)
    default: throw .notAFile(path)
    }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A new file in a folder, under a name that nobody has.
  private static func create(
    in folder: String, for path: String
  ) throws(FileWriteError) -> (String, CInt) {
    for number in 0..<1000 {
      let name = folder + "/.rinkside-\(getpid())-\(number).tmp"
      let descriptor = unsafe open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return (name, descriptor) }
      guard errno == EEXIST else { throw FileWriteError(path, folder, errno) }
    }
    throw FileWriteError(path, folder, EEXIST)
  }

  private static func write(
    _ text: String, to descriptor: CInt, _ path: String, _ folder: String
  ) throws(FileWriteError) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileWriteError(path, folder, errno)
      }
      rest = rest.dropFirst(count)
    }
  }

  /// Makes the new name last: it stands in the folder, which is a file of its own.
  private static func sync(folder: String, _ path: String) throws(FileWriteError) {
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .notSynced(path, reason: FileWriteError.reason(errno)) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .notSynced(path, reason: FileWriteError.reason(errno)) }
  }
}
