import FoundationEssentials
import Glibc

/// Finds the recordings that come with the program.
package enum RecordingFinder {
  /// The recording that is played when none is named.
  package static let demoName = "2023-beijing-women-1000m.ndjson"

  /// The demo: in `./replays`, else in a `replays` folder beside or above the executable.
  package static func demo() throws(UsageError) -> String {
    try demo(from: ["."] + above(executable: "/proc/self/exe"))
  }

  /// The demo in the first of these folders that has it in `replays`.
  package static func demo(from folders: [String]) throws(UsageError) -> String {
    for folder in folders {
      let path = (folder == "." ? "" : folder + "/") + "replays/" + demoName
      if unsafe access(path, R_OK) == 0 { return path }
    }
    throw .noRecordings
  }

  /// The folder of a program and all folders above it.
  static func above(executable link: String) -> [String] {
    var folders: [String] = []
    do {
      var path = try FileManager.default.destinationOfSymbolicLink(atPath: link)
      while let slash = path.lastIndex(of: "/"), slash > path.startIndex {
        path = String(path[..<slash])
        folders.append(path)
      }
    } catch {
      // Without a link to the program only the working folder is left to look in.
      return []
    }
    return folders
  }
}
