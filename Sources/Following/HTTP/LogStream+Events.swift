import AsyncHTTPClient
import Feeds
import FoundationEssentials
import NIOCore
import NIOHTTP1

extension LogStream {
  /// Asks for the events after a position, and takes them until there are no more.
  func events(from position: StreamPosition, _ pulse: Pulse) async -> Ending {
    var ending = Ending(reason: .problem(.lost), position: position)
    do {
      // How long it may take is the pulse's matter; what is served goes on for days.
      let response = try await client.execute(request(after: position.id), deadline: .distantFuture)
      ending.hadAnswer = true
      pulse.beat()
      if let refusal = Self.refusal(response, isResumed: position.id != nil) {
        ending.reason = refusal
        ending.retryAfter = Self.wait(response.headers)
        return ending
      }
      // Under the same name another log may have been written while nobody was connected.
      if position.id != nil, let digest = response.headers.first(name: LineDigest.header),
        digest != position.digest.text
      {
        ending.reason = .otherLog
        return ending
      }
      var decoder = EventStreamDecoder()
      for try await piece in response.body {
        pulse.beat()
        let isOver = take(decoder.take(piece.readableBytesView), &ending)
        ending.retry = decoder.retry.map { .milliseconds($0) }
        if decoder.isOverlong { ending.reason = .problem(.overlong) }
        if isOver || decoder.isOverlong { return ending }
        if !mailbox.hasRoom { await pulse.rest { await mailbox.waitForRoom() } }
      }
    } catch {
      let problem = RemoteProblem(network: error)
      // It was a log so far: what ends in the middle of something is a server that died.
      ending.reason = .problem(ending.hadAnswer && problem == .notEvents ? .lost : problem)
    }
    return ending
  }

  private func request(after id: String?) -> HTTPClientRequest {
    var request = HTTPClientRequest(url: address.url("/events"))
    request.headers.add(name: "Accept", value: "text/event-stream")
    request.headers.add(name: "Cache-Control", value: "no-store")
    request.headers.add(name: "User-Agent", value: "rinkside")
    // One connection is one stream; one that was kept for later may be dead when it is needed.
    request.headers.add(name: "Connection", value: "close")
    if let id { request.headers.add(name: "Last-Event-ID", value: id) }
    return request
  }

  /// Puts events into the mailbox.
  ///
  /// - Returns: whether this connection is of no more use: the log is another one.
  private func take(_ events: [EventStreamDecoder.Event], _ ending: inout Ending) -> Bool {
    var items: [Mailbox.Item] = []
    var lines = Data()
    var problem: FeedProblem?
    defer {
      if !lines.isEmpty { items.append(.lines(lines)) }
      mailbox.put(items)
      if let problem { mailbox.fail(problem) }
    }
    func add(_ item: Mailbox.Item) {
      if !lines.isEmpty { items.append(.lines(lines)) }
      lines = Data()
      items.append(item)
    }
    for event in events {
      switch ending.position.take(event) {
      case .nothing: continue
      case .line(let line): lines.append(line)
      case .alive(let at):
        problem = nil
        add(.alive(at: at))
      case .connected(let at):
        problem = nil
        add(.connected(at: at))
      case .trouble(let at, let words):
        add(.connected(at: at))
        problem = .remote(.trouble(words), at: address.text)
      case .otherLog:
        ending.reason = .otherLog
        return true
      }
      ending.hadNews = true
    }
    return false
  }

  /// Why an answer brings no events; nil where it does.
  private static func refusal(_ response: HTTPClientResponse, isResumed: Bool) -> Reason? {
    let status = Int(response.status.code)
    switch status {
    case 200:
      let type = response.headers.first(name: "Content-Type")?.lowercased() ?? ""
      let isStream = type.split(separator: ";").first?.trimmed == "text/event-stream"
      return isStream ? nil : .problem(.notEvents)
    // Only who says what it has is told that this is something else.
    case 409 where isResumed: return .otherLog
    case 404, 405, 410, 201..<400: return .problem(.notRinkside(status: status))
    case 503: return .problem(.busy)
    default: return .problem(.refusal(status: status))
    }
  }

  /// `Retry-After`, where it says how many seconds.
  private static func wait(_ headers: HTTPHeaders) -> Duration? {
    guard let text = headers.first(name: "Retry-After"), text.utf8.count < 10, let seconds = Int(text),
      seconds >= 0
    else { return nil }
    return .seconds(seconds)
  }
}

extension Substring {
  /// Without the blanks around it.
  fileprivate var trimmed: Substring {
    let start = drop { $0 == " " || $0 == "\t" }
    return start.lastIndex { $0 != " " && $0 != "\t" }.map { start[...$0] } ?? ""
  }
}
