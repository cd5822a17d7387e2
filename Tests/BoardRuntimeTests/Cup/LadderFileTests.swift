import BoardRuntime
import FoundationEssentials
import LongTrack
import ReplayFixtures
import Testing

/// A user's own points ladders.
@Suite struct LadderFileTests {
  private func read(_ text: String) throws -> PointsLadders {
    try LadderFile.ladders(Data(text.utf8), file: "cup.json")
  }

  @Test func whatIsNotSaidFitsAny() throws {
    let ladders = try read(
      #"{"ladders":[{"kind":"individual","distances":[500,1000],"gender":"women","division":"B","points":[9,8.5]},{"laps":[10],"points":[1]}],"note":"ours"}"#
    )
    #expect(
      ladders.own == [
        PointsLadder(
          kind: .individual, distances: [500, 1000], gender: .women, division: .b, points: [9, 8.5]),
        PointsLadder(laps: [10], points: [1]),
      ])
  }

  @Test(
    arguments: [
      (
        "points: 60",
        "cup.json: not a file of ladders. Write {\"ladders\":[{\"division\":\"A\",\"points\":[60,54,48]}]}."
      ),
      (
        #"{"ladders":[{"points":["60"]}]}"#,
        "cup.json: not a file of ladders. Write {\"ladders\":[{\"division\":\"A\",\"points\":[60,54,48]}]}."
      ),
      (
        #"{"ladders":[{"points":[1]},{"kind":"sprint","points":[1]}]}"#,
        "cup.json: ladder 2: `kind` is \"sprint\". Write individual, massStart, teamPursuit, teamSprint, mixedRelay."
      ),
      (
        #"{"ladders":[{"gender":"W","points":[1]}]}"#,
        "cup.json: ladder 1: `gender` is \"W\". Write women, men, mixed."
      ),
      (
        #"{"ladders":[{"division":"C","points":[1]}]}"#,
        "cup.json: ladder 1: `division` is \"C\". Write A, B."
      ),
      (
        #"{"ladders":[{"division":"A"}]}"#,
        "cup.json: ladder 1 has no points. Write them first to last: \"points\":[60,54,48]."
      ),
      (
        #"{"ladders":[{"distance":500,"points":[3,2,1]}]}"#,
        "cup.json: ladder 1: no field is called `distance`. There are kind, distances, laps, gender, division, points, note."
      ),
      (
        #"{"ladders":[{"note":"ours","points":[3,2,2,4]}]}"#,
        "cup.json: ladder 1: a later place has more points than an earlier one. Write them first to last."
      ),
      (#"{"ladders":[{"points":[-1]}]}"#, "cup.json: ladder 1: points are numbers from 0 to 1000000."),
    ])
  func whatIsWrongIsSaid(text: String, sentence: String) throws {
    let error = #expect(throws: LadderFile.Failure.self) { try read(text) }
    #expect(error?.sentence == sentence)
  }

  @Test func aFileThatCannotBeRead() throws {
    let scratch = try Scratch()
    let missing = scratch.folder + "/cup.json"
    let gone = #expect(throws: LadderFile.Failure.self) { try LadderFile.read(missing) }
    #expect(gone?.sentence == "\(missing): no such file. Name a file of points ladders (JSON).")
    let folder = #expect(throws: LadderFile.Failure.self) { try LadderFile.read(scratch.folder) }
    #expect(folder?.sentence == "\(scratch.folder): a directory. Name a file of points ladders (JSON).")
  }
}
