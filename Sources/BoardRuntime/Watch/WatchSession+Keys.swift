import BoardView
package import CursesScreen
import LongTrack
import RaceLog
import Scoreboard

extension WatchSession {
  /// Does what a key asks for; a key without a meaning says so.
  package mutating func press(_ key: Key, now: Int64) -> SessionOutcome {
    guard let command = viewing.command(for: key, now: now) else { return .draw }
    let edge = followed.moment(at: now)
    switch command {
    case .comparison(let forward):
      let known = shown(now: now).meet.comparisons(in: live.log, race: options.race)
      viewing.compare(forward: forward, among: known, now: now)
    case .back: back(now: now)
    case .screen, .nextScreen:
      isOwnChoice = true
      return viewing.perform(command, now: now) ?? .draw
    case .togglePause: transport.togglePause(edge: edge, now: now)
    case .seek(let step): seek(to: shown(now: now).moment + step, now: now)
    case .jump(_, let forward): jump(forward: forward, now: now)
    case .end(let forward): forward ? follow(now: now) : seek(to: start, now: now)
    case .tenth(let tenth): seek(to: start + (edge - start) / 10 * Int64(tenth), now: now)
    case .undoSeek: undoSeek(now: now)
    case .faster: setRung(transport.rung + 1, now: now)
    case .slower: setRung(transport.rung - 1, now: now)
    case .normalSpeed: setRung(0, now: now)
    case .delay(let step): setDelay(transport.delay + step, now: now)
    case .noDelay: setDelay(0, now: now)
    case .gunIsNow: gunIsNow(now: now)
    default: return viewing.perform(command, now: now) ?? .draw
    }
    return .draw
  }

  private mutating func back(now: Int64) {
    let hidHelp = viewing.showsHelp
    viewing.show(screen)
    if !hidHelp, isOwnChoice {
      isOwnChoice = false
      viewing.say("the operator's choice", now: now)
    }
    followOperator(shown(now: now).meet)
  }

  private var start: Int64 { live.log.start?.ticks ?? 0 }

  private mutating func seek(to moment: Int64, now: Int64) {
    before.append(transport.isLive ? .max : shown(now: now).moment)
    if before.count > 100 { before.removeFirst() }
    transport.seek(to: max(moment, start), edge: followed.moment(at: now), now: now)
  }

  private mutating func follow(now: Int64) {
    if !transport.isLive { before.append(shown(now: now).moment) }
    transport.follow()
  }

  private mutating func undoSeek(now: Int64) {
    guard let moment = before.popLast() else { return viewing.say("no jump to take back", now: now) }
    transport.seek(to: moment, edge: followed.moment(at: now), now: now)
  }

  private mutating func jump(forward: Bool, now: Int64) {
    let place = shown(now: now).moment
    let guns = live.meet.guns.map(\.zero).sorted()
    // While it plays, the gun just passed is not the previous one: one second of watching leads back.
    let slack = transport.isPaused ? 0 : RaceTime.ticksPerSecond
    if forward {
      guns.first { $0 > place }.map { seek(to: $0, now: now) } ?? follow(now: now)
    } else if let gun = guns.last(where: { $0 < place - slack }) {
      seek(to: gun, now: now)
    } else {
      viewing.say("no earlier heat", now: now)
    }
  }

  private mutating func setRung(_ rung: Int, now: Int64) {
    guard !transport.isLive || rung < 0 else { return viewing.say("this is live: ← goes back", now: now) }
    transport.setRung(rung, edge: followed.moment(at: now), now: now)
  }

  private mutating func setDelay(_ delay: Int64, now: Int64) {
    transport.setDelay(delay)
    viewing.say(transport.delay == 0 ? "no delay" : "delay \(Self.seconds(transport.delay))", now: now)
  }

  /// Pictures are late by a minute and a half at most; an older gun is that of another heat.
  private static let latestPicture = 90 * RaceTime.ticksPerSecond

  /// Takes the gun that somebody sees on a picture now for the one that is nearest to what the board shows.
  private mutating func gunIsNow(now: Int64) {
    let edge = followed.moment(at: now)
    let place = edge - transport.delay
    let possible = live.meet.guns.filter { (0...Self.latestPicture).contains(edge - $0.zero) }
    guard let gun = possible.min(by: { abs($0.zero - place) < abs($1.zero - place) }) else {
      return viewing.say("no gun in the last 90 s", now: now)
    }
    transport.setDelay(edge - gun.zero)
    transport.follow()
    viewing.say("\(gun.heat): delay \(Self.seconds(transport.delay))", now: now, for: 50_000)
  }

  /// `3.5 s`: cut off.
  static func seconds(_ ticks: Int64) -> String {
    "\(ticks / RaceTime.ticksPerSecond).\(ticks % RaceTime.ticksPerSecond / 1000) s"
  }
}

extension Meet {
  /// The guns that count or counted, with what they started.
  fileprivate var guns: [(zero: Int64, heat: String)] {
    races.flatMap { race in
      race.runs.map { heat, run in (run.zero, race.heatTitle(heat.pair)) }
    }
  }
}
