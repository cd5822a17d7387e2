package import LongTrack
package import RaceLog
package import Scoreboard

/// Why the desk did not do what it was asked for. Nothing was changed.
package enum DeskError: Error, Hashable, Sendable {
  /// No race is announced.
  case noRace
  /// Nobody was called yet.
  case nobodyOnIce
  /// No such heat in the race.
  case noSuchPair(Int, race: String, known: ClosedRange<Int>?)
  /// No such race.
  case noSuchRace(String, known: [String])
  /// No heat after, or before, this one.
  case noOtherHeat(forward: Bool)
  /// Somebody on the ice has neither a finish nor a status.
  case stillRunning(pair: Int, who: [String])
  /// The gun may not be given: nothing is armed.
  case notArmed
  /// A run is open already.
  case alreadyStarted(pair: Int)
  /// No run is open.
  case notStarted(pair: Int)
  /// Nobody is called so.
  case unknownWho(String, known: [String])
  /// Several are.
  case ambiguousWho(String, names: [String])
  /// The race has no such mark.
  case unknownMark(String, known: [String])
  /// Nobody timed that.
  case noSplit(who: String, mark: String)
  /// Not a time.
  case badTime(String)
  /// Not in a pair of two.
  case noPair
  /// No event with this seq that can be voided.
  case noSuchEvent(Int)
  /// Nothing waits for a word.
  case noDecision
  /// Nothing is suggested for this one.
  case nothingSuggested
  /// Somebody starts there already.
  case placeTaken(pair: Int, String)
  /// Whoever it was has to be named.
  case whoIsMissing
  /// Something that this race does not have.
  case notInThisRace(String)
  /// No sprint and no finish is at the end of this lap.
  case noSprint(lap: Int, known: [Int])
  /// The times are confirmed: nobody starts again.
  case isOfficial(pair: Int)
  /// The times of the whole race are confirmed.
  case raceIsOfficial
  /// Somebody who did not start has times.
  case hasTimes(String)
  /// So many 1/10 000 s lie between two whose moments are given out in one order.
  case longWait(Int64, from: String, to: String)
  /// The moment that somebody would get in an order lies before he can be at the mark.
  case tooEarly(String, Mark, impulse: Int, time: RaceTime, earliest: RaceTime)
  /// Somebody stands twice in an order.
  case twice(String)
  /// More skaters are named than impulses wait.
  case tooFewImpulses(waiting: Int, named: Int)
  /// Somebody has no mark left.
  case nothingLeft(String)
  /// Nothing to take back.
  case nothingToUndo
  /// Nothing to do again.
  case nothingToRedo
  /// Public screens know no such screen.
  case unknownScreen(String, known: [String])
  /// The line would be no event.
  case notLogged(LogProblem)
  /// The event changes nothing.
  case rejected(Rejection)
}

extension DeskError {
  /// What is in the way, and what to do now.
  package var sentence: String {
    switch self {
    case .noRace: "No race is announced: start with --start-list or --from."
    case .nobodyOnIce: "Nobody is on the ice: `call 1`, or `next`."
    case .noSuchPair(let pair, let race, let known):
      known.map { "No pair \(pair) in \(race); it has \($0.lowerBound) to \($0.upperBound)." }
        ?? "No pair \(pair) in \(race), where nobody is entered."
    case .noSuchRace(let race, let known): "No race \"\(race)\"; there is \(known.joined(separator: ", "))."
    case .noOtherHeat(let forward): forward ? "This is the last heat." : "This is the first heat."
    case .stillRunning(let pair, let who):
      "Pair \(pair) is not done: \(who.joined(separator: ", ")) without finish or status. Add `anyway` to go on."
    case .notArmed: "Not armed: `a` first, then the gun."
    case .alreadyStarted(let pair): "Pair \(pair) has started: `clear` ends that run."
    case .notStarted(let pair): "Pair \(pair) has not started."
    case .unknownWho(let text, let known):
      "Nobody is called \"\(text)\": \(known.joined(separator: ", "))."
    case .ambiguousWho(let text, let names): "\"\(text)\" is \(names.joined(separator: " or ")): say more."
    case .unknownMark(let text, let known): "No mark \"\(text)\": \(known.joined(separator: ", "))."
    case .noSplit(let who, let mark): "\(who) has no time at \(mark)."
    case .badTime(let text): "\"\(text)\" is no time; write 45.35 or 1:14.44, with its dot or comma."
    case .noPair: "That takes two on the ice."
    case .noSuchEvent(let seq): "There is no event #\(seq) that can be voided."
    case .noDecision: "Nothing waits for a decision."
    case .nothingSuggested:
      "Nothing is suggested here: `assign` or `split` gives it to somebody, `drop` leaves it."
    case .placeTaken(let pair, let place): "Somebody starts in pair \(pair), \(place), already."
    case .whoIsMissing: "Say who: this is the second false start of the pair, so whoever it was is out."
    case .notInThisRace(let what): "This race has no \(what)."
    case .noSprint(let lap, let known):
      "Lap \(lap) has no sprint. There are \(known.map(String.init).joined(separator: ", ")), the last one the finish."
    case .isOfficial(let pair):
      "Pair \(pair) is official. Take that back first: u, or :void and the #SEQ of the official."
    case .raceIsOfficial:
      "The race is official. Take that back first: u, or :void and the #SEQ of the official."
    case .hasTimes(let who): "\(who) has times, so DNS cannot be: DNF, WDR or DQ, or void the times first."
    case .longWait(let ticks, let from, let to):
      "\(RaceTime(ticks: ticks).shown.text) s lie between \(from) and \(to): name those up to \(from) first, if they are of one lap."
    case .tooEarly(let who, let mark, let seq, let time, let earliest):
      "\(time.shown.text) is too early for \(who) at \(mark.name) (from \(earliest.shown.text)): `drop #\(seq)`, or `assign #\(seq) WHO`."
    case .twice(let who): "\(who) stands there twice."
    case .tooFewImpulses(let waiting, let named):
      waiting == 0
        ? "No impulse waits: press i or o as each passes, then name them first to last."
        : "\(named) are named, and \(waiting) \(waiting == 1 ? "impulse waits" : "impulses wait"): name as many, first to last, or fewer."
    case .nothingLeft(let who): "\(who) has no mark left."
    case .nothingToUndo: "Nothing to undo."
    case .nothingToRedo: "Nothing to redo."
    case .unknownScreen(let text, let known):
      "No screen \"\(text)\": \(known.joined(separator: ", "))."
    case .notLogged(let problem): "Not logged: \(problem.sentence)."
    case .rejected(let rejection): "Logged without effect: \(rejection.sentence)."
    }
  }
}
