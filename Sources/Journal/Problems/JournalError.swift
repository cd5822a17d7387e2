/// Why a file cannot be opened as the journal.
package enum JournalError: Error, Hashable, Sendable {
  /// Another program writes it; `process` is that program's number where the system tells it.
  case held(String, process: Int32?)
  /// A directory.
  case isDirectory(String)
  /// A device, a pipe or a socket.
  case notAFile(String)
  /// The folder it should lie in is not there.
  case noFolder(String)
  /// Reading and writing is not permitted.
  case notPermitted(String)
  /// Bytes, no text.
  case binary(String)
  /// The disk is full, so that nothing could be written at all.
  case diskFull(String)
  /// The disk it lies on cannot lock files, with the system's reason.
  case cannotLock(String, reason: String)
  /// The name meant another file each time it was looked at.
  case unsteady(String)
  /// Something failed, with the system's reason.
  case failed(String, reason: String)

  /// What happened, where, and what to do now.
  package var sentence: String {
    switch self {
    case .held(let file, let process?):
      "\(file): process \(process) writes this journal already. End that one first, or name another journal."
    case .held(let file, nil):
      "\(file): another program writes this journal already. End that one first, or name another journal."
    case .isDirectory(let file):
      "\(file): a directory. Name a file in it, like \(file)\(file.hasSuffix("/") ? "" : "/")meet.ndjson."
    case .notAFile(let file): "\(file): a device or a pipe. A journal has to be a file on a disk."
    case .noFolder(let file): "\(file): its folder is not there. Make the folder first, or name another file."
    case .notPermitted(let file):
      "\(file): writing is not permitted. Ask the owner of the file or the folder, or name another file."
    case .binary(let file): "\(file): binary data, not a journal (one JSON object a line). Name another file."
    case .diskFull(let file): "\(file): the disk is full. Free some space, or name a file on another disk."
    case .cannotLock(let file, let reason):
      "\(file): this disk cannot lock files (\(reason)). Name a file on another disk."
    case .unsteady(let file):
      "\(file): another program puts file after file in its place. Name another file."
    case .failed(let file, let reason):
      "\(file): cannot be used as the journal (\(reason)). Name a file on another disk."
    }
  }
}
