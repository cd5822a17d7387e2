import FoundationEssentials
import Testing

/// `kill -9` at any instant costs nothing that the console had shown as saved, and the same command resumes.
@Suite struct KillTests {
  /// How often in each of two cases: a thousand kills altogether.
  static let kills = 500

  @Test(arguments: [1, 2] as [UInt64])
  func aRaceSurvivesHundredsOfKills(seed: UInt64) throws {
    var kills = 0
    var races: UInt64 = 0
    while kills < Self.kills {
      let race = try KilledRace(seed: seed * 1000 + races)
      while kills < Self.kills, !race.isDone {
        try race.killOnce()
        kills += 1
      }
      try race.finish()
      races += 1
    }
  }
}
