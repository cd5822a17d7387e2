import Glibc

/// Why a file was not written.
package enum FileWriteError: Error, Hashable, Sendable {
  /// The folder is not there.
  case noFolder(String, folder: String)
  /// A directory has the name.
  case isDirectory(String)
  /// A device, a pipe or a socket has the name.
  case notAFile(String)
  /// Not allowed.
  case notPermitted(String)
  /// No room.
  case diskFull(String)
  /// Writing failed, with the system's reason.
  case failed(String, reason: String)
  /// The file is there, but its folder could not be synced.
  case notSynced(String, reason: String)

  init(_ file: String, _ folder: String, _ code: CInt) {
    self =
      switch code {
      case ENOENT, ENOTDIR: .noFolder(file, folder: folder)
      case EISDIR: .isDirectory(file)
      case EACCES, EPERM, EROFS: .notPermitted(file)
      case ENOSPC, EDQUOT: .diskFull(file)
      default: .failed(file, reason: Self.reason(code))
      }
  }

  static func reason(_ code: CInt) -> String { unsafe String(cString: strerror(code)) }

  /// What happened, where, and what to do now.
  package var sentence: String {
    switch self {
    case .noFolder(let file, let folder):
      "\(file): not written; there is no folder \"\(folder)\". Make it first, or name a file in another one."
    case .isDirectory(let file): "\(file): not written; this is a directory. Name a file in it."
    case .notAFile(let file):
      "\(file): not written; this is a device or a pipe. Leave --output out, and use > of the shell."
    case .notPermitted(let file):
      "\(file): not written; writing is not permitted there. Name a file in a folder of your own."
    case .diskFull(let file):
      "\(file): not written; the disk is full. What was there before is untouched. Make room and try again."
    case .failed(let file, let reason):
      "\(file): not written (\(reason)). What was there before is untouched."
    case .notSynced(let file, let reason):
      "\(file): written, but its folder could not be synced (\(reason)), so it may be lost in a power cut."
    }
  }
}
