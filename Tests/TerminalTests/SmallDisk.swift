import FoundationEssentials
import Glibc
import ReplayFixtures

/// A disk of 64 KiB in memory, gone after the test.
final class SmallDisk {
  /// The system does not let us mount one.
  struct Failure: Error {
    let errno: CInt
  }

  let folder: String
  private let scratch: Scratch
  private var files: [String] = []

  init() throws {
    scratch = try Scratch()
    folder = scratch.folder + "/disk"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    guard unsafe mount("tmpfs", folder, "tmpfs", 0, "size=64k") == 0 else { throw Failure(errno: errno) }
  }

  deinit {
    _ = unsafe umount2(folder, CInt(MNT_DETACH))
  }

  /// Whether disks can be mounted here.
  static let isPossible: Bool = {
    do {
      _ = try SmallDisk()
      return true
    } catch { return false }
  }()

  /// Takes all room that is left.
  func fill() {
    do {
      while true {
        let file = folder + "/filler-\(files.count)"
        files.append(file)
        try Data(repeating: 0, count: 4096).write(to: URL(filePath: file))
      }
    } catch {}
  }

  /// Gives the room back.
  func free() throws {
    for file in files where FileManager.default.fileExists(atPath: file) {
      try FileManager.default.removeItem(atPath: file)
    }
    files = []
  }
}
