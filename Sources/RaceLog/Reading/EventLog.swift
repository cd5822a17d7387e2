package import FoundationEssentials

/// A log as read: its bytes, the events in them, and everything worth saying about its lines.
///
/// Lines stay as they were written; an event knows where its line is.
package struct EventLog: Sendable {
  /// Where it was read, for messages.
  package let file: String
  /// The file as far as it was read.
  package private(set) var bytes: Data
  /// The events that were read, in order of seq.
  package private(set) var events: [RaceEvent] = []
  /// Errors and notices about lines, in order of lines.
  package private(set) var issues: [LineIssue] = []

  private var places: [Place] = []
  /// Running maximum of `at` in 1/10 000 s since 1970, one for each event.
  private var paces: [Int64] = []
  private var origins: Set<EventNotes.Origin> = []
  private var hasMeet = false
  /// The highest seq seen, that of duplicates included.
  private var seqs = 0
  /// How many bytes were read.
  private var read = 0
  /// How many lines were read, blank ones included.
  package private(set) var lineCount = 0

  private struct Place {
    let line: Int32
    let length: Int32
    let start: Int
  }

  /// A log without events.
  package init(file: String, bytes: Data) {
    self.file = file
    self.bytes = bytes
  }

  /// The line on which an event stands, from 1.
  package func line(of index: Int) -> Int { Int(places[index].line) }

  /// The bytes of an event's line as they were written, without its end.
  package func rawLine(of index: Int) -> Data {
    bytes[places[index].start..<places[index].start + Int(places[index].length)]
  }

  /// Where the event with this seq stands, nil where there is none.
  package func index(ofSeq seq: Int) -> Int? {
    let index = count { $0.seq < seq }
    return index < events.count && events[index].seq == seq ? index : nil
  }

  /// 1/10 000 s from the log's first event to this one, on the running maximum of `at`: a clock that
  /// steps back never holds a replay up.
  package func offset(of index: Int) -> Int64 { paces[index] - (paces.first ?? 0) }

  /// Length of the log in 1/10 000 s.
  package var duration: Int64 { (paces.last ?? 0) - (paces.first ?? 0) }

  /// The moment at which the log starts; nil for a log without events.
  package var start: Instant? { events.first?.at }

  /// How many events have happened this many 1/10 000 s after the log's start.
  package func eventCount(at offset: Int64) -> Int {
    let pace = offset + (paces.first ?? 0)
    var low = 0
    var high = paces.count
    while low < high {
      let middle = (low + high) / 2
      if paces[middle] <= pace { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// How many events stand wholly within so many of the first bytes.
  package func eventCount(inBytes bytes: Int) -> Int {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].start + Int(places[middle].length) < bytes { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// How many events stand before the first that fails a test; the test has to hold for a first part only.
  private func count(while test: (RaceEvent) -> Bool) -> Int {
    var low = 0
    var high = events.count
    while low < high {
      let middle = (low + high) / 2
      if test(events[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The seq for the next line.
  package var nextSeq: Int { seqs + 1 }

  // MARK: Building

  /// Cuts what was not read yet into lines.
  var lineScanner: LineScanner {
    read == 0 ? LineScanner(bytes) : LineScanner(bytes, from: read, number: lineCount)
  }

  mutating func didRead(to offset: Int, lines: Int) {
    read = offset
    lineCount = lines
  }

  /// A line that is taken back leaves no gap.
  mutating func forgetSeqs(after seq: Int) { seqs = min(seqs, seq) }

  mutating func add(bytes more: Data) { bytes.append(more) }

  mutating func removeBytes(from offset: Int) { bytes.removeSubrange(offset...) }

  /// Notes something about a line.
  mutating func report(_ problem: LogProblem, line: Int) {
    issues.append(LineIssue(line: line, seq: nil, isNotice: problem.isNotice, sentence: problem.sentence))
  }

  /// Takes an event in, or says why its place in the log is wrong.
  mutating func append(_ event: RaceEvent, line: LineScanner.Line) throws(LogProblem) {
    let lastSeen = seqs
    seqs = max(seqs, event.seq)
    if let last = events.last {
      // The same line again is a duplicate even where it is the `meet`: two recordings laid end to end.
      guard event.seq > last.seq else {
        guard let used = index(ofSeq: event.seq) else { throw .seqOutOfOrder(event.seq, after: last.seq) }
        throw rawLine(of: used) == bytes[line.range] ? .duplicateLine(seq: event.seq) : .usedSeq(event.seq)
      }
      if case .meet = event.content {
        guard !hasMeet else { throw .secondMeet }
        hasMeet = true
      }
      if let origin = event.notes?.origin, !origins.insert(origin).inserted {
        throw .duplicateOrigin(seq: event.seq)
      }
      if event.seq > lastSeen + 1 { report(.gap(from: lastSeen + 1, to: event.seq - 1), line: line.number) }
      if event.at.ticks < last.at.ticks {
        report(.stepBack(ticks: last.at.ticks - event.at.ticks), line: line.number)
      }
    } else if case .meet = event.content {
      hasMeet = true
    } else {
      report(.firstIsNotMeet(event.content.typeName), line: line.number)
    }
    events.append(event)
    paces.append(max(event.at.ticks, paces.last ?? event.at.ticks))
    places.append(
      Place(line: Int32(clamping: line.number), length: Int32(line.range.count), start: line.range.lowerBound)
    )
  }

  mutating func reserve(_ count: Int) {
    events.reserveCapacity(count)
    places.reserveCapacity(count)
    paces.reserveCapacity(count)
  }
}

/// Something to say about a line of a log.
package struct LineIssue: Hashable, Sendable {
  /// The line, from 1.
  package let line: Int
  /// The event's seq, where the line is an event.
  package let seq: Int?
  /// Whether it is only worth knowing; otherwise the line changed nothing.
  package let isNotice: Bool
  /// What is wrong, as a sentence.
  package let sentence: String

  /// Something to say about a line.
  package init(line: Int, seq: Int?, isNotice: Bool, sentence: String) {
    self.line = line
    self.seq = seq
    self.isNotice = isNotice
    self.sentence = sentence
  }
}
