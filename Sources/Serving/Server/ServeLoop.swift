/// Serves a file that grows, from the calling thread, until a signal ends it.
package enum ServeLoop {
  /// Reads what there is, then listens and serves.
  ///
  /// - Parameter onListening: is told where it listens, once it does.
  /// - Throws: ``ServingError``, or why the file cannot be read.
  package static func run(
    _ path: String, _ options: ServingOptions, onListening: (ListenAddress) -> Void
  ) throws {
    let served = try ServedLog(path, options, endsOnSignals: true)
    onListening(served.address)
    try served.wait()
  }
}
