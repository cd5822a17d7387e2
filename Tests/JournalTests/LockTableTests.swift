import FoundationEssentials
import Testing

@testable import Journal

@Suite struct LockTableTests {
  private let file = FileFacts(device: 0xFD01, inode: 1234, kind: .file)

  @Test(
    arguments: [
      ("1: FLOCK  ADVISORY  WRITE 4711 fd:01:1234 0 EOF\n", 4711),
      (
        "1: FLOCK  ADVISORY  WRITE 99 fd:01:77 0 EOF\n2: FLOCK  ADVISORY  WRITE 4711 fd:01:1234 0 EOF\n", 4711
      ),
      // Another disk, another kind of lock, somebody who only waits, a process that cannot be seen from here.
      ("1: FLOCK  ADVISORY  WRITE 4711 fd:02:1234 0 EOF\n", nil),
      ("1: POSIX  ADVISORY  WRITE 4711 fd:01:1234 0 EOF\n", nil),
      ("1: -> FLOCK  ADVISORY  WRITE 4711 fd:01:1234 0 EOF\n", nil),
      ("1: FLOCK  ADVISORY  WRITE 0 fd:01:1234 0 EOF\n", nil),
      ("1: FLOCK  ADVISORY  WRITE -1 fd:01:1234 0 EOF\n", nil),
      ("1: FLOCK", nil), ("", nil),
    ] as [(String, Int32?)])
  func theHolderIsReadFromTheTable(table: String, holder: Int32?) {
    #expect(LockTable.holder(of: file, in: Data(table.utf8)) == holder)
  }

  @Test(
    arguments: [
      (0xFD01, "fd:01:7"), (0x0801, "08:01:7"), (0x1000_0010_3045, "1030:145:7"), (0x2A, "00:2a:7"),
    ]
      as [(UInt64, String)])
  func aDeviceIsWrittenAsTheSystemDoes(device: UInt64, name: String) {
    #expect(LockTable.name(of: FileFacts(device: device, inode: 7, kind: .file)) == name)
  }
}
