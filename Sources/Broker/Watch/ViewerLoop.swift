import BoardRuntime
import CNats
import Feeds
import FoundationEssentials
import Glibc
import Handover
import RaceLog

/// The viewer's thread: finds the stream, takes it from where it is, and comes back whenever it is cut off. Times are
/// 1/10 000 s.
final class ViewerLoop {
  private let options: BrokerOptions
  private let box: ViewerBox
  private var others: [String] = []
  private var pause = shortest
  /// The stream that was given, and how much of it.
  private var stream: StreamFacts?
  private var place: UInt64 = 0
  private var id: String?
  /// A place after which the broker has nothing until a later one: it was asked twice.
  private var gap: UInt64?

  /// How long after a failure it tries again, at first and at most, in milliseconds.
  private static let shortest: CInt = 100
  private static let longest: CInt = 2000
  /// How long the stream may say nothing, not even that it lives.
  private static let patience: Int64 = 30_000

  /// How many signs of life are looked at between two looks at the events: anybody may send them.
  private static let beats: CInt = 100

  init(_ options: BrokerOptions, _ box: ViewerBox) {
    self.options = options
    self.box = box
  }

  /// Runs until nobody reads any more.
  func run() {
    while !box.isClosed {
      do throws(BrokerProblem) {
        let connection = try BrokerConnection(options, others: others)
        others = connection.others
        try follow(connection)
      } catch {
        box.fail(.brokerAway(options.address.name, reason: error.reason))
      }
      sleep(pause)
      pause = min(pause * 2, Self.longest)
    }
    nats_ReleaseThreadMemory()
  }

  /// Follows the log over one connection.
  private func follow(_ connection: BrokerConnection) throws(BrokerProblem) {
    while !box.isClosed {
      if let found = try find(connection) {
        pause = Self.shortest
        try check(found, connection)
        try take(found, connection)
      } else {
        sleep(1000)
      }
    }
  }

  /// The stream of the log; nil where there is none yet, which is told.
  private func find(_ connection: BrokerConnection) throws(BrokerProblem) -> StreamFacts? {
    if let log = options.address.log {
      if let found = try connection.stream(BrokerNames(log: log).stream) { return found }
      box.fail(.brokerHasNoLog(options.address.name))
      return nil
    }
    if let stream, let found = try connection.stream(stream.name) { return found }
    let all = try connection.allStreams().filter(\.holdsLog)
    if all.count == 1 { return all[0] }
    box.fail(
      all.isEmpty
        ? .brokerHasNoLog(options.address.name)
        : .brokerHasLogs(options.address.name, all.map { BrokerNames(stream: $0.name).log }.sorted()))
    return nil
  }

  /// Starts over where the stream is not the one that was given, gone on with.
  private func check(_ found: StreamFacts, _ connection: BrokerConnection) throws(BrokerProblem) {
    defer { stream = found }
    guard let stream else {
      place = max(found.first, 1) - 1
      return
    }
    if stream.name == found.name, stream.created == found.created, found.last >= place {
      guard place > 0, let message = try connection.message(place, of: found.name) else { return }
      if message.id == id { return }
    }
    box.startOver()
    place = max(found.first, 1) - 1
    (id, gap) = (nil, nil)
  }

  /// Takes what the stream has and gets, until it says nothing any more.
  private func take(_ found: StreamFacts, _ connection: BrokerConnection) throws(BrokerProblem) {
    let inbox = BrokerConnection.newInbox()
    let events = try BrokerSubscription(inbox, on: connection)
    let beats = try BrokerSubscription(
      BrokerNames(stream: found.name).heartbeat, on: connection, limit: Self.beats)
    try connection.deliver(found.name, from: place + 1, to: inbox)
    var isComplete = false
    var heard = MachineClock.now
    while !box.isClosed {
      if !isComplete, place >= found.last {
        isComplete = true
        box.complete()
      }
      while box.isFull { waitForRoom() }
      let message = try events.next(within: 50)
      if let message {
        heard = MachineClock.now
        guard try take(message, connection) else { return }
      } else if MachineClock.now - heard > Self.patience {
        return
      }
      for _ in 0..<Self.beats {
        guard let beat = try beats.next(within: 0) else { break }
        // What is no beat is somebody else's, and says nothing.
        if Heartbeat.isOne(beat.data), let at = Heartbeat.moment(beat.data) { box.add(beat: at) }
      }
    }
  }

  /// Takes a message.
  ///
  /// - Returns: false where something is missing before it.
  private func take(_ message: BrokerMessage, _ connection: BrokerConnection) throws(BrokerProblem) -> Bool {
    guard let next = message.place else {
      // Flow control: the broker goes on once it hears that everything before has been taken.
      if let answer = message.status == "100" ? message.reply ?? message.stalled : nil {
        try connection.publish(Data(), to: answer)
      }
      return true
    }
    guard next > place else { return true }
    if next - place > 1, gap != place {
      gap = place
      return false
    }
    place = next
    id = message.id
    box.add(line: message.data)
    return true
  }

  private func waitForRoom() {
    box.hasRoom.clear()
    if box.isFull { poll(box.hasRoom.descriptor, 1000) }
  }

  private func sleep(_ milliseconds: CInt) {
    let end = MachineClock.now + Int64(milliseconds) * 10
    while !box.isClosed {
      let left = end - MachineClock.now
      guard left > 0 else { return }
      box.hasRoom.clear()
      if !box.isClosed { poll(box.hasRoom.descriptor, CInt(left / 10 + 1)) }
    }
  }

  private func poll(_ descriptor: CInt, _ milliseconds: CInt) {
    var asked = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    _ = unsafe Glibc.poll(&asked, 1, milliseconds)
  }
}
