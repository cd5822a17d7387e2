package import FoundationEssentials

extension EventLog {
  /// Reads a log from bytes. Lines that are no events are reported and left out.
  ///
  /// - Parameter file: what to call the log in messages.
  /// - Throws: only where there is no log at all: nothing in it, binary data, a newer format.
  package init(reading bytes: Data, file: String) throws(LogFileError) {
    self.init(file: file, bytes: bytes)
    guard !bytes.isEmpty else { throw .empty(file) }
    guard !Self.looksBinary(bytes) else { throw .binary(file) }
    reserve(bytes.count / 120)
    let decoder = EventDecoder()
    var scanner = LineScanner(bytes)
    while let line = scanner.nextLine() {
      if line.range.isEmpty { continue }
      do {
        try read(line, with: decoder)
      } catch .unsupportedFormat(let format) {
        throw .unsupportedFormat(file, line: line.number, format: format)
      } catch {
        report(error, line: line.number)
      }
    }
    if events.isEmpty, issues.isEmpty { throw .empty(file) }
  }

  private mutating func read(_ line: LineScanner.Line, with decoder: EventDecoder) throws(LogProblem) {
    guard line.isFinished else { throw .unfinishedLine(bytes: line.range.count) }
    guard line.range.count <= LineScanner.limit else { throw .tooLong(bytes: line.range.count) }
    let (event, notices) = try decoder.decode(bytes[line.range])
    // Heartbeats belong to live feeds; one that was stored says nothing to a fold.
    if case .heartbeat = event.content { return }
    try append(event, line: line)
    for notice in notices { report(notice, line: line.number) }
  }

  /// Text has no NUL bytes, and most other data has one early on.
  private static func looksBinary(_ bytes: Data) -> Bool {
    bytes.prefix(512).contains(0)
  }
}
