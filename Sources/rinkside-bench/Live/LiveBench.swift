import Broker
import FoundationEssentials
import Glibc
import TerminalHarness

/// A meet watched from elsewhere, with the real programs: how soon a byte of the feeder is drawn, and what a thousand viewers
/// cost.
struct LiveBench {
  let runs: Int
  let program: String
  /// This program, which serves as the floor.
  let own: String
  /// Where logs are written: on the disk of the project.
  let folder: String
  /// How many viewers there are at a time.
  let viewers: Int

  func run() throws -> [Figure] {
    let home = try BenchFolder.make(in: folder)
    defer { BenchFolder.remove(home) }
    Self.raiseDescriptorLimit()
    return try pipe(home) + server(home) + broker(home) + fanOut(home)
  }

  private var repeats: ClosedRange<Int> { 1...max(min(runs, 5), 1) }
  private var lines: Int { runs == 1 ? 30 : 200 }

  // MARK: One viewer

  private func pipe(_ home: String) throws -> [Figure] {
    Figure.spread(
      "byte of the feeder to byte drawn, over a pipe, floor: a program that only forwards",
      try repeats.map { run in
        try piped(home + "/pipe-\(run)") { "\(program) watch - --no-color < \($0)" }
      },
      try repeats.map { run in try piped(home + "/bare-\(run)") { "cat < \($0)" } }, goal: nil)
  }

  private func piped(_ path: String, _ command: (String) -> String) throws -> [Double] {
    guard unsafe mkfifo(path, 0o644) == 0 else { throw PseudoTerminal.Failure(errno: errno) }
    let delivery = try Delivery(command(path))
    defer { delivery.end() }
    let writer = unsafe open(path, O_WRONLY)
    defer { close(writer) }
    Self.write(LiveLines.head, to: writer)
    var source = LiveLines()
    return delivery.times(lines, lines: &source) { Self.write($0, to: writer) }
  }

  private func server(_ home: String) throws -> [Figure] {
    Figure.spread(
      "byte of the feeder to byte drawn, over a file, a server (SSE) and TCP, floor: a program that only forwards to one over TCP",
      try repeats.map { try served(home + "/served-\($0).ndjson") },
      try repeats.map { try relayed(home + "/relay-\($0)") }, goal: nil)
  }

  private func served(_ path: String) throws -> [Double] {
    let (file, port) = (try LiveFile(path), try Socket.freePort())
    let server = try ChildProcess(program, ["serve", path, "--listen", "127.0.0.1:\(port)"])
    _ = try Socket(port: port)
    let delivery = try Delivery("\(program) watch --no-color http://127.0.0.1:\(port)")
    defer { delivery.end() }
    delivery.wait(for: "Meet")
    return withExtendedLifetime(server) {
      var source = LiveLines()
      return delivery.times(lines, lines: &source) { file.append($0) }
    }
  }

  private func relayed(_ path: String) throws -> [Double] {
    guard unsafe mkfifo(path, 0o644) == 0 else { throw PseudoTerminal.Failure(errno: errno) }
    let port = try Socket.freePort()
    let relay = try ChildProcess(
      "/bin/sh", ["-c", "exec \(own) --floor relay --port \(port) < \(path)"])
    let writer = unsafe open(path, O_WRONLY)
    defer { close(writer) }
    let delivery = try Delivery("\(own) --floor sink --port \(port)")
    defer { delivery.end() }
    return withExtendedLifetime(relay) {
      var source = LiveLines()
      return delivery.times(lines, lines: &source) { Self.write($0, to: writer) }
    }
  }

  private func broker(_ home: String) throws -> [Figure] {
    Figure.spread(
      "byte of the feeder to byte drawn, over a journal, JetStream and TCP, floor: nats-server and a program that only forwards",
      try repeats.map { try published("\(home)/published-\($0)") },
      try repeats.map { _ in try forwarded() }, goal: nil)
  }

  private func published(_ path: String) throws -> [Double] {
    let (file, port) = (try LiveFile(path + ".ndjson"), try Socket.freePort())
    let server = try ChildProcess(
      "nats-server", ["-js", "-sd", path + ".store", "-a", "127.0.0.1", "-p", "\(port)"])
    _ = try Socket(port: port)
    let address = "nats://127.0.0.1:\(port)/bench"
    let publisher = try Publisher(path + ".ndjson", to: BrokerOptions(try BrokerAddress(address)))
    let delivery = try Delivery("\(program) watch --no-color \(address)")
    defer { delivery.end() }
    delivery.wait(for: "Meet")
    return withExtendedLifetime((server, publisher)) {
      var source = LiveLines()
      return delivery.times(lines, lines: &source) { file.append($0) }
    }
  }

  private func forwarded() throws -> [Double] {
    let port = try Socket.freePort()
    let server = try ChildProcess("nats-server", ["-a", "127.0.0.1", "-p", "\(port)"])
    let feeder = try NATSClient(port: port)
    let delivery = try Delivery("\(own) --floor nats --port \(port)")
    defer { delivery.end() }
    // What is published before somebody listens is gone.
    delivery.wait(for: "ready")
    return withExtendedLifetime(server) {
      var source = LiveLines()
      return delivery.times(lines, lines: &source) { feeder.publish($0, to: "bench.meet") }
    }
  }

  // MARK: Many viewers

  private func fanOut(_ home: String) throws -> [Figure] {
    let all = try repeats.prefix(3).map { try crowd("\(home)/crowd-\($0).ndjson", hasSleeper: false) }
    let slow = try repeats.prefix(3).map { try crowd("\(home)/slow-\($0).ndjson", hasSleeper: true) }
    let bare = try repeats.prefix(3).map { _ in try brokerCrowd() }
    let name = "\(viewers) viewers of one server, 2 KB lines at 10/s"
    return Figure.spread(
      "\(name), line to viewer, floor: nats-server alone", all.map(\.times), bare.map(\.times), goal: nil)
      + Figure.spread(
        "\(name), one of them reads nothing, line to the others, floor: all read", slow.map(\.times),
        all.map(\.times), goal: nil)
      + [
        Figure(
          name: "\(name), lines that never came", unit: "lines", values: (all + slow).map(\.lost),
          floor: bare.map(\.lost), goal: "0"),
        Figure(
          name: "\(name), processor", unit: "% of a core", values: all.map(\.processor),
          floor: bare.map(\.processor), goal: nil),
        Figure(
          name: "\(name), memory a viewer", unit: "KB", values: all.map(\.kilobytes),
          floor: bare.map(\.kilobytes), goal: nil),
      ]
  }

  private struct Crowd {
    let times: [Double]
    let lost: Double
    let processor: Double
    let kilobytes: Double
  }

  private func crowd(_ path: String, hasSleeper: Bool) throws -> Crowd {
    let (file, port) = (try LiveFile(path), try Socket.freePort())
    let server = try ChildProcess(
      program, ["serve", path, "--listen", "127.0.0.1:\(port)", "--viewers", "\(viewers + 10)"])
    _ = try Socket(port: port)
    var source = LiveLines()
    source.padding = 2000
    // More history than all that lies between server and viewer can hold, for the one who does not read it.
    if hasSleeper { for _ in 0..<2500 { file.append(source.next().line) } }
    func request(_ from: Int) -> String { "GET /events?from=\(from) HTTP/1.1\r\nHost: bench\r\n\r\n" }
    let sleeper = hasSleeper ? try Socket(port: port, receiveBuffer: 4096) : nil
    usleep(500_000)
    sleeper?.send(request(0))
    let hello = request(source.count)
    return try withExtendedLifetime(sleeper) {
      try crowd(of: server, lines: &source, subscribe: { try Socket(port: port) }, hello: hello) {
        file.append($0)
      }
    }
  }

  private func brokerCrowd() throws -> Crowd {
    let port = try Socket.freePort()
    let server = try ChildProcess("nats-server", ["-a", "127.0.0.1", "-p", "\(port)"])
    let feeder = try NATSClient(port: port)
    var source = LiveLines()
    source.padding = 2000
    return try crowd(
      of: server, lines: &source, subscribe: { try NATSClient(port: port, subject: "bench.>").socket },
      hello: ""
    ) { feeder.publish($0, to: "bench.meet") }
  }

  private func crowd(
    of server: ChildProcess, lines source: inout LiveLines, subscribe: () throws -> Socket, hello: String,
    send: (String) -> Void
  ) throws -> Crowd {
    let crowd = FanOut()
    crowd.rest(milliseconds: 500)
    let before = server.residentKilobytes
    for _ in 0..<viewers {
      let socket = try subscribe()
      socket.send(hello)
      crowd.add(socket)
    }
    crowd.rest(milliseconds: 3000)
    let kilobytes = (server.residentKilobytes - before) / Double(viewers)
    let lines = (0..<(runs == 1 ? 20 : 100)).map { _ in source.next().line }
    let (start, used) = (Meter.now, server.processorTime)
    let outcome = crowd.deliver(lines, every: 100, send: send)
    let processor = (server.processorTime - used) / Double(Meter.now - start) * 1e11
    return Crowd(
      times: outcome.times, lost: Double(outcome.lost), processor: processor, kilobytes: kilobytes)
  }

  // MARK: Files and limits

  private static func write(_ text: String, to descriptor: CInt) {
    var bytes = Array(text.utf8)
    _ = unsafe Glibc.write(descriptor, &bytes, bytes.count)
  }

  private static func raiseDescriptorLimit() {
    var limit = rlimit()
    unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    limit.rlim_cur = limit.rlim_max
    unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }
}

/// A log that grows line by line.
final class LiveFile {
  private let descriptor: CInt

  init(_ path: String) throws {
    descriptor = unsafe open(path, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw PseudoTerminal.Failure(errno: errno) }
    append(LiveLines.head)
  }

  deinit { close(descriptor) }

  func append(_ text: String) {
    var bytes = Array(text.utf8)
    _ = unsafe write(descriptor, &bytes, bytes.count)
  }
}
