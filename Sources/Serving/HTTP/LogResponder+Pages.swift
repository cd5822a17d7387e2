import BoardRuntime
import BoardView
import CellGrid
import Feeds
import FoundationEssentials
import Hummingbird
import RaceLog
import Scoreboard

extension LogResponder {
  /// The results, as JSON or CSV.
  func results(_ request: Request) throws(Refusal) -> Response {
    let format = try Self.format(request.headers[values: .accept].joined(separator: ","))
    let followed = hub.read { $0.log }
    let log = followed.live
    var races = log.meet.races
    let race = request.uri.queryParameters["race"].map(String.init)
    if let race {
      races = races.filter { $0.id == race }
      guard !races.isEmpty else { throw .unknownRace(race, known: log.meet.races.map(\.id)) }
    }
    let name = "results \(format) \(race ?? "")"
    let text = try pages.page(name, of: Self.state(followed)) { () throws(Refusal) in
      do {
        return try format.document(
          log.meet, races: races, asOf: log.log.events.last?.at, ladders: cup.ladders)
      } catch {
        throw .failed("\(error)")
      }
    }
    let type = format == .csv ? "text/csv; charset=utf-8" : "application/json"
    return Response(text, type: type, more: [.vary: "Accept"])
  }

  private static func state(_ log: FollowedLog) -> PageCache.State {
    PageCache.State(
      generation: log.generation, events: log.live.log.events.count, problem: log.problem?.sentence)
  }

  /// What is asked for; JSON where both will do.
  static func format(_ accept: String) throws(Refusal) -> ResultFormat {
    var best: (format: ResultFormat, weight: Double)?
    for part in accept.split(separator: ",") {
      let fields = part.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" }.lowercased() }
      let weight = fields.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
      let format: ResultFormat
      switch fields.first {
      case "text/csv", "text/*": format = .csv
      case "application/json", "application/*", "*/*": format = .json
      default: continue
      }
      if weight > best?.weight ?? 0 { best = (format, weight) }
    }
    if let best { return best.format }
    guard accept.allSatisfy({ $0 == " " }) else { throw .format(accept) }
    return .json
  }

  /// The board of this moment as text, on the screen that the operator chose where none is asked for.
  func board(_ request: Request, now: Int64) throws(Refusal) -> Response {
    let query = request.uri.queryParameters
    let asked = String(query["size"] ?? "80x24")
    guard let size = GridSize(asked), size.columns <= Refusal.largest.columns,
      size.rows <= Refusal.largest.rows
    else { throw .badSize(asked) }
    let log = hub.read { $0.log }
    let choice = log.live.meet.boardChoice(in: log.live.log)
    var screen = ScreenChoice(public: choice)
    if let name = query["screen"] {
      guard let named = ScreenChoice(rawValue: String(name)) else { throw .badScreen(String(name)) }
      screen = named
    }
    var options = BoardOptions()
    options.cup = cup
    options.race = choice?.race
    if let race = query["race"] {
      guard log.live.meet.races.contains(where: { $0.id == race }) else {
        throw .unknownRace(String(race), known: log.live.meet.races.map(\.id))
      }
      options.race = String(race)
    }
    let isASCII = query["ascii"] != nil
    let competitor = query["screen"] == nil ? choice?.competitor : nil
    // While a clock runs the board is another one each tenth of a second; else a message may go away at any.
    let isRunning = log.live.meet.runningZero(in: log.live.log, race: nil) != nil
    let moment = log.moment(at: now) / (isRunning ? 1000 : 10_000)
    let parts = [
      "board", asked, screen.rawValue, options.race ?? "", competitor ?? "", isASCII ? "ascii" : "",
      "\(moment)",
    ]
    let text = try pages.page(parts.joined(separator: " "), of: Self.state(log)) { () throws(Refusal) in
      let grid = Self.draw(screen, of: log, options, competitor: competitor, size: size, now: now)
      return (isASCII ? grid.asASCII() : grid).text()
    }
    return Response(text, type: "text/plain; charset=utf-8")
  }

  private static func draw(
    _ screen: ScreenChoice, of log: FollowedLog, _ options: BoardOptions, competitor: String?, size: GridSize,
    now: Int64
  ) -> CellGrid {
    let content: FrameContent
    if log.live.log.events.isEmpty {
      content = .waiting("waiting for \(log.name)", more: Refusal.noEvents.sentence)
    } else {
      content = FrameContent(
        screen, of: log.live.meet, log: log.live.log, now: log.moment(at: now), options: options,
        rows: size.rows, competitor: competitor)
    }
    let isStale = log.isStale(at: now, race: options.race)
    let age = isStale ? log.age(at: now).map(log.ageText) : nil
    let words = [age, log.problem?.sentence].compactMap(\.self)
    let status = words.isEmpty ? nil : Footer.Status(text: words.joined(separator: " · "), isAlert: true)
    return BoardFrame.draw(content, footer: Footer(status: status), size: size, isStale: isStale)
  }

  /// How it is, for programs that watch over it.
  func health(now: Int64) -> Response {
    let log = hub.read { $0.log }
    let health = Health(
      log: log.name, seq: log.live.log.events.last?.seq ?? 0, events: log.live.log.events.count,
      errors: log.live.errors, age: log.age(at: now).map { Double($0 / 1000) / 10 },
      viewers: hub.viewerCount, places: hub.places,
      problem: log.problem?.sentence ?? log.live.refusal?.sentence)
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return Response(
        String(decoding: try encoder.encode(health), as: UTF8.self) + "\n", type: "application/json")
    } catch {
      return Response(refusal: .failed("\(error)"))
    }
  }

  /// What `/health` says; `age` in seconds, and `problem`, are left out where there is none.
  private struct Health: Encodable {
    let log: String
    let seq: Int
    let events: Int
    let errors: Int
    let age: Double?
    let viewers: Int
    let places: Int
    let problem: String?
  }
}
