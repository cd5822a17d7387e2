import LongTrack

/// A line after JSON and the checks that need nothing but the line itself.
struct DecodedLine: Decodable {
  let event: RaceEvent
  let notices: [LogProblem]

  init(from decoder: any Decoder) throws {
    let container: KeyedDecodingContainer<Field>
    do { container = try decoder.container(keyedBy: Field.self) } catch { throw LogProblem.notAnObject }
    let untyped = FieldReader(container: container, type: "log")
    let type = try untyped.require(untyped.text(.type), .type)
    let fields = FieldReader(container: container, type: type)
    var notices: [LogProblem] = []
    let content = try Self.content(fields, &notices)
    event = RaceEvent(
      seq: try Self.seq(fields),
      at: try fields.require(fields.instant(.at), .at),
      notes: try fields.notes(),
      content: content)
    self.notices = notices
  }

  /// A heartbeat has no seq, and is never stored.
  private static func seq(_ fields: FieldReader) throws(LogProblem) -> Int {
    let seq = try fields.whole(.seq, in: FieldReader.seqs)
    return fields.type == "heartbeat" ? seq ?? 1 : try fields.require(seq, .seq)
  }

  private static func content(
    _ fields: FieldReader, _ notices: inout [LogProblem]
  ) throws(LogProblem) -> EventContent {
    switch fields.type {
    case "split": .split(try Split(fields, &notices))
    case "passing": .passing(try Passing(fields, &notices))
    case "meet": .meet(try MeetInfo(fields))
    case "race": .race(try RaceInfo(fields, &notices))
    case "entry": .entry(try Entry(fields))
    case "reference": .reference(try Reference(fields))
    case "call": .call(try fields.heat())
    case "start":
      .start(
        Start(
          heat: try fields.heat(), clock: try fields.instant(.clock),
          impulse: try fields.whole(.impulse, in: FieldReader.seqs),
          boot: try fields.text(.boot).flatMap(BootStamp.init)))
    case "falseStart": .falseStart(try fields.heat(), competitor: try fields.id(.competitor))
    case "clear": .clear(try fields.heat())
    case "impulse": .impulse(try Impulse(fields))
    case "changeUp": .changeUp(try ChangeUpReport(fields))
    case "status": .status(try StatusDecision(fields, &notices))
    case "sprint": .sprint(try Sprint(fields))
    case "official":
      .official(
        Confirmation(
          race: try fields.race(), pair: try fields.whole(.pair, in: 1...9999),
          group: try fields.whole(.group, in: 1...2)))
    case "void": .void(target: try fields.require(fields.whole(.target, in: FieldReader.seqs), .target))
    case "message":
      .message(
        Message(
          text: try fields.require(fields.text(.text), .text),
          isAlert: try fields.text(.level) == "alert", race: try fields.id(.race)))
    case "board":
      .board(
        BoardChoice(
          screen: try fields.text(.screen), race: try fields.id(.race),
          competitor: try fields.id(.competitor)))
    case Proposal.type:
      .proposal(
        Proposal(
          feed: try fields.require(fields.text(.device), .device),
          line: try fields.require(fields.text(.raw), .raw), problem: try fields.text(.note)))
    case "heartbeat": .heartbeat
    default: unknown(fields.type, &notices)
    }
  }

  private static func unknown(_ type: String, _ notices: inout [LogProblem]) -> EventContent {
    notices.append(.unknownType(type))
    return .unknown(type: type)
  }
}
