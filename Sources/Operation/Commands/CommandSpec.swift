/// A command: its name and what it takes. Completion and what is said of a wrong line are made from these, and the
/// README's table is checked against them.
package struct CommandSpec: Hashable, Sendable {
  /// What stands at a place of a command; the raw value is how ``usage`` writes it.
  package enum Argument: String, Hashable, Sendable {
    /// A skater on the ice or in the race: an armband, an id, a number, the beginning of a name.
    case who = "WHO"
    /// Another one, who gets the split.
    case other = "TO"
    /// `600`, `2.5` laps, `finish`.
    case mark = "MARK"
    /// `45.35`, `45,35`, `1:14.44`.
    case time = "TIME"
    /// A lane.
    case lane = "inner|outer"
    /// The number of a pair.
    case pair = "PAIR"
    /// The id of a race.
    case race = "RACE"
    /// The number of a group of a quartet.
    case group = "GROUP"
    /// A number: of a change-up, or of a lap.
    case number = "N"
    /// What happened at a change-up.
    case outcome = "clear|yielded|obstruction"
    /// A status, or that there is none.
    case status = "DNS|DNF|DQ|WDR|LOT|WOT|WO|none"
    /// `T08`: the rule, or how it happened.
    case code = "CODE"
    /// A screen that public terminals know.
    case screen = "SCREEN"
    /// The seq of the event that waits, `#42`.
    case decision = "#SEQ"
    /// The word itself: all of the race.
    case scope = "race"
    /// The word itself: although something speaks against it.
    case anyway = "anyway"
    /// The rest of the line.
    case text = "TEXT…"
    /// The rest of the line, for the log.
    case reason = "REASON…"
    /// Skaters, in order.
    case people = "WHO…"
    /// A file.
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

  /// The commands of the desk, in the order in which completion and the README list them.
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
    CommandSpec("order", [.people], [], "the impulses that wait are these skaters', first to last"),
    CommandSpec("sprint", [.number, .people], [], "the order of a sprint of a mass start"),
    CommandSpec("say", [.text], [], "a line for the ticker"),
    CommandSpec("alert", [.text], [], "a line that must be noticed"),
    CommandSpec("official", [], [.scope, .anyway], "the times of the pair, or of the race, are confirmed"),
    CommandSpec("board", [.screen], [.who], "what public screens show"),
    CommandSpec("undo", [], [], "take back the last thing done here"),
    CommandSpec("redo", [], [], "do it again"),
  ]
}
