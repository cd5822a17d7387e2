import FoundationEssentials
import LongTrack
import RaceLog

/// A journal as a console writes it over a long day: guns by hand, beams' impulses and the splits that they became,
/// loops between the marks, double impulses that were dropped, undos. The last heat is on the ice. The same size gives
/// the same bytes.
struct OperateJournal {
  private(set) var bytes = Data()
  private var count = 0
  /// 1/10 000 s since 1970: a day in January 2026.
  private var clock: Int64 = 1_769_846_400 * 10_000

  /// A journal of so many events, or the programme of one race and its first gun where that is more.
  static func make(events: Int) -> Data {
    var journal = OperateJournal()
    journal.addMeet()
    var race = 0
    repeat {
      race += 1
      journal.addRace("r\(race)", until: events)
    } while journal.count < events
    return journal.bytes
  }

  /// The meet and one pair.
  static var programme: Data {
    var journal = OperateJournal()
    journal.addMeet()
    journal.addProgramme("r1", pairs: 1)
    return journal.bytes
  }

  private mutating func addMeet() {
    add("\"type\":\"meet\",\"format\":1,\"log\":\"bench\",\"name\":\"Benchmark day\",\"track\":400")
  }

  private mutating func add(_ fields: String) {
    count += 1
    bytes.append(contentsOf: "{\"seq\":\(count),\"at\":\"\(stamp(clock))\",\(fields)}\n".utf8)
    clock += 7
  }

  private func stamp(_ ticks: Int64) -> String { Instant(ticks: ticks, zone: 3600).text }

  private mutating func addProgramme(_ race: String, pairs: Int) {
    add(
      "\"type\":\"race\",\"race\":\"\(race)\",\"kind\":\"individual\",\"distance\":3000,\"gender\":\"women\"")
    for pair in 1...pairs {
      for lane in ["inner", "outer"] {
        add(
          "\"type\":\"entry\",\"race\":\"\(race)\",\"pair\":\(pair),\"lane\":\"\(lane)\",\"competitor\":"
            + "{\"id\":\"s\(pair)\(lane)\",\"name\":\"Skater NUMBER\(pair)\",\"nation\":\"NED\"}")
      }
    }
  }

  private mutating func addRace(_ race: String, until wanted: Int) {
    addProgramme(race, pairs: 20)
    for pair in 1...20 {
      let heat = "\"race\":\"\(race)\",\"pair\":\(pair)"
      add("\"type\":\"call\",\(heat),\"by\":\"operator\"")
      clock += 600_000
      add(
        "\"type\":\"start\",\(heat),\"clock\":\"\(stamp(clock))\",\"boot\":\"another-boot:\(clock % 1_000_000_000)\","
          + "\"by\":\"operator\"")
      addRun(race, pair: pair, until: wanted)
      if count >= wanted { return }
      add("\"type\":\"official\",\(heat),\"by\":\"operator\"")
    }
  }

  private mutating func addRun(_ race: String, pair: Int, until wanted: Int) {
    let gun = clock
    for metres in stride(from: 100, through: 3000, by: 100) where count < wanted {
      for (index, lane) in ["inner", "outer"].enumerated() {
        let ticks = Int64(metres * 800 + pair * 311 + index * 4137 + metres * 7919 % 997)
        clock = max(clock, gun + ticks + 300)
        let who = "\"race\":\"\(race)\",\"competitor\":\"s\(pair)\(lane)\""
        if (metres - 200) % 400 == 0 {
          addMark(metres, who, lane: index, time: gun + ticks, gun: gun)
        } else {
          add(
            "\"type\":\"passing\",\(who),\"position\":\(metres),\"time\":\"\(seconds(ticks))\","
              + "\"source\":\"transponder\",\"origin\":{\"log\":\"loops\",\"seq\":\(count)}")
        }
      }
    }
  }

  /// A beam, the split that it became, the loop's split a third of a second later; now and then a second impulse that
  /// the operator dropped, and a split by hand that he took back.
  private mutating func addMark(_ metres: Int, _ who: String, lane: Int, time: Int64, gun: Int64) {
    func impulse(_ time: Int64) -> String {
      "\"type\":\"impulse\",\"device\":\"timy\",\"channel\":\"C\(lane + 1)\",\"deviceTime\":"
        + "\"\(seconds(time % 864_000_000))\",\"received\":\"\(stamp(clock))\",\"origin\":{\"log\":\"timy\",\"seq\":\(count)}"
    }
    add(impulse(time))
    let split = "\"type\":\"split\",\(who),\"mark\":\(metres),\"time\":\"\(seconds(time - gun))\""
    add(split + ",\"source\":\"optical\",\"impulse\":\(count)")
    add(
      "\"type\":\"split\",\(who),\"mark\":\(metres),\"time\":\"\(seconds(time - gun + 40))\",\"source\":\"transponder\","
        + "\"origin\":{\"log\":\"loops\",\"seq\":\(count)}")
    if count % 19 == 0 {
      add(impulse(time + 900))
      add("\"type\":\"void\",\"target\":\(count),\"by\":\"operator\",\"reason\":\"dropped\"")
    }
    if count % 23 == 0 {
      add(split + ",\"source\":\"manual\",\"by\":\"operator\"")
      add("\"type\":\"void\",\"target\":\(count),\"by\":\"operator\",\"reason\":\"undo\"")
    }
  }

  private func seconds(_ ticks: Int64) -> String { RaceTime(ticks: ticks, decimals: 4).text }
}
