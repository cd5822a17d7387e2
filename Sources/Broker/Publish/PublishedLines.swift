import FoundationEssentials
import RaceLog

/// What was published, as fingerprints: another file that takes the journal's place has to begin with the same.
final class PublishedLines {
  private var hashes: [Int] = []
  /// The file of the journal that they were compared with: it only grows, so once is enough.
  private var compared: Int?

  /// Takes note that the first so many events of the journal have been published, and no others.
  func note(_ journal: PublishedJournal, upTo count: Int) {
    if hashes.count > count { hashes.removeLast(hashes.count - count) }
    while hashes.count < min(count, journal.count) { hashes.append(Self.hash(journal.log, hashes.count)) }
  }

  /// The place, from 1, of the first of so many events at which the journal is not what was published; nil where it is.
  func difference(from journal: PublishedJournal, within count: Int) -> Int? {
    // What the stream has not, any more, has to be published again and is no concern of anybody's.
    if hashes.count > count { hashes.removeLast(hashes.count - count) }
    guard compared != journal.generation else { return nil }
    if let index = hashes.indices.first(where: {
      $0 >= journal.count || hashes[$0] != Self.hash(journal.log, $0)
    }) {
      return index + 1
    }
    compared = journal.generation
    return nil
  }

  /// Of all bytes: those of `Data` itself are of the first only.
  private static func hash(_ log: EventLog, _ index: Int) -> Int {
    var hasher = Hasher()
    unsafe log.rawLine(of: index).withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    return hasher.finalize()
  }
}
