import BoardRuntime
import Feeds
import FoundationEssentials
import RaceLog

/// One connection of the publisher: looks how far the stream is, and goes on after that.
///
/// Each event says what has to stand before it, its place in the stream and its predecessor's id, and the broker
/// takes it nowhere else. So neither a retry nor a second publisher makes a double or a gap. Times are 1/10 000 s.
final class PublisherLink {
  /// How many events, and how many bytes of them, may be on their way at a time.
  static let window = (events: 4000, bytes: 1 << 23)
  /// How long the broker may say nothing to what is on its way.
  static let patience: Int64 = 50_000

  /// How many events the broker is known to have.
  private(set) var known = 0
  /// When the next sign of life is due.
  private(set) var nextBeat: Int64 = 0

  private let options: BrokerOptions
  private let names: BrokerNames
  private let connection: BrokerConnection
  private let inbox = BrokerConnection.newInbox()
  private let answers: BrokerSubscription
  private let decoder = JSONDecoder()
  private var sent = 0
  /// The bytes of each event that is on its way, and of all of them.
  private var sizes: [Int] = []
  private var size = 0
  /// Whether the stream was looked at, since when, and for which file of the journal.
  private var isAligned = false
  private var looked: Int64 = 0
  private var generation = 0
  /// Answers to what was sent before the last look mean nothing.
  private var round = 0
  private var heard: Int64 = 0
  /// The first event after a look does not name its predecessor: a broker that was started anew knows the id of its
  /// newest message only while that is young.
  private var isFirst = true

  /// Connects to the broker.
  init(_ options: BrokerOptions, names: BrokerNames, others: [String]) throws(BrokerProblem) {
    self.options = options
    self.names = names
    connection = try BrokerConnection(options, others: others)
    // One more than can be answered. Where somebody else fills it, an answer that was dropped is one that never came.
    answers = try BrokerSubscription(
      inbox + ".>", on: connection, limit: CInt(Self.window.events + 1))
  }

  /// Whether something is on its way, or could be.
  var isBusy: Bool { known < sent || !isAligned }
  /// Further servers of the cluster.
  var others: [String] { connection.others }

  /// Sends what there is room for, and takes in what was answered. Waits some milliseconds where it waits for
  /// answers.
  func work(
    _ journal: PublishedJournal, published: PublishedLines, now: Int64
  ) throws(BrokerProblem) {
    guard !connection.isClosed else { throw .lost(connection.place) }
    // An idle stream is looked at, too: somebody may have deleted it.
    if generation != journal.generation || known == sent && now - looked > Self.patience { isAligned = false }
    if !isAligned { try align(with: journal, published: published, now: now) }
    while sent < journal.count, sizes.count < Self.window.events, size < Self.window.bytes {
      try send(journal)
      if sent - known == 1 { heard = now }
    }
    if now >= nextBeat { try beat(journal, now: now) }
    try takeAnswers(now: now)
    published.note(journal, upTo: known)
    if known < sent, now - heard > Self.patience { throw .silent(connection.place) }
  }

  /// Looks how far the stream is, and makes it where there is none.
  private func align(
    with journal: PublishedJournal, published: PublishedLines, now: Int64
  ) throws(BrokerProblem) {
    var found = try connection.stream(names.stream)
    if found == nil { found = try connection.makeStream(names, replicas: options.replicas) }
    guard let stream = found else { return }
    guard stream.subjects == [names.all] else {
      let subjects = stream.isMirror ? "a mirror" : stream.subjects.joined(separator: ", ")
      throw .foreignStream(names.stream, subjects: subjects)
    }
    // What another publisher of this journal has sent meanwhile is on disk, too.
    if stream.last > UInt64(journal.count) { journal.readAll() }
    guard stream.last <= UInt64(journal.count) else {
      throw .ahead(stream: names.stream, sequence: stream.last, journal: journal.count)
    }
    // The oldest of a stream that has nothing any more comes after its newest.
    for place in Set([stream.first, stream.last]) where place > 0 && place <= stream.last {
      // Where somebody set a limit, any may have gone by itself.
      guard let message = try connection.message(place, of: names.stream) else { continue }
      let index = Int(place) - 1
      guard message.id == names.message(seq: journal.log.events[index].seq),
        message.data == journal.log.rawLine(of: index)
      else { throw .otherEvent(stream: names.stream, sequence: place) }
    }
    if let place = published.difference(from: journal, within: Int(stream.last)) {
      throw .otherEvent(stream: names.stream, sequence: UInt64(place))
    }
    (known, sent, sizes, size) = (Int(stream.last), Int(stream.last), [], 0)
    (isAligned, isFirst, looked, heard, generation) = (true, true, now, now, journal.generation)
    round += 1
  }

  private func send(_ journal: PublishedJournal) throws(BrokerProblem) {
    let event = journal.log.events[sent]
    var headers = [
      ("Nats-Msg-Id", names.message(seq: event.seq)),
      ("Nats-Expected-Stream", names.stream),
      ("Nats-Expected-Last-Sequence", String(sent)),
    ]
    if sent > 0, !isFirst {
      headers.append(("Nats-Expected-Last-Msg-Id", names.message(seq: journal.log.events[sent - 1].seq)))
    }
    isFirst = false
    let line = journal.log.rawLine(of: sent)
    sent += 1
    sizes.append(line.count)
    size += line.count
    try connection.publish(
      line, to: names.subject(race: event.content.raceID),
      reply: "\(inbox).\(round).\(sent)", headers: headers)
  }

  private func takeAnswers(now: Int64) throws(BrokerProblem) {
    var patience: Int64 = known < sent ? 10 : 0
    // Not until there are no more: somebody else might go on sending.
    for _ in 0...Self.window.events {
      guard isAligned, let message = try answers.next(within: patience) else { return }
      patience = 0
      let parts = message.subject.split(separator: ".").suffix(2).compactMap { Int($0) }
      // Anybody on the broker may write here: only what answers something that is on its way counts.
      guard parts.count == 2, parts[0] == round, parts[1] > known, parts[1] <= sent else { continue }
      heard = now
      // Nobody takes the subject any more: the stream was deleted.
      if message.status == "503" { return isAligned = false }
      let answer = PublishAnswer(message.data, decoder)
      if let error = answer.error {
        guard error.isOutOfOrder else { throw .said(connection.place, reason: error.text) }
        return isAligned = false
      }
      // Each names what stands before it: one that was taken means that all before it were.
      guard answer.place == UInt64(parts[1]) else { return isAligned = false }
      let news = parts[1] - known
      known += news
      size -= sizes.prefix(news).reduce(0, +)
      sizes.removeFirst(news)
    }
  }

  /// Says that the publisher lives, and how far it is.
  private func beat(_ journal: PublishedJournal, now: Int64) throws(BrokerProblem) {
    nextBeat = now + 10_000
    let last = journal.log.events.prefix(known).last?.seq ?? 0
    let line = Heartbeat.line(at: journal.beat(now: now), last: last)
    try connection.publish(Data(line.utf8), to: names.heartbeat)
  }
}
