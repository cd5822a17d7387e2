import FoundationEssentials
import RaceLog

/// Lines of a log whose coming can be told from what is drawn or received: each a message of its own.
struct LiveLines {
  /// The first line of a log.
  static let head = #"{"seq":1,"at":"\#(stamp)","type":"meet","format":1,"log":"bench","name":"Meet"}"# + "\n"

  private(set) var count = 1
  /// How many signs of no meaning each line carries; a `~` ends them.
  var padding = 0

  /// The next line, and the eight signs that it shows: none is where it was in the line before, so that a terminal
  /// has to draw them all.
  mutating func next() -> (line: String, signs: String) {
    count += 1
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    let signs = String((0..<8).map { letters[(count * 7 + $0 * 3) % 26] })
    let more = padding > 0 ? #","more":"\#(String(repeating: "x", count: padding))~""# : ""
    return (
      #"{"seq":\#(count),"at":"\#(Self.stamp)","type":"message","text":"\#(signs)"\#(more)}"# + "\n", signs
    )
  }

  private static var stamp: String { Date.now.ISO8601Format() }
}
