import FoundationEssentials
import Glibc
import RaceLog

/// The least that a program on a terminal could do, for figures to stand beside.
enum Floor {
  /// Reads a log, decodes its JSON, and writes as many bytes as a frame has.
  static func start(_ path: String) throws {
    let bytes = try LogFile.read(path)
    let decoder = JSONDecoder()
    var scanner = LineScanner(bytes)
    var sum = 0
    while let line = scanner.nextLine() {
      sum &+= try decoder.decode(BareLine.self, from: bytes[line.range]).values
    }
    write(String(repeating: sum == 0 ? "-" : "#", count: 4500))
    sleep(5)
  }

  /// Moves the cursor and writes a digit ten times a second.
  static func tick() {
    for count in 0..<100 {
      write("\u{1B}[2;60H\(count % 10)")
      usleep(100_000)
    }
  }

  /// Sends every byte back.
  static func echo() {
    var settings = termios()
    _ = unsafe tcgetattr(STDIN_FILENO, &settings)
    unsafe cfmakeraw(&settings)
    _ = unsafe tcsetattr(STDIN_FILENO, TCSANOW, &settings)
    write("ready")
    var byte: UInt8 = 0
    while unsafe read(STDIN_FILENO, &byte, 1) == 1 { _ = unsafe Glibc.write(STDOUT_FILENO, &byte, 1) }
  }

  /// Writes the journal that the benchmark recovers, for whoever wants to look at it.
  static func journal(_ path: String, events: Int) throws {
    try OperateJournal.make(events: events).write(to: URL(filePath: path))
  }

  private static func write(_ text: String) {
    var bytes = Array(text.utf8)
    _ = unsafe Glibc.write(STDOUT_FILENO, &bytes, bytes.count)
  }
}
