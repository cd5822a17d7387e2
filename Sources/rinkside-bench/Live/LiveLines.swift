import FoundationEssentials
import RaceLog

/// Lines of a log whose coming can be told from what is drawn or received: each a message of its own.
struct LiveLines {
  /// The first lines of a log: a pair that waits for its gun.
  static let head = [
    #""type":"meet","format":1,"log":"bench","name":"Meet""#,
    #""type":"race","race":"r","kind":"individual","distance":1000"#,
    #""type":"entry","race":"r","pair":1,"lane":"inner","competitor":{"id":"a","name":"Ann Inner"}"#,
    #""type":"call","race":"r","pair":1"#,
  ].enumerated().map { "{\"seq\":\($0 + 1),\"at\":\"\(stamp)\",\($1)}\n" }.joined()

  private(set) var count = 4
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
