import HTTPTypes
import NIOCore
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// Keeps a connection to what is due to it: no more memory than needed, an end after an answer that says so, and a limit to
/// the time in which an answer has to be taken.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  /// What the system keeps for a viewer who reads slowly, in bytes; it would take some megabytes else.
  private static let sendBuffer = 131_072

  private let patience: TimeAmount
  private var isLast = false
  private var deadline: Scheduled<Void>?

  init(patience: TimeAmount) { self.patience = patience }

  func handlerAdded(context: ChannelHandlerContext) {
    context.channel.setOption(.socketOption(.so_sndbuf), value: Self.sendBuffer).whenFailure { _ in }
    // What comes after this one knows no versions any more.
    let pipeline = context.pipeline.syncOperations
    do {
      let codec = try pipeline.handler(type: HTTP1ToHTTPServerCodec.self)
      try pipeline.addHandler(OldVersion(), position: .before(codec))
    } catch { context.fireErrorCaught(error) }
  }

  func handlerRemoved(context: ChannelHandlerContext) { deadline?.cancel() }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(let head):
      isLast = head.headerFields[.connection] == "close"
      // Streams have no length, a log may be long, and the hub looks after both.
      let isStream = head.headerFields[.contentLength] == nil
      if !isStream, head.headerFields[.contentType] != LogResponder.logType { limit(context) }
      context.write(data, promise: promise)
    case .body: context.write(data, promise: promise)
    case .end:
      let channel = context.channel
      let (done, isLast, deadline) = (promise ?? context.eventLoop.makePromise(), isLast, deadline)
      done.futureResult.whenComplete { _ in
        deadline?.cancel()
        if isLast { channel.close(promise: nil) }
      }
      self.deadline = nil
      context.writeAndFlush(data, promise: done)
    }
  }

  private func limit(_ context: ChannelHandlerContext) {
    let channel = context.channel
    deadline?.cancel()
    deadline = context.eventLoop.scheduleTask(in: patience) { channel.close(promise: nil) }
  }
}
