import FoundationEssentials
import RaceLog
import ReplayFixtures
import Testing

/// The programmes of the recordings, written anew, say the same.
@Suite struct CopiedProgrammeTests {
  @Test(arguments: Replays.names)
  func everyRaceEntryAndReferenceComesBack(_ name: String) throws {
    let log = try Replays.log(name)
    var count = 0
    for event in log.events {
      let draft: EventDraft
      switch event.content {
      case .race(let info): draft = .race(info)
      case .entry(let entry): draft = .entry(entry)
      case .reference(let reference): draft = .reference(reference)
      case .meet(let info):
        draft = .meet(
          log: info.log, name: info.name, venue: info.venue, place: info.place, nation: info.nation,
          date: info.date, track: info.track, source: info.source)
      default: continue
      }
      count += 1
      let copy = try EventDecoder().decode(draft.line(seq: event.seq, at: event.at)).event
      #expect(copy.at == event.at)
      switch (copy.content, event.content) {
      case (.race(let new), .race(let old)): #expect(new == old)
      case (.entry(let new), .entry(let old)): #expect(new == old)
      case (.reference(let new), .reference(let old)): #expect(new == old)
      case (.meet(let new), .meet(let old)):
        #expect(new.log == old.log && new.name == old.name && new.source == old.source)
        #expect(new.venue == old.venue && new.place == old.place && new.nation == old.nation)
        #expect(new.date == old.date && new.track == old.track)
      default: Issue.record("another type")
      }
    }
    #expect(count > 3)
  }

  @Test(arguments: [
    "1970-01-01T00:00:00.0000Z", "2024-02-29T23:59:59.9999+01:00", "2026-11-21T02:30:00.5000-03:30",
    "1969-12-31T23:59:59.0000Z", "2000-03-01T00:00:00.0000+00:30", "0001-01-01T00:00:00.0000Z",
  ])
  func momentsAreWrittenAsTheyAreRead(_ text: String) throws {
    #expect(try #require(Instant(text)).text == text)
  }

  @Test func everyDayOfFourCenturiesComesBack() throws {
    for day in stride(from: Int64(-150_000), through: 150_000, by: 7) {
      let moment = Instant(ticks: day * 864_000_000 + 123, zone: 3600)
      #expect(Instant(moment.text) == moment)
    }
  }
}
