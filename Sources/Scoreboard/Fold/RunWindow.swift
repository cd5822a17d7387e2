/// Which events of the log belong to the run of a group that counts: those after its gun.
struct RunWindow: Hashable, Sendable {
  /// Index of the gun; nil while no run is open.
  var opened: Int?
  /// Index of the event that ended the run before; -1 where none did.
  var ended = -1

  /// Whether an event belongs to the run.
  ///
  /// - Parameter isDecided: whether an operator says that it counts. Where the gun was missed or logged late, his
  ///   word counts from the end of the run before.
  func holds(_ event: Int, isDecided: Bool = false) -> Bool {
    if let opened, event > opened { return true }
    return isDecided && event > ended
  }
}
