import FoundationEssentials
import LongTrack
import RaceLog
package import Scoreboard

/// Short ways to ask a race what a board would ask.
extension Race {
  /// The key of a skater's attempt.
  package func key(_ id: String, attempt: Int = 1) -> AttemptKey {
    AttemptKey(competitor: id, number: attempt)
  }

  /// The counted time at a mark with all its decimals; nil where none counts.
  package func counted(_ id: String, _ mark: Int, attempt: Int = 1) -> String? {
    course?.index(of: .metres(mark)).flatMap { attempts[key(id, attempt: attempt)]?.time(at: $0)?.text }
  }

  /// What is wrong with each split of a skater, in order of arrival; nil for good ones.
  package func suspicions(_ id: String, attempt: Int = 1) -> [Suspicion?] {
    attempts[key(id, attempt: attempt)]?.splits.map(\.suspicion) ?? []
  }

  /// `1 goetz 1:14.45`, best first; a dash for no rank, the status after.
  package var ranking: [String] {
    standings.map { row in
      [
        row.rank.map(String.init) ?? "-", row.entry.competitor.id, row.timeText, row.decision?.status?.code,
      ].compactMap(\.self).joined(separator: " ")
    }
  }

  /// Deltas of a skater at all marks against a comparison, `+0.14 ▼0.11`; nil where there is none.
  package func deltas(_ id: String, _ choice: ComparisonChoice, attempt: Int = 1) -> [String?] {
    let key = key(id, attempt: attempt)
    guard let comparison = comparison(choice, for: key), let course else { return [] }
    return course.marks.indices.map { mark in
      delta(of: key, at: mark, to: comparison).map {
        [$0.gap.text, $0.trendText].compactMap(\.self).joined(separator: " ")
      }
    }
  }

  /// `3/6` at every mark.
  package func places(_ id: String, attempt: Int = 1) -> [String?] {
    course?.marks.indices.map { place(of: key(id, attempt: attempt), at: $0)?.text } ?? []
  }
}

/// The recordings that ship with the repository.
package enum ShippedReplay {
  /// A recording by the start of its name, folded.
  package static func fold(_ name: String, testFile: String = #filePath) throws -> Checkpoints {
    var folder = URL(filePath: testFile).deletingLastPathComponent()
    while folder.pathComponents.count > 1 {
      let replays = folder.appending(path: "replays").path
      if FileManager.default.fileExists(atPath: replays) {
        let files = try FileManager.default.contentsOfDirectory(atPath: replays)
        guard let file = files.first(where: { $0.hasPrefix(name) }) else { break }
        return Checkpoints(try LogFile.open(replays + "/" + file))
      }
      folder = folder.deletingLastPathComponent()
    }
    throw LogFileError.notFound(name)
  }
}
