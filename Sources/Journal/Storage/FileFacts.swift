/// Which file it is, and of what kind.
package struct FileFacts: Hashable, Sendable {
  /// What kind of thing has this name.
  package enum Kind: Hashable, Sendable {
    /// Bytes on a disk.
    case file
    /// A directory.
    case directory
    /// A device, a pipe or a socket.
    case other
  }

  /// The disk, in the system's numbering.
  package let device: UInt64
  /// The file on that disk; a file of another number is another file, whatever its name.
  package let inode: UInt64
  /// What kind of thing it is.
  package let kind: Kind

  /// Facts about a file.
  package init(device: UInt64, inode: UInt64, kind: Kind) {
    self.device = device
    self.inode = inode
    self.kind = kind
  }
}
