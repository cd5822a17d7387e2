import FoundationEssentials

/// A log of any length: race after race of ten pairs over 1000 m, with passings and two sources at each mark.
/// The same size gives the same bytes.
enum SeasonLog {
  static func make(events wanted: Int) -> Data {
    var lines = Writer()
    lines.add(
      "\"type\":\"meet\",\"format\":1,\"log\":\"season\",\"name\":\"Benchmark season\",\"venue\":\"Oval\"")
    var race = 0
    while lines.count < wanted {
      race += 1
      addRace("r\(race)", to: &lines, until: wanted)
    }
    return lines.bytes
  }

  private static func addRace(_ race: String, to lines: inout Writer, until wanted: Int) {
    lines.add(
      "\"type\":\"race\",\"race\":\"\(race)\",\"kind\":\"individual\",\"distance\":1000,\"gender\":\"women\"")
    for pair in 1...10 {
      for lane in ["inner", "outer"] {
        let id = "s\(pair)\(lane)"
        lines.add(
          "\"type\":\"entry\",\"race\":\"\(race)\",\"pair\":\(pair),\"lane\":\"\(lane)\","
            + "\"competitor\":{\"id\":\"\(id)\",\"name\":\"Skater Number\(pair)\",\"nation\":\"NED\"}")
      }
    }
    for pair in 1...10 where lines.count < wanted {
      lines.add("\"type\":\"call\",\"race\":\"\(race)\",\"pair\":\(pair)")
      lines.add("\"type\":\"start\",\"race\":\"\(race)\",\"pair\":\(pair)")
      addRun(race, pair: pair, to: &lines)
      lines.add("\"type\":\"official\",\"race\":\"\(race)\",\"pair\":\(pair)")
    }
  }

  private static func addRun(_ race: String, pair: Int, to lines: inout Writer) {
    let gun = lines.clock
    for metres in stride(from: 50, through: 1000, by: 25) {
      for (index, lane) in ["inner", "outer"].enumerated() {
        let time = metres * 750 + pair * 110 + index * 37 + (metres * 7919 + pair * 104_729) % 97
        lines.clock = gun + time + 2000
        let who = "\"race\":\"\(race)\",\"competitor\":\"s\(pair)\(lane)\""
        let text = seconds(time)
        if (metres - 200) % 400 == 0 {
          for source in ["optical", "transponder"] {
            lines.add(
              "\"type\":\"split\",\(who),\"mark\":\(metres),\"time\":\"\(text)\",\"source\":\"\(source)\"")
          }
        } else {
          lines.add(
            "\"type\":\"passing\",\(who),\"position\":\(metres).455,\"time\":\"\(text)\",\"source\":\"transponder\""
          )
        }
      }
    }
  }

  /// 1/10 000 s as `1:14.4570`.
  private static func seconds(_ ticks: Int) -> String {
    let fraction = String(ticks % 10_000)
    let tail = "." + String(repeating: "0", count: 4 - fraction.count) + fraction
    let whole = ticks / 10_000
    return whole < 60 ? "\(whole)\(tail)" : "\(whole / 60):\(whole % 60 < 10 ? "0" : "")\(whole % 60)\(tail)"
  }

  private struct Writer {
    var bytes = Data()
    var count = 0
    /// 1/10 000 s since midnight of the first day.
    var clock = 0

    mutating func add(_ fields: String) {
      count += 1
      clock += 500
      let second = clock / 10_000
      let stamp =
        pad(second / 86_400 % 28 + 1) + "T" + pad(second / 3600 % 24) + ":" + pad(second / 60 % 60) + ":"
        + pad(second % 60)
      let month = pad(second / 86_400 / 28 % 12 + 1)
      let fraction = pad(clock % 10_000 / 100)
      bytes.append(
        contentsOf: "{\"seq\":\(count),\"at\":\"2025-\(month)-\(stamp).\(fraction)+01:00\",\(fields)}\n".utf8)
    }

    private func pad(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
  }
}
