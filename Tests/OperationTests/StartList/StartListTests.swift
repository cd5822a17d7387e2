import FoundationEssentials
import LongTrack
import Operation
import RaceLog
import ReplayFixtures
import Testing

@Suite struct StartListTests {
  private static let plain = """
    distance,pair,lane,name,nation,best
    1000,1,inner,Kimi Goetz,USA,1:13.10
    1000,1,outer,Mei Han,CHN,1:14.60

    """
  private static let goetzAndHan = [
    "r1000 1 inner goetz|Kimi Goetz|USA 1:13.10", "r1000 1 outer han|Mei Han|CHN 1:14.60",
  ]

  @Test func everyColumnGoesWhereItBelongs() throws {
    let list = try StartList.read(Data(StartList.template.utf8), file: "template.csv")
    #expect(list.notices == [])
    #expect(
      try StartLists.entries(list.drafts).map(StartLists.text) == [
        "w1000 1 inner goetz|Kimi Goetz|USA 293 1:13.10 /1:14.02",
        "w1000 1 outer han|Mei Han|CHN 215 1:14.60",
        "w1000 2 inner li|LI Qishi|CHN 217 1:15.66",
        "tp-w 1 finish ned|Netherlands|NED Joy Beune+Marijke Groenewoud+Antoinette Rijpma-De Jong",
        "ms-m 1 bergsma|Jorrit Bergsma|NED 116",
      ])
    #expect(
      try StartLists.races(list.drafts) == [
        RaceInfo(
          race: "w1000", kindWord: "individual", kind: .individual, distance: 1000, gender: .women,
          division: .a,
          title: "Women 1000 m"),
        RaceInfo(
          race: "tp-w", kindWord: "teamPursuit", kind: .teamPursuit, laps: 6, gender: .women,
          title: "Women Team Pursuit"),
        RaceInfo(
          race: "ms-m", kindWord: "massStart", kind: .massStart, laps: 16, gender: .men, division: .a,
          title: "Men mass start", sprints: [4, 8, 12]),
      ])
    #expect(list.drafts.map(\.type) == ["race", "entry", "entry", "entry", "race", "entry", "race", "entry"])
  }

  @Test(arguments: [";", "\t", ","], ["\n", "\r\n", "\r"])
  func anySeparatorAndAnyLineEndWillDo(separator: String, end: String) throws {
    let text = Self.plain.replacing(",", with: separator).replacing("\n", with: end)
    #expect(try StartLists.read(text).lines == Self.goetzAndHan)
    #expect(try StartLists.read("sep=" + separator + end + text).lines == Self.goetzAndHan)
    #expect(try StartLists.read(text.trimmingSuffix(end)).lines == Self.goetzAndHan)
  }

  @Test func aSeparatorInQuotesOfTheHeaderDoesNotCount() throws {
    let text = "distance;pair;lane;\"name, given, first, and all\";name\n500;1;inner;x;A"
    #expect(try StartLists.read(text).lines == ["r500 1 inner a|A"])
  }

  @Test func byteOrderMarksAndUTF16AreRead() throws {
    let mark = Data([0xEF, 0xBB, 0xBF])
    let text = Self.plain.replacing("Goetz", with: "Götz")
    let expected = ["r1000 1 inner gotz|Kimi Götz|USA 1:13.10", Self.goetzAndHan[1]]
    #expect(try StartLists.read(mark + Data(text.utf8)).lines == expected)
    let units = Array(text.utf16)
    let little = Data([0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    let big = Data([0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
    for bytes in [little, big] {
      #expect(try StartLists.read(bytes).lines == expected)
      #expect(try StartLists.read(bytes).notices == [])
    }
  }

  @Test func whatIsNotUTF8IsReadAsWindowsWithANotice() throws {
    var bytes = Data("pair;lane;name;distance\r\n1;inner;Kimi Goetz;500\r\n1;outer;Sara S".utf8)
    bytes += [0xE1] + Data("nchez-Mu".utf8) + [0xF1] + Data("oz ".utf8) + [0x8A] + Data("mid;500\r\n".utf8)
    let list = try StartLists.read(bytes)
    #expect(
      list.lines == ["r500 1 inner goetz|Kimi Goetz", "r500 1 outer smid|Sara Sánchez-Muñoz Šmid"])
    #expect(
      list.notices == [
        "start.csv:3: not UTF-8, so the file was read as Windows-1252 (Latin-1), here as \"Sánchez-Muñoz\". "
          + "Where names look wrong, save it as CSV (UTF-8)."
      ])
  }

  @Test func quotesBlanksEmptyLinesAndBreaksAreTaken() throws {
    let text = """

       Distance (m) , Heat no. , Start lane , Name , Nat.
      ,,,,
      1000 , 1 , INNER ,"Kimi ""The Jet"" Goetz" , USA
      1000,1," Outer ","Mei
      Han, jr",CHN
      ,,,,

      1000,2,i,\u{A0}Miho  Takagi\u{A0},JPN,,,
      """
    #expect(
      try StartLists.read(text).lines == [
        "r1000 1 inner goetz|Kimi \"The Jet\" Goetz|USA", "r1000 1 outer jr|Mei Han, jr|CHN",
        "r1000 2 inner takagi|Miho Takagi|JPN",
      ])
  }

  @Test(
    arguments: [
      ("1:14,44", "1:14.44"), ("1.14,44", "1:14.44"), ("1.14.44", "1:14.44"), ("37,9", "37.9"),
      ("37.91", "37.91"),
      ("1:02:33.1", "1:02:33.1"), ("74.44", "1:14.44"), ("0:37.910", "37.910"),
    ])
  func timesAreTakenAsTheyAreWritten(text: String, time: String) throws {
    let list = try StartLists.read("distance;pair;lane;name;best\n500;1;inner;A;\(text)")
    #expect(list.lines == ["r500 1 inner a|A \(time)"])
  }

  @Test func aDashIsNoTime() throws {
    #expect(
      try StartLists.read("distance;pair;lane;name;PB;SB\n500;1;inner;A;-;–").lines == ["r500 1 inner a|A"])
  }

  @Test func namesMayStandInTwoColumnsOrFamilyNameFirst() throws {
    let two = "distance;pair;lane;First name;Last name\n500;1;inner;Femke;Kok\n500;1;outer;Ana;Hernández Ruiz"
    #expect(
      try StartLists.read(two).lines == [
        "r500 1 inner kok|Femke Kok", "r500 1 outer hernandez-ruiz|Ana HERNÁNDEZ RUIZ",
      ])
    let comma = "distance;pair;lane;name\n500;1;inner;Kok, Femke\n500;1;outer;de Jong, Bob"
    #expect(
      try StartLists.read(comma).lines == ["r500 1 inner kok|Femke Kok", "r500 1 outer de-jong|Bob de Jong"])
  }

  @Test func idsAreMadeOfTheFamilyNameOnePerSkater() throws {
    let text = """
      race,distance,pair,lane,name,nation,id
      m500,500,1,inner,Min-Seok Kim,KOR,
      m500,500,1,outer,Tae-Yun Kim,KOR,
      m500,500,2,inner,Håvard Holmefjord Lorentzen,NOR,
      m500,500,2,outer,Żurek Damian,POL,
      m500,500,3,inner,Łukasz ŚWIĄTEK,POL,
      m500,500,3,outer,高木 美帆,JPN,
      m500,500,4,inner,Patrick O'Brien,USA,kim
      m1000,1000,1,inner,Tae-Yun Kim,KOR,
      m1000,1000,1,outer,Patrick O'Brien,USA,
      m1000,1000,2,outer,Jürgen Weiß,GER,
      """
    #expect(
      try StartLists.read(text).lines.map { $0.split(separator: "|")[0].split(separator: " ").last } == [
        "kim-min-seok", "kim-tae-yun", "lorentzen", "damian", "swiatek", "skater", "kim", "kim-tae-yun",
        "kim",
        "weiss",
      ])
  }

  @Test func factsOfARaceHaveToStandOnceOnly() throws {
    let text = """
      race;distance;gender;pair;lane;name
      sprint;;;1;inner;A
      ;500;women;1;outer;B
      """
    // A line with a length and without a race's name begins another race.
    #expect(
      StartLists.problems(text) == [
        "2: no distance for race sprint. Write the metres in column distance, once is enough."
      ])
    let list = try StartList.read(Data(text.replacing("sprint", with: "w500").utf8), file: "start.csv")
    #expect(
      try StartLists.races(list.drafts) == [
        RaceInfo(race: "w500", kindWord: "individual", kind: .individual, distance: 500, gender: .women)
      ])
  }

  @Test func withoutRaceIdsTheyAreMadeFromWhatIsSkated() throws {
    let text = """
      distance;gender;division;pair;lane;name
      ;;;1;inner;A
      500;women;;1;outer;B
      ;;;2;inner;C
      500;women;B;1;inner;D
      1000;men;A;1;outer;E
      """
    #expect(
      try StartLists.read(text).lines == [
        "w500 1 inner a|A", "w500 1 outer b|B", "w500 2 inner c|C", "w500-b 1 inner d|D", "m1000 1 outer e|E",
      ])
  }

  @Test func groupsAttemptsAndMassStartsAreTaken() throws {
    let text = """
      race,kind,laps,distance,pair,lane,group,attempt,name
      m5,,,5000,1,inner,1,,A
      m5,,,5000,1,inner,2,,B
      m5,,,5000,3,outer,,2,A
      ms,Mass start,16,,,,,,C
      ms,,,,,,,,D
      """
    #expect(
      try StartLists.read(text).lines == [
        "m5 1 inner a|A", "m5 1 g2 inner b|B", "m5 3 a2 outer a|A", "ms 1 c|C", "ms 1 d|D",
      ])
  }

  @Test func theListOfTheReadmeIsRead() throws {
    let readme = try String(contentsOfFile: Replays.root + "/README.md", encoding: .utf8)
    let parts = readme.split(separator: "```\n", omittingEmptySubsequences: false)
    let list = try #require(parts.first { $0.hasPrefix("distance;pair;") })
    #expect(
      try StartLists.read(String(list)).lines == [
        "r1000 1 inner goetz|Kimi Goetz", "r1000 1 outer han|Mei Han",
      ])
  }

  /// Every heading that the README offers names the column in whose row it stands.
  @Test func theHeadingsOfTheReadmeAreTaken() throws {
    let readme = try String(contentsOfFile: Replays.root + "/README.md", encoding: .utf8)
    let rows = try #require(readme.split(separator: "| column | also called | holds |\n").last)
      .split(separator: "\n").dropFirst().prefix { $0.hasPrefix("|") }
    #expect(rows.count == 19)
    for row in rows {
      let cells = row.split(separator: "|", omittingEmptySubsequences: false)
      let names = cells[1].split(separator: "`", omittingEmptySubsequences: false).enumerated().filter {
        $0.offset % 2 == 1
      }.map(\.element)
      let others = cells[2].split(separator: ";")
      for (index, name) in names.enumerated() {
        let list = index < others.count ? others[index] : ""
        for heading in list.split(separator: ",").map({ $0.trimmingBlanks }) where !heading.isEmpty {
          // Beside the column itself, the heading can only be told to hold the same.
          #expect(
            StartLists.problems("\(name);\(heading)\n1;1").contains(
              "1: column 2 (\(heading)): column 1 holds the same. Keep one of them."),
            "\(heading)")
        }
      }
    }
  }

  @Test(arguments: Replays.names)
  func theEntriesOfARecordingComeBackFromACSV(name: String) throws {
    let log = try Replays.log(name)
    let entries = log.events.compactMap { event in
      if case .entry(let entry) = event.content { entry } else { nil }
    }
    let info = try #require(
      log.events.lazy.compactMap { event in if case .race(let info) = event.content { info } else { nil } }
        .first)
    let lines = entries.map { entry in
      [
        entry.race, info.kindWord, info.distance.map(String.init) ?? "", info.laps.map(String.init) ?? "",
        String(entry.pair), entry.place?.word ?? "", String(entry.group),
        String(entry.attempt),
        entry.competitor.id, "\"" + entry.competitor.name + "\"", entry.competitor.nation ?? "",
        entry.competitor.bib ?? "", entry.best?.text.replacing(".", with: ",") ?? "",
        entry.seasonBest?.text ?? "",
      ].joined(separator: ";")
    }
    let head = "race;kind;distance;laps;pair;lane;group;attempt;id;name;nation;bib;best;seasonBest"
    let csv = ([head] + lines).joined(separator: "\r\n")
    let list = try StartList.read(Data(csv.utf8), file: "start.csv")
    #expect(list.notices == [] && !entries.isEmpty)
    #expect(try StartLists.entries(list.drafts) == entries)
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    String(String.UnicodeScalarView(unicodeScalars.dropLast(suffix.unicodeScalars.count)))
  }
}
