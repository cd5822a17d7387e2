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
  /// - Parameter body: is told of new events while more are decoded, some hundred at a time where they are many.
  /// - Returns: the new events.
  /// - Throws: only where there is no log at all: a newer format.
  @discardableResult
  package mutating func extend(
    with more: Data, body: (EventLog, Range<Int>) -> Void = { _, _ in }
  ) throws(LogFileError) -> Range<Int> {
    let first = events.count
    add(bytes: more)
    try readLines(isComplete: false, body: body)
    return first..<events.count
  }

  /// Takes in one line that was made here.
  ///
  /// - Throws: why it is no event of this log; nothing has changed then.
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
        line: LineScanner.Line(
          number: lineCount + 1, range: start..<start + line.count, isFinished: true, next: bytes.count))
      didRead(to: bytes.count, lines: lineCount + 1)
    } catch {
      removeBytes(from: start)
      forgetSeqs(after: last)
      throw error
    }
  }

  private mutating func readLines(
    isComplete: Bool, body: (EventLog, Range<Int>) -> Void = { _, _ in }
  ) throws(LogFileError) {
    var scanner = lineScanner
    var lines: [LineScanner.Line] = []
    while let line = scanner.nextLine(), isComplete || line.isFinished { lines.append(line) }
    var decoding = LineDecoding(lines, in: bytes)
    while let (lines, outcomes) = decoding.next() {
      let first = events.count
      for (line, outcome) in zip(lines, outcomes) {
        didRead(to: line.next, lines: line.number)
        if line.range.isEmpty { continue }
        do throws(LogProblem) {
          try take(outcome.get(), line)
        } catch .unsupportedFormat(let format) {
          throw .unsupportedFormat(file, line: line.number, format: format)
        } catch {
          report(error, line: line.number)
        }
      }
      body(self, first..<events.count)
    }
  }

  private mutating func take(_ decoded: DecodedLine, _ line: LineScanner.Line) throws(LogProblem) {
    // Heartbeats belong to live feeds; one that was stored says nothing to a fold.
    if case .heartbeat = decoded.event.content { return }
    try append(decoded.event, line: line)
    for notice in decoded.notices { report(notice, line: line.number) }
  }

  /// Text has no NUL bytes, and most other data has one early on.
  private static func looksBinary(_ bytes: Data) -> Bool {
    bytes.prefix(512).contains(0)
  }
}
