import Glibc
import TerminalHarness

/// Many viewers of one server on this machine: how soon each of them has each line.
///
/// The viewers are sockets of this process, read in one loop; a line is known by a `~`, which stands in it once and
/// nowhere else.
final class FanOut {
  private var viewers: [Socket] = []
  private var asked: [pollfd] = []

  func add(_ socket: Socket) {
    viewers.append(socket)
    asked.append(pollfd(fd: socket.descriptor, events: Int16(POLLIN), revents: 0))
  }

  /// Reads what comes for so long and forgets it.
  func rest(milliseconds: Int) {
    let until = Meter.now + Int64(milliseconds) * 1_000_000
    while Meter.now < until { read(milliseconds: 5) { _, _, _ in } }
  }

  /// Sends lines at a pace, and gives the milliseconds that each took to each viewer, and how many never came.
  func deliver(_ lines: [String], every milliseconds: Int, send: (String) -> Void) -> (
    times: [Double], lost: Int
  ) {
    var sent: [Int64] = []
    var times: [Double] = []
    var seen = [Int](repeating: 0, count: viewers.count)
    let start = Meter.now
    let wanted = lines.count * viewers.count
    let deadline = start + Int64(lines.count * milliseconds) * 1_000_000 + 10_000_000_000
    while times.count < wanted, Meter.now < deadline {
      while sent.count < lines.count, Meter.now >= start + Int64(sent.count * milliseconds) * 1_000_000 {
        sent.append(Meter.now)
        send(lines[sent.count - 1])
      }
      read(milliseconds: 1) { viewer, count, now in
        for index in seen[viewer]..<min(seen[viewer] + count, sent.count) {
          times.append(Double(now - sent[index]) / 1e6)
        }
        seen[viewer] += count
      }
    }
    return (times, wanted - times.count)
  }

  private func read(milliseconds: CInt, _ body: (_ viewer: Int, _ lines: Int, _ now: Int64) -> Void) {
    guard unsafe poll(&asked, nfds_t(asked.count), milliseconds) > 0 else { return }
    for viewer in asked.indices where asked[viewer].revents != 0 {
      let bytes = viewers[viewer].receive()
      // Asked no more after its end.
      if bytes.isEmpty { asked[viewer].fd = -1 }
      let lines = bytes.count { $0 == UInt8(ascii: "~") }
      if lines > 0 { body(viewer, lines, Meter.now) }
    }
  }
}
