import LongTrack
import RaceLog
import Testing

@Suite struct ProgrammeTests {
  @Test func aMeetHasAllItsFields() throws {
    let event = try decode(
      "meet",
      #""format":1,"log":"2023-x","name":"N","venue":"V","place":"P","nation":"CHN","date":"2023-11-18","track":333.33,"source":"S","note":"T""#
    )
    guard case .meet(let meet) = event.content else { throw LogProblem.notJSON }
    #expect([meet.log, meet.name] == ["2023-x", "N"])
    #expect([meet.venue, meet.place, meet.nation] == ["V", "P", "CHN"])
    #expect([meet.date, meet.source, meet.note] == ["2023-11-18", "S", "T"])
    #expect(meet.track == 333)
  }

  @Test func aTrackIsFourHundredMetresUnlessItSaysOtherwise() throws {
    guard case .meet(let meet) = try decode("meet", #""format":1,"log":"l","name":"N""#).content else {
      throw LogProblem.notJSON
    }
    #expect(meet.track == 400)
    #expect(meet.venue == nil)
  }

  @Test func aRaceHasAllItsFields() throws {
    let event = try decode(
      "race",
      #""race":"w1000","kind":"individual","distance":1000,"gender":"women","division":"A","title":"T","sprints":[4,8],"marks":[333,667],"pairs":10,"cup":"none""#
    )
    guard case .race(let race) = event.content else { throw LogProblem.notJSON }
    #expect(race.race == "w1000")
    #expect(race.kind == .individual)
    #expect(race.distance == 1000)
    #expect(race.gender == .women)
    #expect(race.division == .a)
    #expect(race.title == "T")
    #expect(race.sprints == [4, 8])
    #expect(race.marks == [333, 667])
    #expect(race.pairs == 10)
    #expect(race.cup == "none")
    #expect(race.laps == nil)
  }

  @Test(arguments: RaceKind.allCases)
  func everyKindIsReadByItsWord(kind: RaceKind) throws {
    let event = try decode("race", #""race":"r","kind":"\#(kind.rawValue)","distance":500,"laps":8"#)
    guard case .race(let race) = event.content else { throw LogProblem.notJSON }
    #expect(race.kind == kind)
    #expect(race.kindWord == kind.rawValue)
  }

  @Test func anEntryHasAllItsFields() throws {
    let event = try decode(
      "entry",
      #""race":"r","pair":10,"lane":"outer","group":2,"attempt":2,"competitor":{"id":"t.1","name":"高木 Miho","nation":"JPN","bib":246,"members":["A","B"]},"best":"1:11.713","seasonBest":"1:13.1""#
    )
    guard case .entry(let entry) = event.content else { throw LogProblem.notJSON }
    #expect(entry.heat == HeatPlace(race: "r", pair: 10, group: 2))
    #expect(entry.attempt == 2)
    #expect(entry.lane == .outer)
    let who = Competitor(id: "t.1", name: "高木 Miho", nation: "JPN", bib: "246", members: ["A", "B"])
    #expect(entry.competitor == who)
    #expect(entry.best?.text == "1:11.713")
    #expect(entry.seasonBest?.text == "1:13.1")
  }

  @Test(
    arguments: [
      ("inner", .lane(.inner)), ("outer", .lane(.outer)), ("finish", .finishStraight),
      ("crossing", .crossingStraight),
    ] as [(String, Entry.StartPlace)])
  func aStartPlaceIsALaneOrAStraight(word: String, place: Entry.StartPlace) throws {
    let event = try decode(
      "entry", #""race":"r","pair":1,"lane":"\#(word)","competitor":{"id":"a","name":"A","bib":"7b"}"#)
    guard case .entry(let entry) = event.content else { throw LogProblem.notJSON }
    #expect(entry.place == place)
    #expect(place.word == word)
    #expect(entry.competitor.bib == "7b")
    #expect(entry.group == 1)
    #expect(entry.attempt == 1)
  }

  @Test(arguments: Reference.Kind.allCases)
  func aReferenceHasAllItsFields(kind: Reference.Kind) throws {
    let event = try decode(
      "reference",
      #""race":"r","kind":"\#(kind.rawValue)","name":"Bowe","time":"1:11.61","competitor":"b","splits":{"200":"17.6","2.5":"44.2"}"#
    )
    guard case .reference(let reference) = event.content else { throw LogProblem.notJSON }
    #expect(reference.race == "r")
    #expect(reference.kind == kind)
    #expect(reference.name == "Bowe")
    #expect(reference.time.text == "1:11.61")
    #expect(reference.competitor == "b")
    #expect(reference.splits.mapValues(\.text) == ["200": "17.6", "2.5": "44.2"])
  }

  @Test func notesOfAnEventAreRead() throws {
    let event = try decode(
      "void",
      #""target":3,"replaces":[4,5],"by":"Jan","reason":"beam","action":{"id":"swap 1","parts":4},"origin":{"log":"other","seq":9}"#
    )
    let notes = try #require(event.notes)
    #expect(event.seq == 7)
    #expect(event.replaces == [4, 5])
    #expect([notes.by, notes.reason] == ["Jan", "beam"])
    #expect(notes.action?.id == "swap 1")
    #expect(notes.action?.parts == 4)
    #expect(notes.origin == .log("other", seq: 9))
    let sent = try decode("void", #""target":3,"origin":{"id":"a b/c"}"#)
    #expect(sent.notes?.origin == .sender("a b/c"))
    #expect(try decode("void", #""target":3"#).notes == nil)
  }
}
