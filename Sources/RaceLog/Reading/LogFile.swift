package import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#endif

/// Reads whole files, with errors that name what is wrong.
package enum LogFile {
  /// The bytes of a file; `-` is standard input.
  package static func read(_ path: String) throws(LogFileError) -> Data {
    let descriptor = path == "-" ? dup(0) : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw error(path, errno) }
    defer { close(descriptor) }
    var bytes = Data()
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw error(path, errno)
      }
      bytes.append(contentsOf: chunk.prefix(count))
    }
  }

  /// The log in a file; `-` is standard input.
  package static func open(_ path: String) throws(LogFileError) -> EventLog {
    try EventLog(reading: read(path), file: path == "-" ? "standard input" : path)
  }

  private static func open(_ path: String, _ flags: CInt) -> CInt {
    unsafe Glibc.open(path, flags)
  }

  private static func error(_ path: String, _ code: CInt) -> LogFileError {
    switch code {
    case ENOENT, ENOTDIR: .notFound(path)
    case EISDIR: .isDirectory(path)
    case EACCES, EPERM: .notReadable(path)
    default: .failed(path, reason: unsafe String(cString: strerror(code)))
    }
  }
}
