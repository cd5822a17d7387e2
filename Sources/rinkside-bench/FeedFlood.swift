import FoundationEssentials
import Glibc
import LongTrack
import TerminalHarness

/// A feed that sends a thousand events a second, impulses that fit nobody, splits and passings, while somebody
/// types.
struct FeedFlood {
  let program: String
  let journal: String
  let pipe: String
  let events: Int

  struct Outcome {
    /// Events that are not in the journal at the end.
    let lost: Double
    /// From the first event sent to the last one in the journal.
    let milliseconds: Double
    /// From each key to its own sign on the screen, in milliseconds.
    let keys: [Double]
    /// Percent of a core.
    let processor: Double
  }

  func run() throws -> Outcome {
    guard unsafe mkfifo(pipe, 0o644) == 0 else { throw PseudoTerminal.Failure(errno: errno) }
    let console = try LiveConsole(program, journal: journal, arguments: ["--feed", pipe])
    let descriptor = unsafe open(pipe, O_WRONLY | O_NONBLOCK)
    guard descriptor >= 0 else { throw PseudoTerminal.Failure(errno: errno) }
    defer { close(descriptor) }
    let file = try WatchedFile(journal)
    // A command line shows every sign that is typed; this one stands nowhere else on the screen.
    console.terminal.type(":")
    console.rest(milliseconds: 100)
    let (start, processor) = (Meter.now, console.processorTime)
    let keys = send(to: descriptor, console)
    let used = console.processorTime - processor
    let share = used / Double(Meter.now - start) * 1e11
    while missing(in: file) > 0, Meter.now - start < Int64(events) * 5_000_000 {
      console.rest(milliseconds: 20)
    }
    return Outcome(
      lost: Double(missing(in: file)), milliseconds: Double(Meter.now - start) / 1e6, keys: keys,
      processor: share)
  }

  private static let sign = "§"

  /// Sends all events at their pace, and a key every tenth of a second.
  private func send(to pipe: CInt, _ console: LiveConsole) -> [Double] {
    let start = Meter.now
    var sent = 0
    var waiting: [UInt8] = []
    var pressed: Int64?
    var due = start
    var keys: [Double] = []
    while sent < events || !waiting.isEmpty {
      let now = Meter.now
      let wanted = min(Int((now - start) / 1_000_000) + 1, events)
      while sent < wanted {
        sent += 1
        waiting += Array(line(sent).utf8)
      }
      let count = unsafe write(pipe, waiting, waiting.count)
      if count > 0 { waiting.removeFirst(count) }
      // One sign a column; the next key comes when this one was answered.
      if pressed == nil, now >= due, keys.count < 110 {
        console.terminal.type(Self.sign)
        pressed = Meter.now
        due = now + 87_000_000
      }
      guard console.terminal.wait(milliseconds: 1) else { continue }
      let bytes = console.terminal.read()
      if let before = pressed, String(decoding: bytes, as: UTF8.self).contains(Self.sign) {
        keys.append(Double(Meter.now - before) / 1e6)
        pressed = nil
      }
    }
    return keys
  }

  private func line(_ number: Int) -> String {
    let seconds = RaceTime(ticks: Int64(200_000 + number * 10), decimals: 3).text
    let lane = number % 2
    let fields =
      switch number % 3 {
      case 0:
        "\"type\":\"impulse\",\"device\":\"timy\",\"channel\":\"C\(lane + 1)\",\"deviceTime\":\"14:02:\(10 + number / 1000).\(1000 + number % 1000)\""
      case 1:
        "\"type\":\"split\",\"race\":\"r1\",\"competitor\":\"s1\(lane == 0 ? "inner" : "outer")\",\"mark\":"
          + "\(200 + number / 900 % 7 * 400),\"time\":\"\(seconds)\",\"source\":\"transponder\""
      default:
        "\"type\":\"passing\",\"race\":\"r1\",\"competitor\":\"s1\(lane == 0 ? "inner" : "outer")\",\"position\":"
          + "\(100 + number / 4),\"time\":\"\(seconds)\",\"source\":\"transponder\""
      }
    return "{\(fields),\"n\":\(number)}\n"
  }

  private func missing(in file: WatchedFile) -> Int {
    var seen = Set<Substring>()
    for line in String(decoding: file.text, as: UTF8.self).split(separator: "\n") {
      // The number is the last member, and a line keeps what is not understood.
      guard line.hasSuffix("}"), let colon = line.lastIndex(of: ":"), line[..<colon].hasSuffix("\"n\"") else {
        continue
      }
      seen.insert(line[line.index(after: colon)...].dropLast())
    }
    return events - seen.count
  }
}
