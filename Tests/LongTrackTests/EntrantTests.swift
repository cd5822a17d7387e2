import LongTrack
import Testing

@Suite struct EntrantTests {
  @Test(arguments: [
    ("Miho Takagi", "TAKAGI", "TAKAGI Miho"), ("Kimi Goetz", "GOETZ", "GOETZ Kimi"),
    ("Antoinette Rijpma-De Jong", "RIJPMA-DE JONG", "RIJPMA-DE JONG Antoinette"),
    ("Antoinette de Jong", "DE JONG", "DE JONG Antoinette"),
    ("Daniele Di Stefano", "DI STEFANO", "DI STEFANO Daniele"),
    ("Nils van der Poel", "VAN DER POEL", "VAN DER POEL Nils"),
    ("TAKAGI Miho", "TAKAGI", "TAKAGI Miho"), ("Miho TAKAGI", "TAKAGI", "TAKAGI Miho"),
    ("DE JONG Antoinette", "DE JONG", "DE JONG Antoinette"), ("Min-Sun Kim", "KIM", "KIM Min-Sun"),
    ("Lea-Sophie Scholz", "SCHOLZ", "SCHOLZ Lea-Sophie"), ("J. Weidemann", "WEIDEMANN", "WEIDEMANN J."),
    ("Julie Nistad Samsonsen", "SAMSONSEN", "SAMSONSEN Julie Nistad"),
    ("Sanne IN 'T HOF", "IN 'T HOF", "IN 'T HOF Sanne"), ("Kai IN 'T VELD", "IN 'T VELD", "IN 'T VELD Kai"),
    ("Metoděj Jílek", "JÍLEK", "JÍLEK Metoděj"), ("Zbigniew Bródka", "BRÓDKA", "BRÓDKA Zbigniew"),
    ("Håvard Bøkko", "BØKKO", "BØKKO Håvard"), ("Niederlande", "Niederlande", "Niederlande"),
    ("髙木美帆", "髙木美帆", "髙木美帆"), ("", "", ""), ("  Kimi   Goetz ", "GOETZ", "GOETZ Kimi"),
  ])
  func aNameHasAFamilyNameInCapitals(name: String, family: String, full: String) {
    #expect(PersonName(name).family == family)
    #expect(PersonName(name).full == full)
  }

  @Test func aTeamHasNoFamilyName() {
    let name = PersonName(team: "United States")
    #expect(name.family == "United States" && name.full == "United States")
  }

  @Test(
    arguments: [
      ("DNS", .dns, true, false), ("DNF", .dnf, false, false), ("DQ", .dq, false, false),
      ("WDR", .wdr, true, false), ("LOT", .lot, false, false), ("WOT", .wot, false, true),
      ("WO", .wo, false, true), ("XYZ", .other("XYZ"), false, false), ("dns", .other("dns"), false, false),
    ] as [(String, Status, Bool, Bool)])
  func aStatusKeepsItsLetters(code: String, status: Status, preventsStart: Bool, isRanked: Bool) {
    #expect(Status(code: code) == status)
    #expect(status.code == code)
    #expect(status.preventsStart == preventsStart)
    #expect(status.isRanked == isRanked)
  }

  @Test func photoFinishBeatsOpticalBeatsTransponderBeatsHand() {
    #expect(Source.allCases.sorted() == [.photofinish, .optical, .transponder, .manual])
    #expect(Source.photofinish < .optical)
    #expect(Source.transponder < .manual)
  }

  @Test(
    arguments: [
      ("photofinish", .photofinish), ("optical", .optical), ("transponder", .transponder),
      ("manual", .manual),
      ("lidar", nil), ("Optical", nil), ("", nil),
    ] as [(String, Source?)])
  func aSourceIsReadByItsWord(word: String, source: Source?) {
    #expect(Source(word: word) == source)
    if let source { #expect(source.word == word) }
  }
}
