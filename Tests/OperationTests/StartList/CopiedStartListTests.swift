import BoardTestSupport
import LongTrack
import Operation
import RaceLog
import ReplayFixtures
import Testing

/// The programme of another log, for a log of one's own.
@Suite struct CopiedStartListTests {
  @Test func theLastOfEachThingThatIsNotVoidIsTaken() throws {
    var log = LogBuilder(fields: #""venue":"Thialf","place":"Heerenveen","nation":"NED","date":"2026-01-31""#)
    log.announce(500)
    log.announce(1000, with: #""title":"Last""#)
    log.pair(1, "a", "b")
    log.entry("a", pair: 2, .outer)
    log.void(log.entry("c", pair: 3, .inner))
    log.inRace("reference", #""kind":"TR","time":"1:13.00""#)
    log.inRace("reference", #""kind":"TR","time":"1:12.53""#)
    log.start(pair: 1)
    try log.split("b", 200, "17.00")
    log.status("b", "DQ")
    let drafts = StartList.drafts(from: try log.read(), as: "sunday")
    #expect(drafts.map(\.type) == ["meet", "race", "entry", "entry", "reference"])
    let events = try StartLists.events(drafts)
    guard case .meet(let meet) = events[0], case .race(let race) = events[1],
      case .reference(let reference) = events[4]
    else {
      Issue.record("other events")
      return
    }
    #expect(
      meet.log == "sunday" && meet.name == "Meet" && meet.venue == "Thialf" && meet.place == "Heerenveen")
    #expect(meet.nation == "NED" && meet.date == "2026-01-31" && meet.track == 400)
    #expect(race.title == "Last" && race.distance == 1000)
    #expect(
      try StartLists.entries(drafts).map(StartLists.text) == ["w1000 2 outer a|a", "w1000 1 outer b|b"])
    #expect(reference.time.text == "1:12.53")
  }

  @Test(arguments: Replays.names)
  func theProgrammeOfARecordingComesBack(name: String) throws {
    let log = try Replays.log(name)
    let drafts = StartList.drafts(from: log, as: "own")
    let entries = log.events.compactMap { event in
      if case .entry(let entry) = event.content { entry } else { nil }
    }
    #expect(try StartLists.entries(drafts) == entries)
    #expect(try StartLists.races(drafts).map(\.race) == log.races)
    #expect(drafts.first?.type == "meet")
  }

  @Test func anotherTrackIsKept() throws {
    let drafts = StartList.drafts(from: try LogBuilder(track: "333").read(), as: "own")
    guard case .meet(let meet)? = try StartLists.events(drafts).first else {
      Issue.record("no meet")
      return
    }
    #expect(meet.track == 333)
  }
}
