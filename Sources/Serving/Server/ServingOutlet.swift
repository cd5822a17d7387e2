import BoardRuntime
import Feeds
import Handover
package import Operation
import Synchronization

/// Serves the journal of a console, beside it: the console never waits for a viewer.
package final class ServingOutlet: Outlet {
  private let signal: Signal
  private let served: ServedLog
  private var path: String

  /// Where it listens.
  package var address: ListenAddress { served.address }

  /// Listens, and serves from now on.
  ///
  /// - Parameter journal: the file that the journal is written to.
  /// - Throws: ``ServingError``, or why the journal cannot be read.
  package init(_ journal: String, _ options: ServingOptions) throws {
    path = journal
    let signal = try Signal()
    self.signal = signal
    served = try ServedLog(journal, options, endsOnSignals: false) { signal.set() }
  }

  /// Readable when the lamp may have changed.
  package var descriptor: CInt { signal.descriptor }

  /// How many look on, or why they see nothing new. Never waits.
  package func lamp() -> Lamp {
    signal.clear()
    if let error = served.error { return Lamp("NOT SERVING: \(error.sentence)", isAlert: true) }
    if let problem = served.hub.problem {
      return Lamp("VIEWERS WAIT: \(problem.sentence)", isAlert: true)
    }
    let count = served.hub.viewerCount
    return Lamp(count == 1 ? "1 viewer" : "\(count) viewers")
  }

  /// Serves the journal from another file from now on; who looks on goes on where it was.
  package func follow(_ journal: String) {
    guard journal != path else { return }
    path = journal
    served.follow(journal)
  }

  /// Gives everybody what is on disk, and ends; that takes some seconds at most.
  package func close() { served.end() }
}
