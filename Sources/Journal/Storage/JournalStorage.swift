package import FoundationEssentials

/// The system calls that a journal needs, each as thin as it is there, so that a test can be the disk.
///
/// A call that was interrupted throws `EINTR`; whoever called it calls it again.
package protocol JournalStorage: Sendable {
  /// Opens a file that is there, for reading and writing.
  func open(_ path: String) throws(StorageFault) -> CInt
  /// Creates a file, mode 0644, for reading and writing; `EEXIST` where that name is taken.
  func create(_ path: String) throws(StorageFault) -> CInt
  /// Closes a file, and with it gives up its lock.
  func close(_ descriptor: CInt)
  /// Takes the one lock of a file; `EWOULDBLOCK` where another descriptor has it.
  func lock(_ descriptor: CInt) throws(StorageFault)
  /// The process that has the lock of a file; nil where nobody knows.
  func holder(of file: FileFacts) -> Int32?
  /// Which file is open.
  func facts(of descriptor: CInt) throws(StorageFault) -> FileFacts
  /// Which file a name means now.
  func facts(at path: String) throws(StorageFault) -> FileFacts
  /// The name of the file itself, where a path is a symbolic link to it; else the path.
  func target(of path: String) throws(StorageFault) -> String
  /// Up to so many bytes from a position; none at the end.
  func read(_ descriptor: CInt, at position: Int, count: Int) throws(StorageFault) -> Data
  /// Writes bytes at a position. Returns how many were taken, which may be fewer.
  func write(_ descriptor: CInt, _ bytes: Data, at position: Int) throws(StorageFault) -> Int
  /// Makes a file this long.
  func truncate(_ descriptor: CInt, to length: Int) throws(StorageFault)
  /// Waits until the bytes of a file, and its length, are on disk.
  func dataSync(_ descriptor: CInt) throws(StorageFault)
  /// Waits until a file and everything about it are on disk.
  func sync(_ descriptor: CInt) throws(StorageFault)
  /// Waits until the names in the directory of a path are on disk.
  func syncDirectory(of path: String) throws(StorageFault)
  /// Gives a file one more name; `EEXIST` where that is taken.
  func link(_ path: String, as name: String) throws(StorageFault)
  /// Gives a file another name, in the place of what had it.
  func rename(_ path: String, to name: String) throws(StorageFault)
  /// Takes a name away.
  func remove(_ path: String) throws(StorageFault)
  /// Sleeps until a descriptor is readable, or so long; nil means as long as it takes.
  func wait(for descriptor: CInt, milliseconds: CInt?)
  /// Sleeps until a descriptor is readable, and lets those who follow a file see that its writer lives.
  func idle(until descriptor: CInt, over file: CInt)
}

extension JournalStorage {
  /// Nobody follows this file.
  package func idle(until descriptor: CInt, over file: CInt) { wait(for: descriptor, milliseconds: nil) }
}
