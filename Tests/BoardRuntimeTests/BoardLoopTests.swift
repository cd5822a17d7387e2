import BoardRuntime
import CellGrid
import CursesScreen
import ReplayFixtures
import Testing

@Suite struct BoardLoopTests {
  func session(at offset: Int64 = 0) throws -> ReplaySession {
    ReplaySession(Recording(try Replays.log(RecordingFinder.demoName)), at: offset, themes: [.colour], now: 0)
  }

  @Test func qEnds() throws {
    var session = try session()
    var terminal = ScriptedTerminal([[.key(.character("q")), .key(.character(" "))]])
    let ending = BoardLoop.run(&session, on: &terminal)
    let frames = terminal.frames.count
    #expect(ending == .quit)
    #expect(frames == 1)
    #expect(!session.transport.isPaused)
  }

  @Test(arguments: [TerminalSignal.interrupt, .terminate, .hangUp, .quit])
  func aSignalEndsIt(signal: TerminalSignal) throws {
    var session = try session()
    var terminal = ScriptedTerminal([[.key(.character(" "))], [.signal(signal), .key(.character("q"))]])
    let ending = BoardLoop.run(&session, on: &terminal)
    #expect(ending == .signal(signal))
  }

  @Test func anotherSizeIsTakenOnBeforeTheNextFrame() throws {
    var session = try session()
    var terminal = ScriptedTerminal([[.signal(.resize)]])
    _ = BoardLoop.run(&session, on: &terminal)
    let (calls, frames) = (terminal.calls, terminal.frames)
    #expect(calls == ["fit"])
    #expect(frames.map { $0.split(separator: "\n", omittingEmptySubsequences: false).count } == [25, 13])
  }

  @Test func suspendedItTakesOnTheSizeAfterwards() throws {
    var session = try session()
    var terminal = ScriptedTerminal([[.signal(.suspend)], [.key(.control("l"))]])
    _ = BoardLoop.run(&session, on: &terminal)
    let calls = terminal.calls
    #expect(calls == ["suspend", "fit", "redraw"])
  }

  @Test func pausedItSleepsUntilSomethingHappens() throws {
    var session = try session()
    var terminal = ScriptedTerminal([[.key(.character(" "))]])
    _ = BoardLoop.run(&session, on: &terminal)
    let deadlines = terminal.deadlines
    #expect(deadlines.count == 2 && deadlines[0] != nil && deadlines[1] == nil)
  }

  @Test func whileAClockRunsThereIsAFrameForEachTenthAndForNothingElse() throws {
    // Ten seconds into the race of pair 10, with the next split eight seconds away.
    var session = try session(at: 15_487_000)
    var terminal = ScriptedTerminal(Array(repeating: [], count: 9))
    _ = BoardLoop.run(&session, on: &terminal)
    let frames = terminal.frames
    #expect(frames.count == 10)
    for (tenth, frame) in frames.enumerated() { #expect(frame.contains(" 10.\(tenth)\n")) }
  }
}
