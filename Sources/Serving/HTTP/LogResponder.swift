import BoardRuntime
import HTTPTypes
import Handover
import Hummingbird
import NIOCore
import RaceLog
import Scoreboard

/// Answers requests for a log.
struct LogResponder: HTTPResponder {
  let hub: LogHub
  /// The way to the desk; nil where there is none.
  let posting: Posting?
  /// What a cup is made of besides the log, and what ranks are worth.
  let cup: CupOptions
  /// What was answered already.
  let pages = PageCache()
  let seats = Seats()
  /// Where pages are made: a board takes milliseconds, and a stream must not wait for it.
  private let press = OwnThread("rinkside.pages")
  /// The machine's clock, 1/10 000 s from anywhere.
  let clock: @Sendable () -> Int64

  init(
    hub: LogHub, posting: Posting?, cup: CupOptions, clock: @escaping @Sendable () -> Int64
  ) {
    (self.hub, self.posting, self.cup, self.clock) = (hub, posting, cup, clock)
  }

  func respond(to request: Request, context: ServingContext) async throws -> Response {
    var answer: Response
    let isPost = request.method == .post && request.uri.path == "/events"
    do throws(Refusal) {
      answer = isPost ? try await post(request, context) : try await self.answer(request, context)
    } catch {
      answer = Response(refusal: error)
    }
    // A body that nobody reads may have no end.
    if !isPost, Self.hasBody(request) { answer.headers[.connection] = "close" }
    return request.method == .head ? answer.createHeadResponse() : answer
  }

  private func page(_ make: () throws(Refusal) -> Response) async throws(Refusal) -> Response {
    try await withTaskExecutorPreference(press) { () async throws(Refusal) in try make() }
  }

  /// Why what is asked for cannot be done.
  func noMethod(_ request: Request) -> Refusal {
    let isPosting = posting != nil && request.uri.path == "/events"
    return .method(request.method.rawValue, allowed: ["GET", "HEAD"] + (isPosting ? ["POST"] : []))
  }

  private static func hasBody(_ request: Request) -> Bool {
    request.headers[.transferEncoding] != nil || request.headers[.contentLength] ?? "0" != "0"
  }

  private func answer(_ request: Request, _ context: ServingContext) async throws(Refusal) -> Response {
    let path = request.uri.path
    guard ["/events", "/log", "/results", "/board", "/health"].contains(path) else {
      throw .unknownPath(path)
    }
    guard request.method == .get || request.method == .head else { throw noMethod(request) }
    guard !Self.hasBody(request) else { throw .hasBody }
    let now = clock()
    switch path {
    case "/events": return try events(request, context)
    case "/log": return try log(request, context)
    case "/results": return try await page { () throws(Refusal) in try results(request) }
    case "/board": return try await page { () throws(Refusal) in try board(request, now: now) }
    default: return health(now: now)
    }
  }
}

extension Response {
  /// A whole answer.
  init(_ text: String, type: String, status: HTTPResponse.Status = .ok, more: HTTPFields = [:]) {
    var headers = Self.usual(type: type)
    more.forEach { headers.append($0) }
    self.init(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  /// What every answer says of itself: it is of this moment, and it is what it says it is.
  static func usual(type: String) -> HTTPFields {
    [.contentType: type, .cacheControl: "no-store", .xContentTypeOptions: "nosniff"]
  }

  /// A refusal, with its sentence.
  init(refusal: Refusal) {
    var more: HTTPFields = [:]
    let status: HTTPResponse.Status
    switch refusal {
    case .unknownPath, .unknownRace: status = .notFound
    case .readingOnly, .browser: status = .forbidden
    case .wrongToken:
      status = .unauthorized
      more[.wwwAuthenticate] = "Bearer realm=\"rinkside\""
    case .longBody, .manyLines: status = .contentTooLarge
    case .badFeed, .manyFeeds, .cutShort: status = .badRequest
    case .flooded, .notSaved, .consoleEnded:
      status = .serviceUnavailable
      more[.retryAfter] = refusal == .flooded ? "1" : "10"
    case .method(_, let allowed):
      status = .methodNotAllowed
      more[.allow] = allowed.joined(separator: ", ")
    case .hasBody: status = .contentTooLarge
    case .badPosition, .badSize, .badScreen: status = .badRequest
    case .otherLog, .notYet: status = .conflict
    case .noEvents:
      status = .serviceUnavailable
      more[.retryAfter] = "1"
    case .tooMany:
      status = .serviceUnavailable
      more[.retryAfter] = "10"
    case .format: status = .notAcceptable
    case .failed: status = .internalServerError
    }
    // What else comes on this connection is not read: a body, or a crowd that is to give way to others.
    switch refusal {
    case .method, .hasBody, .tooMany, .readingOnly, .browser, .wrongToken, .longBody, .manyLines, .badFeed,
      .manyFeeds, .flooded, .cutShort:
      more[.connection] = "close"
    default: break
    }
    self.init(refusal.sentence + "\n", type: "text/plain; charset=utf-8", status: status, more: more)
  }
}
