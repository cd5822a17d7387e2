import FoundationEssentials
import Glibc
import ProgramFixtures
import ReplayFixtures
import Testing

/// What goes wrong around a server: the log, the crowd, the machine.
@Suite(.timeLimit(.minutes(3)), .serialized) struct ServeFaultTests {
  @Test func linesThatAreNoneDoNotStopTheOthers() async throws {
    try await onThread {
      let program = try ServingProgram(Growing.meet + "\n")
      let port = try program.portLine()
      let viewer = try RawClient(port: port)
      try viewer.get("/events")
      try viewer.read(until: "id: night:1\n")
      try program.add(bytes: Array(#"{"seq":2,"text":""#.utf8) + [0xC3, 0x28, 0x22, 0x7D, 0x0A])
      try program.add(bytes: [UInt8](repeating: 0x78, count: 10_000_000) + [0x0A])
      try program.add(Growing.message(3))
      try viewer.read(until: "id: night:3\n")
      #expect(viewer.wholeSeqs == [1, 3])
      #expect(try RawClient.ask("/health", port: port).body.contains("\"errors\":2"))
      #expect(program.end(SIGTERM) == 0)
    }
  }

  @Test func tenThousandConnectionsOneAfterTheOtherLeaveItAlive() async throws {
    try await onThread {
      let program = try ServingProgram(Growing.meet + "\n")
      let port = try program.portLine()
      let viewer = try RawClient(port: port)
      try viewer.get("/events")
      try viewer.read(until: "id: night:1\n")
      for index in 0..<10_000 {
        let client = try RawClient(port: port)
        // Some say nothing, some half of something, some all of it.
        if index % 3 == 1 { try client.send("GET /board HT") }
        if index % 3 == 2 { try client.get("/health") }
      }
      try program.add(Growing.message(2))
      try viewer.read(until: "id: night:2\n")
      #expect(try RawClient.ask("/log", port: port).body.contains("\"seq\":2"))
      #expect(program.end(SIGTERM) == 0)
    }
  }

  @Test func moreConnectionsThanItTakesWaitAtTheDoorAndDelayNobody() async throws {
    try await onThread {
      DescriptorLimit.raise()
      let program = try ServingProgram(Growing.meet + "\n")
      let port = try program.portLine()
      let viewer = try RawClient(port: port)
      try viewer.get("/events")
      try viewer.read(until: "id: night:1\n")
      var crowd = try (0..<1500).map { _ in try RawClient(port: port) }
      for index in crowd.indices where index % 2 == 0 { try crowd[index].send("GET /board HT") }
      try program.add(Growing.message(2))
      try viewer.read(until: "id: night:2\n")
      crowd = []
      #expect(try RawClient.ask("/log", port: port).body.contains("\"seq\":2"))
      try program.add(Growing.message(3))
      try viewer.read(until: "id: night:3\n")
      #expect(program.end(SIGTERM) == 0)
    }
  }

  @Test func viewersWhoDoNotReadCostLittleAndDelayNobody() async throws {
    try await onThread {
      let ice = String(repeating: "ice ", count: 250)
      let lines = (2...10_000).map { Growing.message($0, ice) }
      let program = try ServingProgram(([Growing.meet] + lines).joined(separator: "\n") + "\n")
      let port = try program.portLine()
      let before = try program.peakMemory()
      let stuck = try (0..<100).map { _ in try RawClient(port: port, receiveBuffer: 4096) }
      for viewer in stuck { try viewer.get("/events") }
      let quick = try RawClient(port: port)
      try quick.get("/events?from=9999")
      try quick.read(until: "id: night:10000\n")
      try program.add(Growing.message(10_001))
      try quick.read(until: "id: night:10001\n")
      // A log of 10 MB for each of them would take a GB.
      let after = try program.peakMemory()
      #expect(after - before < 100)
      #expect(program.end(SIGTERM) == 0)
    }
  }

  @Test func fiftyViewersGoOnWhereTheyWereWhenTheServerIsKilled() async throws {
    try await onThread {
      let scratch = try Scratch()
      let path = try scratch.file("night.ndjson", Data((Growing.meet + "\n").utf8))
      let program = try ServingProgram(serving: path)
      let port = try program.portLine()
      var viewers = try (0..<50).map { _ in try RawClient(port: port) }
      for viewer in viewers { try viewer.get("/events") }
      var seqs = [[Int]](repeating: [], count: viewers.count)
      var last = 1
      for _ in 0..<5 {
        for _ in 0..<40 {
          last += 1
          try program.add(Growing.message(last))
        }
        // Some have everything when it dies, some are in the midst of it.
        for viewer in viewers.prefix(25) { try viewer.read(until: "id: night:\(last)\n") }
        #expect(program.end(SIGKILL) == 128 + SIGKILL)
        try program.start()
        try program.portLine()
        viewers = try viewers.enumerated().map { index, viewer in
          try viewer.readToEnd()
          seqs[index] += viewer.wholeSeqs
          let next = try RawClient(port: port)
          try next.get("/events", "Last-Event-ID: night:\(seqs[index].last ?? 0)")
          return next
        }
      }
      last += 1
      try program.add(Growing.message(last))
      for (index, viewer) in viewers.enumerated() {
        try viewer.read(until: "id: night:\(last)\ndata: \(Growing.message(last))\n\n")
        seqs[index] += viewer.wholeSeqs
        #expect(seqs[index] == Array(1...last))
      }
      #expect(program.end(SIGTERM) == 0)
    }
  }
}

/// How many files and sockets the tests may have open.
private enum DescriptorLimit {
  /// As many as the system gives who asks; a thousand else.
  static func raise() {
    var limit = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = limit.rlim_max
    unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }
}
