package import RaceLog

/// The state of a meet after so many events of its log: a fold of that log, and nothing else.
///
/// A value: keeping one is keeping a moment.
package struct Meet: Sendable {
  /// How many events of the log have happened.
  package private(set) var eventCount = 0
  /// What the log is about; nil before its first event.
  package internal(set) var info: MeetInfo?

  var allRaces: [Race] = []
  var raceIndex: [String: Int] = [:]
  /// Calls and starts, messages, and choices for public screens: the last one that counts is the one in force.
  var iceEvents: [Int] = []
  var messageEvents: [Int] = []
  var boardEvents: [Int] = []
  /// How many events make this one void, and how many replace it; nothing for those that count.
  var killers: [Int: Killers] = [:]
  /// What an event makes void.
  var victims: [Int: [Int]] = [:]
  var actions: [String: PendingAction] = [:]
  /// Events that change nothing, because they refer to something that does not count.
  var rejected: Set<Int> = []

  struct PendingAction {
    let parts: Int
    var events: [Int] = []
    /// The voids that take the whole action with them, lines to come included.
    var voids: [Int] = []
  }

  struct Killers: Hashable {
    var voids = 0
    var replacements = 0

    var isEmpty: Bool { voids == 0 && replacements == 0 }
  }

  /// A meet before its first event.
  package init() {}

  /// The races whose announcement counts, in order of announcing.
  package var races: [Race] { allRaces.filter { $0.info != nil } }

  /// The race with this id; nil where none is announced.
  package func race(_ id: String) -> Race? {
    raceIndex[id].map { allRaces[$0] }.flatMap { $0.info == nil ? nil : $0 }
  }

  /// Metres of a lap.
  var lapLength: Int { info?.track ?? 400 }

  /// The last message for the ticker, with its moment in 1/10 000 s since 1970.
  package func message(in log: EventLog) -> (message: Message, at: Int64)? {
    guard let index = messageEvents.last(where: { !isDead($0) }),
      case .message(let message) = log.events[index].content
    else { return nil }
    return (message, log.events[index].at.ticks)
  }

  /// What the operator chose last for public screens; nil before the first choice.
  package func boardChoice(in log: EventLog) -> BoardChoice? {
    guard let index = boardEvents.last(where: { !isDead($0) }),
      case .board(let choice) = log.events[index].content
    else { return nil }
    return choice
  }

  /// Whether an event is void or replaced.
  package func isDead(_ index: Int) -> Bool { killers[index] != nil }

  /// Whether somebody took an event back. One that was only replaced did its part.
  package func isVoided(_ index: Int) -> Bool { (killers[index]?.voids ?? 0) > 0 }

  /// What is still missing at the end of a log.
  package var unfinishedActions: [FoldNotice] {
    actions.filter { $0.value.events.count < $0.value.parts }.sorted { $0.key < $1.key }.map {
      .unfinishedAction($0.key, parts: $0.value.events.count, of: $0.value.parts)
    }
  }

  /// Takes in the next event of the log.
  ///
  /// - Returns: what is worth knowing about it.
  /// - Throws: why it changes nothing. It has happened all the same.
  @discardableResult
  package mutating func applyNext(of log: EventLog) throws(Rejection) -> [FoldNotice] {
    let index = eventCount
    eventCount += 1
    do {
      guard let action = log.events[index].notes?.action else { return try apply(index, of: log) }
      return try apply(index, of: log, action: action)
    } catch {
      rejected.insert(index)
      throw error
    }
  }

  /// Whether an event waits for the other lines of its action.
  func isWaiting(_ index: Int, in log: EventLog) -> Bool {
    guard let action = log.events[index].notes?.action, let pending = actions[action.id] else { return false }
    return pending.events.count < pending.parts
  }

  /// The places of all lines of the action that an event belongs to; the event's own where it stands alone.
  package func places(withAction index: Int, in log: EventLog) -> [Int] {
    log.events[index].notes?.action.flatMap { actions[$0.id]?.events } ?? [index]
  }

  /// Takes in events until this many have happened, whatever is worth saying about them.
  package mutating func advance(to count: Int, of log: EventLog) {
    while eventCount < min(count, log.events.count) {
      do { try applyNext(of: log) } catch { continue }
    }
  }
}
