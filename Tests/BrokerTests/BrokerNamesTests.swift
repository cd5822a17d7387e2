import Broker
import Testing

@Suite struct BrokerNamesTests {
  @Test func aLogHasAStreamAndARaceASubject() {
    let names = BrokerNames(log: "2023-beijing")
    #expect(names.stream == "2023-beijing")
    #expect(names.all == "2023-beijing.>")
    #expect(names.subject(race: "w1000") == "2023-beijing.w1000")
    #expect(names.subject(race: nil) == "2023-beijing.meet")
    #expect(names.message(seq: 84) == "2023-beijing-84")
    #expect(names.heartbeat == "rinkside:heartbeat.2023-beijing")
  }

  @Test(arguments: [
    ("a.b", "a=2Eb"), ("a_b", "a_b"), ("w *>1000", "w=20=2A=3E1000"), ("år", "=C3=A5r"), ("", "="),
    ("a/b\\c\n", "a=2Fb=5Cc=0A"), ("=", "=3D"), ("_INBOX", "=5FINBOX"), ("$JS", "=24JS"), ("..", "=2E=2E"),
  ])
  func whatASubjectCannotHaveStandsThereAsItsCode(name: String, token: String) {
    #expect(BrokerNames(log: name).stream == token)
    #expect(BrokerNames(log: "m").subject(race: name) == "m.\(token)")
    #expect(BrokerNames(stream: token) == BrokerNames(log: name))
    #expect(BrokerNames(stream: token).log == name)
  }

  @Test func aRaceThatIsCalledMeetIsARace() {
    #expect(BrokerNames(log: "m").subject(race: "meet") == "m.=6Deet")
    #expect(BrokerNames(log: "meet").subject(race: nil) == "meet.meet")
  }

  @Test(arguments: ["orders", "a=2eb", "a=", "=C3", "a.b", "=+1", "__"])
  func aStreamThatNobodyHereNamedKeepsItsName(stream: String) {
    #expect(BrokerNames(stream: stream).stream == stream)
    #expect(BrokerNames(stream: stream).log == stream)
  }
}
