import BoardRuntime
import Feeds
import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore

extension LogResponder {
  /// Takes events, one a line, and says of each what became of it.
  func post(_ request: Request, _ context: ServingContext) async throws(Refusal) -> Response {
    guard let posting else { throw noMethod(request) }
    try check(request, posting.access)
    let feed = try Self.feed(request.uri.queryParameters["feed"].map(String.init))
    try posting.enter(as: feed)
    defer { posting.leave() }
    let lines = try await lines(request, context, patience: posting.patience)
    let answers = try await posting.send(lines, from: feed)
    return Response(answers.map { $0.line + "\n" }.joined(), type: Self.logType)
  }

  private func check(_ request: Request, _ access: Posting.Access) throws(Refusal) {
    switch access {
    case .nobody: throw .readingOnly
    case .everybodyHere:
      // Any page that a browser of this machine shows can send here, and only a browser says so.
      guard request.headers[.origin] == nil else { throw .browser }
    case .token(let token):
      let words = (request.headers[.authorization] ?? "").split(separator: " ", maxSplits: 1)
      guard words.count == 2, words[0].lowercased() == "bearer", token.matches(words[1].utf8) else {
        throw .wrongToken
      }
    }
  }

  /// The feed that a sender is at the desk, where rights and records go by its name.
  private static func feed(_ name: String?) throws(Refusal) -> String {
    guard let name else { return "http" }
    let isName = name.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
      default: false
      }
    }
    guard isName, (1...64).contains(name.utf8.count) else { throw .badFeed(name) }
    return "http:" + name
  }

  private func lines(
    _ request: Request, _ context: ServingContext, patience: Double
  ) async throws(Refusal) -> [PostedLine] {
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > Posting.most {
      throw .longBody(Posting.most)
    }
    let channel = context.channel
    let deadline = channel.eventLoop.scheduleTask(in: .milliseconds(Int64(patience * 1000))) {
      channel.close(promise: nil)
    }
    defer { deadline.cancel() }
    var cutter = LineCutter()
    var lines: [PostedLine] = []
    var count = 0
    do {
      for try await bytes in request.body {
        count += bytes.readableBytes
        guard count <= Posting.most else { throw Refusal.longBody(Posting.most) }
        lines += cutter.take(bytes.readableBytesView).map(PostedLine.init)
        guard lines.count <= Inbox.most else { throw Refusal.manyLines(Inbox.most) }
      }
    } catch let refusal as Refusal { throw refusal } catch { throw .cutShort }
    // Half of what was sent says something else than the whole.
    if let length = request.headers[.contentLength], Int(length) != count { throw .cutShort }
    guard channel.isActive else { throw .cutShort }
    return lines + cutter.take(CollectionOfOne(UInt8(ascii: "\n"))).map(PostedLine.init)
  }
}
