import Glibc
import TerminalHarness

/// From a byte that a feeder sends to the byte that a program draws, on a terminal of 80×24.
struct Delivery {
  let terminal: PseudoTerminal
  private let process: pid_t

  /// Starts a program by a line of the shell.
  init(_ command: String) throws {
    terminal = try PseudoTerminal(columns: 80, rows: 24)
    process = try terminal.spawn(
      "/bin/sh", ["-c", "exec " + command], environment: TerminalBench.environment)
  }

  /// Milliseconds from each line until its signs are on the screen; one that never comes counts as five seconds.
  func times(_ count: Int, lines: inout LiveLines, send: (String) -> Void) -> [Double] {
    // The first one also waits for the program to be there.
    _ = time(&lines, send: send)
    return (0..<count).map { _ in
      rest(milliseconds: 15)
      return time(&lines, send: send)
    }
  }

  func end() { Spawn.kill(process) }

  /// Waits until something stands on the screen.
  func wait(for text: String) { _ = terminal.output(until: text) }

  private func time(_ lines: inout LiveLines, send: (String) -> Void) -> Double {
    let (line, signs) = lines.next()
    let start = Meter.now
    send(line)
    _ = terminal.output(until: signs)
    return Double(Meter.now - start) / 1e6
  }

  private func rest(milliseconds: Int) {
    let until = Meter.now + Int64(milliseconds) * 1_000_000
    while true {
      let left = (until - Meter.now) / 1_000_000
      guard left > 0, terminal.wait(milliseconds: Int(left)) else { return }
      _ = terminal.read()
    }
  }
}
