/// A command of the desk: its name and what it takes. Help, completion and the README's table are made from these.
package struct CommandSpec: Hashable, Sendable {
  /// What stands at a place of a command.
  package enum Argument: String, Hashable, Sendable {
    case who = "WHO"
    case other = "TO"
    case mark = "MARK"
    case time = "TIME"
    case lane = "inner|outer"
    case pair = "PAIR"
    case race = "RACE"
    case group = "GROUP"
    case number = "N"
    case outcome = "clear|yielded|obstruction"
    case status = "DNS|DNF|DQ|WDR|none"
    case code = "CODE"
    case screen = "SCREEN"
    case decision = "#SEQ"
    case scope = "race"
    case anyway = "anyway"
    case text = "TEXT…"
    case reason = "REASON…"
    case people = "WHO…"
    case path = "PATH"
  }

  /// The word.
  package let name: String
  /// What has to follow.
  package let required: [Argument]
  /// What may follow.
  package let optional: [Argument]
  /// What it does.
  package let help: String

  /// A command.
  package init(_ name: String, _ required: [Argument] = [], _ optional: [Argument] = [], _ help: String) {
    self.name = name
    self.required = required
    self.optional = optional
    self.help = help
  }

  /// `split WHO MARK [TIME] [REASON…]`.
  package var usage: String {
    ([name] + required.map(\.rawValue) + optional.map { "[\($0.rawValue)]" }).joined(separator: " ")
  }

  /// The commands of the desk, in the order of help.
  package static let desk: [CommandSpec] = [
    CommandSpec("call", [.pair], [.race, .anyway], "this pair is next on the ice"),
    CommandSpec("next", [], [.anyway], "the next pair is on the ice"),
    CommandSpec("previous", [], [.anyway], "back to the pair before"),
    CommandSpec("arm", [], [.group], "the gun may be given"),
    CommandSpec("disarm", [], [], "not yet after all"),
    CommandSpec("gun", [], [], "the gun"),
    CommandSpec("inner", [], [], "somebody crosses the line in the inner lane, now"),
    CommandSpec("outer", [], [], "somebody crosses the line in the outer lane, now"),
    CommandSpec("split", [.who, .mark], [.time, .reason], "a split: now, or a missed one with its time"),
    CommandSpec("edit", [.who, .mark, .time], [.reason], "another time in place of the one that counts"),
    CommandSpec("move", [.who, .mark, .other], [.reason], "the split was the other skater's"),
    CommandSpec("swap", [], [.mark, .reason], "the splits of the pair were each other's"),
    CommandSpec("void", [.who, .mark], [.reason], "a split does not count; void #SEQ for any event"),
    CommandSpec("accept", [], [.decision], "what is suggested is right"),
    CommandSpec(
      "assign", [.who], [.mark], "the impulse on top is this skater's; assign #SEQ WHO for another"),
    CommandSpec(
      "drop", [], [.decision, .reason],
      "a decision needs nothing more; drop all: no impulse and no line of a feed"),
    CommandSpec(
      "status", [.who, .status], [.code, .reason], "did not start, did not finish, disqualified …"),
    CommandSpec("fall", [.who], [], "somebody fell"),
    CommandSpec("falsestart", [], [.who], "a false start; the second of a pair is out"),
    CommandSpec("clear", [], [.reason], "the run ends and is started again"),
    CommandSpec("reskate", [.who], [.pair, .lane], "somebody starts again later"),
    CommandSpec("changeup", [.number, .outcome], [.who], "what happened at a change-up"),
    CommandSpec("sprint", [.number, .people], [], "the order of a sprint of a mass start"),
    CommandSpec("say", [.text], [], "a line for the ticker"),
    CommandSpec("alert", [.text], [], "a line that must be noticed"),
    CommandSpec("official", [], [.scope, .anyway], "the times of the pair, or of the race, are confirmed"),
    CommandSpec("board", [.screen], [.who], "what public screens show"),
    CommandSpec("undo", [], [], "take back the last thing done here"),
    CommandSpec("redo", [], [], "do it again"),
  ]
}
