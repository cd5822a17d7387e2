import Glibc

extension JournalError {
  /// What a fault means for someone who wants to open a journal.
  init(_ fault: StorageFault, file: String) {
    switch fault.code {
    case EISDIR: self = .isDirectory(file)
    case ENOENT, ENOTDIR: self = .noFolder(file)
    case EACCES, EPERM, EROFS: self = .notPermitted(file)
    case ENXIO, ENODEV: self = .notAFile(file)
    case _ where fault.isDiskFull: self = .diskFull(file)
    default: self = .failed(file, reason: fault.reason)
    }
  }
}
