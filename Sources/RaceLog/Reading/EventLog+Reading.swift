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
    try readLines(isComplete: true)
    if events.isEmpty, issues.isEmpty { throw .empty(file) }
  }

  /// Takes in more bytes of a log that grows. A last line without its end waits for the rest.
  ///
  /// - Returns: the new events.
  /// - Throws: only where there is no log at all: a newer format.
  @discardableResult
  package mutating func extend(with more: Data) throws(LogFileError) -> Range<Int> {
    let first = events.count
    add(bytes: more)
    try readLines(isComplete: false)
    return first..<events.count
  }

  /// Takes in one line that was made here. Nothing changes where it is no event.
  package mutating func append(line: Data, with decoder: EventDecoder) throws(LogProblem) {
    guard line.count <= LineScanner.limit else { throw .tooLong(bytes: line.count) }
    let event = try decoder.decode(line).event
    let start = bytes.count
    let last = nextSeq - 1
    add(bytes: line)
    add(bytes: Data([UInt8(ascii: "\n")]))
    do {
      try append(
        event,
        line: LineScanner.Line(number: lineCount + 1, range: start..<start + line.count, isFinished: true))
      didRead(to: bytes.count, lines: lineCount + 1)
    } catch {
      removeBytes(from: start)
      forgetSeqs(after: last)
      throw error
    }
  }

  private mutating func readLines(isComplete: Bool) throws(LogFileError) {
    let decoder = EventDecoder()
    var scanner = lineScanner
    while let line = scanner.nextLine() {
      guard isComplete || line.isFinished else { return }
      didRead(to: scanner.next, lines: scanner.number)
      if line.range.isEmpty { continue }
      do {
        try read(line, with: decoder)
      } catch .unsupportedFormat(let format) {
        throw .unsupportedFormat(file, line: line.number, format: format)
      } catch {
        report(error, line: line.number)
      }
    }
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
