import Testing

@testable import Broker

@Suite struct MessagePlaceTests {
  @Test(
    arguments: [
      ("$JS.ACK.m.consumer.1.84.7.1700000000.0", 84),
      ("$JS.ACK.cloud.account.m.consumer.1.84.7.1700000000.0.random", 84),
      ("$JS.ACK.m.consumer.1.9223372036854775807.7.1700000000.0", 9_223_372_036_854_775_807),
      ("$JS.ACK.m.consumer.1.18446744073709551615.7.1700000000.0", nil),
      ("$JS.ACK.m.consumer.1.-1.7.1700000000.0", nil),
      ("$JS.ACK.m.consumer.1..7.1700000000.0", nil),
      ("$JS.ACK.m.consumer", nil),
      ("$JS.FC.m.consumer.1.84.7.1700000000.0", nil),
      ("_INBOX.a.1.2.3.84.7.1700000000.0", nil),
      ("", nil),
    ] as [(String, UInt64?)])
  func aPlaceIsReadFromWhereItIsAcknowledged(subject: String, place: UInt64?) {
    #expect(BrokerMessage.place(acknowledgedAt: subject) == place)
  }
}
