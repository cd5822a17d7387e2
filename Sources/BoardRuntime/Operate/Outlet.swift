package import Operation

/// Something that shows the meet elsewhere while it is operated.
///
/// It reads the journal by itself and has its own threads: the console only shows its lamp, and never waits for it.
package protocol Outlet: AnyObject {
  /// Readable when the lamp may have changed.
  var descriptor: CInt { get }
  /// How it goes. Clears ``descriptor``.
  func lamp() -> Lamp
  /// The operator moved the journal: it goes on, with all that is in it, in another file.
  func follow(_ journal: String)
  /// Ends it, when the console does, after the journal is closed.
  func close()
}
