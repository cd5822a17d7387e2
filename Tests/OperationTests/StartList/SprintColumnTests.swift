import FoundationEssentials
import LongTrack
import Operation
import RaceLog
import Testing

/// The laps with sprint points of a mass start in a start list.
@Suite struct SprintColumnTests {
  private func sprints(_ cell: String, kind: String = "massStart") throws -> [Int]? {
    let csv = "kind;laps;sprint laps;pair;name\n\(kind);16;\(cell);1;Jorrit Bergsma\n"
    let list = try StartList.read(Data(csv.utf8), file: "start.csv")
    var log = EventLog(file: "t", bytes: Data())
    for draft in [EventDraft.meet(log: "t", name: "T")] + list.drafts {
      try log.append(line: draft.line(seq: log.nextSeq, at: Instant(ticks: 0, zone: 0)), with: EventDecoder())
    }
    return log.events.lazy.compactMap { event in
      if case .race(let info) = event.content { info } else { nil }
    }.first?.sprints
  }

  @Test(arguments: [
    ("4/8/12", [4, 8, 12]), ("4 / 8", [4, 8]), ("5", [5]), ("4 8 12", [4, 8, 12]), ("4, 8,12", [4, 8, 12]),
    ("", nil),
  ])
  func theyStandWithStrokesBetween(cell: String, laps: [Int]?) throws {
    #expect(try sprints(cell) == laps)
  }

  @Test(arguments: ["four", "4/-8", "0/4", "1001"])
  func whatIsNoListIsSaid(cell: String) {
    let error = #expect(throws: StartListProblems.self) { try sprints(cell) }
    #expect(
      error?.sentence.hasPrefix(
        "start.csv:2: column 3 (sprint laps): \"\(cell)\" is no list of laps. Write them with / between: 4/8/12."
      ) == true,
      "\(error?.sentence ?? "")")
  }
}
