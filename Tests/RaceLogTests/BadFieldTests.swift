import LongTrack
import RaceLog
import Testing

/// A valid event of each type with all its required fields.
struct RequiredFields: Sendable, CustomTestStringConvertible {
  let type: String
  let fields: [String: String]

  var testDescription: String { type }

  func text(without missing: String? = nil, setting field: String? = nil, to value: String = "") -> String {
    fields.filter { $0.key != missing }.sorted { $0.key < $1.key }
      .map { "\"\($0.key)\":" + ($0.key == field ? value : $0.value) }.joined(separator: ",")
  }

  private static let race = ["race": #""r""#]
  private static let heat = ["race": #""r""#, "pair": "1"]
  private static let timed = ["race": #""r""#, "competitor": #""a""#, "time": #""45.2""#]

  static let all = [
    RequiredFields(type: "meet", fields: ["format": "1", "log": #""l""#, "name": #""N""#]),
    RequiredFields(type: "race", fields: race.merging(["kind": #""individual""#, "distance": "500"]) { $1 }),
    RequiredFields(type: "entry", fields: heat.merging(["competitor": #"{"id":"a","name":"A"}"#]) { $1 }),
    RequiredFields(type: "reference", fields: race.merging(["kind": #""WR""#, "time": #""33.6""#]) { $1 }),
    RequiredFields(type: "call", fields: heat), RequiredFields(type: "start", fields: heat),
    RequiredFields(type: "falseStart", fields: heat), RequiredFields(type: "clear", fields: heat),
    RequiredFields(type: "impulse", fields: ["device": #""d""#, "deviceTime": #""1.5""#]),
    RequiredFields(type: "split", fields: timed.merging(["mark": "600"]) { $1 }),
    RequiredFields(type: "passing", fields: timed.merging(["position": "300.5"]) { $1 }),
    RequiredFields(type: "changeUp", fields: heat.merging(["number": "1"]) { $1 }),
    RequiredFields(type: "status", fields: ["race": #""r""#, "competitor": #""a""#]),
    RequiredFields(type: "sprint", fields: race.merging(["lap": "4", "order": #"["a"]"#]) { $1 }),
    RequiredFields(type: "official", fields: race), RequiredFields(type: "void", fields: ["target": "1"]),
    RequiredFields(type: "message", fields: ["text": #""t""#]),
  ]
}

@Suite struct BadFieldTests {
  @Test(arguments: RequiredFields.all)
  func everyRequiredFieldIsAskedFor(event: RequiredFields) throws {
    #expect(try decode(event.type, event.text()).content.typeName == event.type)
    for field in event.fields.keys {
      #expect(throws: LogProblem.missingField(field, type: event.type)) {
        try decode(event.type, event.text(without: field))
      }
    }
  }

  @Test(arguments: [("1000000", true), ("-1000000", true), ("1000001", false), ("1e300", false)])
  func pointsStayNumbersWhenTheyAreSummed(text: String, isTaken: Bool) {
    let cases = [
      ("status", #""race":"r","competitor":"a","points":\#(text)"#),
      ("sprint", #""race":"r","lap":4,"order":["a"],"points":[3,\#(text)]"#),
    ]
    for (type, fields) in cases {
      let problem = LogProblem.outOfRange("points", allowed: "from -1000000 to 1000000")
      if isTaken {
        #expect(throws: Never.self) { try decode(type, fields) }
      } else {
        #expect(throws: problem) { try decode(type, fields) }
      }
    }
  }

  @Test(arguments: RequiredFields.all)
  func nothingIsAListOfLists(event: RequiredFields) {
    for field in event.fields.keys {
      let problem = #expect(throws: LogProblem.self) {
        try decode(event.type, event.text(setting: field, to: "[[]]"))
      }
      guard case .wrongType(field, _) = problem else {
        Issue.record("\(field): \(problem?.sentence ?? "accepted")")
        continue
      }
    }
  }

  @Test(arguments: [
    (
      #"{"at":"2026-01-31T17:00:00Z","type":"void","target":1}"#, LogProblem.missingField("seq", type: "void")
    ),
    (#"{"seq":1,"type":"void","target":1}"#, .missingField("at", type: "void")),
    (#"{"seq":1,"at":"2026-01-31T17:00:00Z"}"#, .missingField("type", type: "log")),
    (
      #"{"seq":0,"at":"2026-01-31T17:00:00Z","type":"x"}"#,
      .outOfRange("seq", allowed: "from 1 to 2147483647")
    ),
    (#"{"seq":1.5,"at":"2026-01-31T17:00:00Z","type":"x"}"#, .wrongType("seq", expected: "a whole number")),
    (#"{"seq":"1","at":"2026-01-31T17:00:00Z","type":"x"}"#, .wrongType("seq", expected: "a whole number")),
    (#"{"seq":1,"at":5,"type":"x"}"#, .wrongType("at", expected: "a string")),
    (#"{"seq":1,"at":"17:00","type":"x"}"#, .badInstant("at", text: "17:00")),
    (#"[1]"#, .notAnObject), (#""x""#, .notAnObject), ("7", .notAnObject), ("nonsense", .notJSON),
    (#"{"seq":1"#, .notJSON), ("", .notJSON),
  ])
  func aLineIsAnObjectWithSeqAtAndType(line: String, problem: LogProblem) {
    #expect(throws: problem) { try decodeLine(line) }
  }

  /// Type, fields, and what is wrong with them.
  @Test(
    arguments: [
      (
        "split", #""race":"r","competitor":"a","mark":600,"time":45.2"#,
        .wrongType("time", expected: "a time as a string, like \"1:14.44\"")
      ),
      (
        "split", #""race":"r","competitor":"a","mark":600,"time":"1:75.0""#,
        .badTime("time", text: "1:75.0", .sixtyOrMore)
      ),
      (
        "split", #""race":"r","competitor":"a","mark":600.5,"time":"45.2""#,
        .wrongType("mark", expected: "a whole number")
      ),
      (
        "split", #""race":"r","competitor":"a","mark":0,"time":"45.2""#,
        .outOfRange("mark", allowed: "from 1 to 100000")
      ),
      (
        "split", #""race":"r","competitor":"a","lap":0.25,"time":"45.2""#,
        .outOfRange("lap", allowed: "a multiple of 0.5 from 0 to 1000")
      ),
      (
        "split", #""race":"r","competitor":"a","lap":-1,"time":"45.2""#,
        .outOfRange("lap", allowed: "a multiple of 0.5 from 0 to 1000")
      ),
      (
        "split", #""race":"r","competitor":"a","mark":600,"time":"45.2","estimated":"yes""#,
        .wrongType("estimated", expected: "true or false")
      ),
      (
        "split", #""race":"r","competitor":"a","mark":600,"time":"45.2","attempt":0"#,
        .outOfRange("attempt", allowed: "from 1 to 9")
      ),
      (
        "passing", #""race":"r","competitor":"a","position":-1,"time":"45.2""#,
        .outOfRange("position", allowed: "from 0 to 1000000")
      ),
      (
        "entry", #""race":"r","pair":1,"lane":"middle","competitor":{"id":"a","name":"A"}"#,
        .badWord("lane", text: "middle", allowed: ["inner", "outer", "finish", "crossing"])
      ),
      (
        "entry", #""race":"r","pair":1,"competitor":{"name":"A"}"#,
        .missingField("id", type: "entry.competitor")
      ),
      (
        "entry", #""race":"r","pair":1,"competitor":{"id":"a"}"#,
        .missingField("name", type: "entry.competitor")
      ),
      (
        "entry", #""race":"r","pair":1,"group":3,"competitor":{"id":"a","name":"A"}"#,
        .outOfRange("group", allowed: "from 1 to 2")
      ),
      ("race", #""race":"r","kind":"massStart""#, .missingField("laps", type: "race")),
      ("race", #""race":"r","kind":"individual","laps":2"#, .missingField("distance", type: "race")),
      (
        "race", #""race":"r","kind":"individual","distance":500,"gender":"all""#,
        .badWord("gender", text: "all", allowed: ["women", "men", "mixed"])
      ),
      (
        "race", #""race":"r","kind":"individual","distance":500,"division":"C""#,
        .badWord("division", text: "C", allowed: ["A", "B"])
      ),
      (
        "reference", #""race":"r","kind":"XR","time":"33.6""#,
        .badWord("kind", text: "XR", allowed: ["WR", "OR", "TR", "NR", "PB", "SB", "last", "schedule"])
      ),
      (
        "reference", #""race":"r","kind":"PB","time":"33.6""#,
        .missingField("competitor", type: "reference PB")
      ),
      (
        "reference", #""race":"r","kind":"WR","time":"33.6","splits":{"100":"9,6"}"#,
        .badTime("splits.100", text: "9,6", .notATime)
      ),
      ("meet", #""format":2,"log":"l","name":"N""#, .unsupportedFormat(2)),
      (
        "meet", #""format":1,"log":"l","name":"N","track":50"#,
        .outOfRange("track", allowed: "from 100 to 1000")
      ),
      ("sprint", #""race":"r","lap":4,"order":["a","b c"]"#, .badID("order", text: "b c")),
      ("start", #""race":"r","pair":1,"clock":"noon""#, .badInstant("clock", text: "noon")),
      ("void", #""target":1,"action":{"id":"a"}"#, .missingField("parts", type: "void.action")),
      ("void", #""target":1,"origin":{"log":"a"}"#, .missingField("seq", type: "void.origin")),
      ("void", #""target":1,"replaces":4"#, .wrongType("replaces", expected: "a list of seqs")),
      ("void", #""target":1,"action":7"#, .wrongType("action", expected: "an object {…}")),
    ] as [(String, String, LogProblem)])
  func whatIsWrongWithAFieldIsSaid(type: String, fields: String, problem: LogProblem) {
    #expect(throws: problem) { try decode(type, fields) }
    #expect(!problem.isNotice)
  }

  @Test(arguments: ["a", "A.b_c-9", String(repeating: "x", count: 64)])
  func anIdIsLettersDigitsAndThreeSigns(id: String) throws {
    #expect(try decode("official", #""race":"\#(id)""#).content.typeName == "official")
  }

  @Test(arguments: ["", "a b", "ä", "a/b", "a:b", "高木", String(repeating: "x", count: 65)])
  func anythingElseIsNoId(id: String) {
    #expect(throws: LogProblem.badID("race", text: id)) { try decode("official", #""race":"\#(id)""#) }
  }

  @Test(
    arguments: [
      (
        "split", #""race":"r","competitor":"a","mark":600,"time":"45.2","source":"lidar""#,
        .unknownWord("source", text: "lidar", taken: "manual")
      ),
      (
        "status", #""race":"r","competitor":"a","status":"XYZ""#,
        .unknownWord("status", text: "XYZ", taken: "unranked")
      ),
      (
        "race", #""race":"r","kind":"biathlon""#,
        .unknownWord("kind", text: "biathlon", taken: "a race to list, not to draw")
      ),
      ("flag", #""colour":"red""#, .unknownType("flag")),
    ] as [(String, String, LogProblem)])
  func whatNobodyKnowsYetIsANotice(type: String, fields: String, notice: LogProblem) throws {
    #expect(try notices(type, fields) == [notice])
    #expect(notice.isNotice)
  }

  @Test(arguments: RequiredFields.all)
  func unknownFieldsAreIgnored(event: RequiredFields) throws {
    let fields = event.text() + #","weather":{"ice":[-7.5,null,true]},"Race":5"#
    #expect(try notices(event.type, fields) == [])
  }
}
