import ProgramFixtures
import ReplayFixtures
import Testing

/// What a device says, on the console of the real program.
@Suite struct ConsoleFeedTests {
  static let startList =
    "distance;gender;pair;lane;name\n1000;women;1;inner;Qishi Li\n;;1;outer;Miho Takagi\n;;2;inner;Mei Han\n"

  @Test(arguments: ["a file that grows", "a pipe"])
  func impulsesAndSplitsFindTheirSkaters(_ kind: String) throws {
    let feeds = try Scratch()
    let path = feeds.folder + "/timy"
    _ = try Child.run(
      kind == "a pipe" ? "mkfifo" : "touch", [path], environment: ["PATH=/usr/bin:/bin"])
    let console = try Console(Self.startList, options: "--feed \(path)")
    let crowd = try Shell(columns: 80, rows: 24)
    try crowd.start("$R watch \(console.journal)")
    try console.press("F12", "F12", until: "UNLOCKED: keys change the race now")
    try console.press(">", until: "on the ice: Pair 1 of 2, LI, TAKAGI")
    try console.press("a", until: "ARMED: Space")
    try send(Self.impulse("C0", "23:59:50.0000"), to: path)
    try console.shell.tmux.wait(for: " running")
    try send(Self.impulse("C2", "00:00:08.3112") + Self.impulse("C1", "00:00:08.4190"), to: path)
    try console.shell.tmux.wait("both at 200") { screen in
      screen.contains("200     18.4190  beam") && screen.contains("200     18.3112  beam")
    }
    // TAKAGI comes from the outer lane now.
    try send(Self.impulse("C1", "00:00:35.3556"), to: path)
    try send(
      #"{"type":"split","race":"w1000","competitor":"li","mark":600,"time":"45.902","source":"transponder"}"#
        + "\n" + #"{"type":"heartbeat"}"# + "\n", to: path)
    try console.shell.tmux.wait("both at 600") { screen in
      screen.contains("600     45.3556  beam") && screen.contains("600     45.902   loop")
    }
    try crowd.tmux.wait("both at 600 on the public's screen") { screen in
      screen.contains("600   45.35") && screen.contains("600   45.90") && screen.contains("Standings")
    }
    try console.say("board big", "public screens: big")
    try crowd.tmux.wait("the big board") { $0.contains("TAKAGI") && !$0.contains("Standings") }
    try waits(console, path)
    try send(Self.impulse("C2", "00:01:04.4400") + Self.impulse("C1", "00:01:05.0000"), to: path)
    try console.shell.tmux.wait(for: "all in: W confirms")
    try console.press("W", "Enter", until: "written: meet-w1000.txt")
    try console.quit()
    let results = try Program.run(["results", console.journal, "--format", "csv"])
    #expect(results.output.contains(",takagi,Miho Takagi,,,1,1:14.44,,,,,,official,,18.31,45.35,1:14.44"))
    #expect(results.output.contains(",li,Qishi Li,,,1,1:15.00,+0.56,,,,,official,,18.41,45.90,1:15.00"))
    let checked = try Program.run(["check", console.journal])
    #expect(checked.output.contains(" 0 errors,"))
  }

  /// What a feed may not say, and what is no event, waits.
  private func waits(_ console: Console, _ path: String) throws {
    try send(#"{"type":"status","race":"w1000","competitor":"li","status":"DQ"}"# + "\n", to: path)
    try console.shell.tmux.wait(for: "To decide: 1")
    try send("RT 00:45.86\n", to: path)
    try console.shell.tmux.wait(for: "not JSON")
    try console.decide("x", until: "To decide: 1")
    try console.decide("Enter", until: "taken from \(path)")
    try console.press("u", until: "undone: status li DQ")
    try console.decide("x", until: "Nothing to decide")
  }

  private static func impulse(_ channel: String, _ time: String) -> String {
    #"{"type":"impulse","device":"timy","channel":"\#(channel)","deviceTime":"\#(time)"}"# + "\n"
  }

  private func send(_ lines: String, to path: String) throws {
    let result = try Child.run(
      "/bin/sh", ["-c", "cat >> \"$0\"", path], environment: ["PATH=/usr/bin:/bin"], input: lines)
    #expect(result.status == 0)
  }
}
