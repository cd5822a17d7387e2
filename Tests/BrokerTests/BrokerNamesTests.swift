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
  }

  @Test(arguments: [
    ("a.b", "a_b"), ("w *>1000", "w___1000"), ("år", "_r"), ("", "_"), ("a/b\\c\n", "a_b_c_"),
  ])
  func whatASubjectCannotHaveIsReplaced(name: String, token: String) {
    #expect(BrokerNames(log: name).stream == token)
    #expect(BrokerNames(log: "m").subject(race: name) == "m.\(token)")
  }
}
