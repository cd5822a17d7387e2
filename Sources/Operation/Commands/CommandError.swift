/// Why a line is no command.
package enum CommandError: Error, Hashable, Sendable {
  /// No such command; the one that was perhaps meant.
  case unknown(String, near: String?)
  /// Something has to follow.
  case missing(CommandSpec)
  /// Something that cannot stand there.
  case unexpected(String, CommandSpec)

  /// What is wrong with the line.
  package var sentence: String {
    switch self {
    case .unknown(let word, let near):
      "No command \"\(word)\"" + (near.map { "; did you mean `\($0)`?" } ?? ": Tab lists them.")
    case .missing(let spec): "It goes: \(spec.usage)"
    case .unexpected(let word, let spec): "\"\(word)\" cannot stand there. It goes: \(spec.usage)"
    }
  }
}
