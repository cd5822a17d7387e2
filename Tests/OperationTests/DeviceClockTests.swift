import LongTrack
import RaceLog
import Testing

@testable import Operation

/// Times of devices.
@Suite struct DeviceClockTests {
  @Test(arguments: [
    ("14:02:11.2310", Int64(505_312_310)), ("51731.231", 517_312_310), ("00:00:00", 0), ("7.5", 75_000),
    ("23:59:59.99995", 863_999_999),
  ])
  func timesAreRead(_ text: String, _ ticks: Int64) { #expect(DeviceClocks.ticks(text) == ticks) }

  @Test(arguments: ["", "x", "1:2:3:4", "-5.0", "1.2.3", "12:-1:00", "12:x:00", "1.", "99999999999"])
  func whatIsNoTimeIsNil(_ text: String) { #expect(DeviceClocks.ticks(text) == nil) }
}
