package import LongTrack
package import RaceLog

/// One distance on the programme, with everything that was logged about it.
///
/// Splits and passings are kept as they came; which run they belong to follows from the guns that count. All
/// else (entries, guns, statuses) is folded again from its few events whenever one of them is voided.
package struct Race: Sendable {
  /// The race's id.
  package let id: String
  /// How it was announced last; nil while its `race` event is void.
  package internal(set) var info: RaceInfo?
  /// Marks and lanes; nil for a kind that this program does not know.
  package internal(set) var course: Course?
  /// Who starts where, in order of entering.
  package internal(set) var entries: [Entry] = []
  /// Things to compare with, in order of entering.
  package internal(set) var references: [Reference] = []
  /// The last run of each group that was not cleared.
  package internal(set) var runs: [HeatPlace: Run] = [:]
  /// The groups whose last run was ended by `clear` or `falseStart`, and not started anew yet.
  package internal(set) var clearings: [HeatPlace: Clearing] = [:]
  /// What officials decided.
  package internal(set) var decisions: [AttemptKey: Decision] = [:]
  /// What officials entered for the sprints of a mass start, by lap.
  package internal(set) var sprints: [Int: Sprint] = [:]
  /// Change-ups worth recording.
  package internal(set) var changeUps: [ChangeUpReport] = []
  /// What is confirmed.
  package internal(set) var confirmations: [Confirmation] = []
  /// What was timed.
  package internal(set) var attempts: [AttemptKey: Attempt] = [:]

  /// Indices of a competitor's entries among ``entries``, and the name as boards write it.
  var starters: [String: Starter] = [:]
  /// Indices of all events of this race but splits and passings, in order.
  var controls: [Int] = []
  /// The event that ended the last run of each group but the open one.
  var ends: [HeatPlace: Int] = [:]
  /// For a start that replaces another: the start whose run it goes on with.
  var runRoots: [Int: Int] = [:]

  init(id: String) { self.id = id }

  struct Starter: Sendable {
    var entries: [Int] = []
    var name: PersonName
  }

  /// The time between a gun and a `clear`.
  package struct Run: Hashable, Sendable {
    /// Index of the start event, or of the one that it replaces.
    package let start: Int
    /// Index of the start event that counts.
    package let latest: Int
    /// Zero of the race time, 1/10 000 s since 1970.
    package let zero: Int64
  }

  /// Why a run ended.
  package enum Clearing: Hashable, Sendable {
    /// Somebody started too early: whose id, where that was entered.
    case falseStart(String?)
    /// For any other reason.
    case cleared
  }

  /// What officials decided about one attempt; nil where they said nothing.
  package struct Decision: Hashable, Sendable {
    /// The status.
    package internal(set) var status: Status?
    /// The rule's code.
    package internal(set) var code: String?
    /// Whether the competitor fell.
    package internal(set) var fell = false
    /// A rank.
    package internal(set) var rank: Int?
    /// Points.
    package internal(set) var points: Double?
    /// Why there is a status: `missed takeover`.
    package internal(set) var reason: String?
  }

  /// The false starts of a group that count, in order.
  package func falseStarts(of heat: HeatPlace, in meet: Meet, log: EventLog) -> [RaceEvent] {
    controls.filter { !meet.isDead($0) }.map { log.events[$0] }.filter { event in
      if case .falseStart(heat, _) = event.content { true } else { false }
    }
  }

  /// The entry of an attempt.
  package func entry(of key: AttemptKey) -> Entry? {
    index(of: key).map { entries[$0] }
  }

  /// The place of an attempt's entry among ``entries``.
  func index(of key: AttemptKey) -> Int? {
    starters[key.competitor]?.entries.first { entries[$0].attempt == key.number }
  }

  /// A competitor's name as boards write it.
  package func name(of entry: Entry) -> PersonName {
    starters[entry.competitor.id]?.name ?? boardName(entry.competitor.name)
  }

  /// A name as entered in the forms that boards write: a team has no family name.
  func boardName(_ name: String) -> PersonName {
    info?.kind?.isTeamRace == true ? PersonName(team: name) : PersonName(name)
  }

  /// The entries of a heat: inner lane first, the first group before the second.
  package func entries(inPair pair: Int) -> [Entry] {
    entries.filter { $0.pair == pair }.sorted {
      ($0.group, $0.startOrder) < ($1.group, $1.startOrder)
    }
  }

  /// The numbers of the heats that somebody is entered in.
  package var heatNumbers: [Int] { Set(entries.map(\.pair)).sorted() }

  /// How many heats the race has: as announced, or as entered where that is more.
  package var heatCount: Int { max(info?.pairs ?? 0, heatNumbers.last ?? 0) }

  /// How many splits and passings were logged.
  var timeCount: Int { attempts.values.reduce(0) { $0 + $1.splits.count + $1.passings.count } }

  /// Whether all of it is confirmed: the race as a whole, or each of its heats.
  package var isConfirmed: Bool {
    isOfficial || !entries.isEmpty && entries.allSatisfy { isOfficial($0.heat) }
  }

  /// Whether the times of a group are confirmed, by itself, with its heat, or with the race.
  package func isOfficial(_ heat: HeatPlace) -> Bool {
    confirmations.contains {
      ($0.pair ?? heat.pair) == heat.pair && ($0.group ?? heat.group) == heat.group
    }
  }

  /// Whether the whole race is confirmed.
  package var isOfficial: Bool { confirmations.contains { $0.pair == nil } }

  /// What an event without `attempt` means: the latest attempt that has started, else the first. Nil for whoever
  /// is not entered.
  package func attempt(of competitor: String) -> Int? {
    guard let own = starters[competitor]?.entries else { return nil }
    if own.count == 1 { return entries[own[0]].attempt }
    let started = own.filter { runs[entries[$0].heat] != nil }.map { entries[$0].attempt }.max()
    return started ?? own.map { entries[$0].attempt }.min()
  }
}

extension Entry {
  /// The key of what is timed for this entry.
  package var key: AttemptKey { AttemptKey(competitor: competitor.id, number: attempt) }

  /// Inner lane and home straight first.
  fileprivate var startOrder: Int {
    switch place {
    case .lane(.inner), .finishStraight: 0
    case .lane(.outer), .crossingStraight: 1
    case nil: 2
    }
  }
}
