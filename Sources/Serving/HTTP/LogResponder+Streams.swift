import Feeds
import HTTPTypes
import Hummingbird
import NIOCore

extension LogResponder {
  /// The events, and those to come, as server-sent events.
  func events(_ request: Request, _ context: ServingContext) throws(Refusal) -> Response {
    let start = try position(request)
    var headers = Response.usual(type: "text/event-stream; charset=utf-8")
    // Who goes on sees by it whether what it has is still how the log begins.
    if let name = HTTPField.Name(LineDigest.header) { headers[name] = hub.digest(before: start)?.text }
    guard request.method != .head else { return Response(status: .ok, headers: headers) }
    let viewer = try enter(context.channel)
    let hub = hub
    let body = ResponseBody { writer in
      defer { hub.leave(viewer) }
      var position = start
      // Whoever is cut off comes back in a second; the line also shows at once that the stream stands.
      var piece: ByteBuffer? = ByteBuffer(string: "retry: 1000\n\n")
      while let bytes = piece {
        hub.note(viewer, isWriting: true)
        try await writer.write(bytes)
        hub.note(viewer, isWriting: false)
        piece = await hub.next(after: &position)
      }
      try await writer.finish(nil)
    }
    return Response(status: .ok, headers: headers, body: body)
  }

  /// How a log is told from other answers.
  static let logType = "application/x-ndjson"

  /// The log as it is on disk now, in whole lines.
  func log(_ request: Request, _ context: ServingContext) throws(Refusal) -> Response {
    let extent = hub.extent
    var headers = Response.usual(type: Self.logType)
    headers[.contentLength] = String(extent.bytes)
    guard request.method != .head else { return Response(status: .ok, headers: headers) }
    let viewer = try enter(context.channel)
    let hub = hub
    let body = ResponseBody(contentLength: extent.bytes) { writer in
      defer { hub.leave(viewer) }
      var offset = 0
      while offset < extent.bytes {
        let end = min(offset + LogHub.pieceSize, extent.bytes)
        // A log that was written anew meanwhile ends the answer without its end, so that nobody takes it for whole.
        guard let bytes = hub.bytes(offset..<end, generation: extent.generation) else {
          throw Refusal.failed("the log was written anew")
        }
        hub.note(viewer, isWriting: true)
        try await writer.write(bytes)
        hub.note(viewer, isWriting: false)
        offset = end
      }
      try await writer.finish(nil)
    }
    return Response(status: .ok, headers: headers, body: body)
  }

  /// A place for a viewer, free again at the latest when its connection is closed.
  private func enter(_ channel: any Channel) throws(Refusal) -> Int {
    guard let viewer = hub.enter(close: { channel.close(promise: nil) }) else {
      throw .tooMany(hub.places)
    }
    let hub = hub
    seats.take(viewer, on: channel) { hub.leave($0) }
    return viewer
  }

  /// Where a stream begins: after `Last-Event-ID`, which a browser sends when it comes back to the same address, else
  /// after `from`, else at the start.
  private func position(_ request: Request) throws(Refusal) -> LogPosition {
    if let name = HTTPField.Name("Last-Event-ID"), let id = request.headers[name], !id.isEmpty {
      guard let colon = id.lastIndex(of: ":"), let seq = Self.seq(id[id.index(after: colon)...]) else {
        throw .badPosition(id)
      }
      return try hub.position(after: seq, ofLog: String(id[..<colon]))
    }
    guard let from = request.uri.queryParameters["from"] else { return hub.start }
    guard let seq = Self.seq(from) else { throw .badPosition(String(from)) }
    return seq == 0 ? hub.start : try hub.position(after: seq, ofLog: nil)
  }

  private static func seq(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }
}
