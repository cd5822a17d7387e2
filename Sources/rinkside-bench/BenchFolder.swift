import FoundationEssentials
import Glibc

/// A folder for what a part of the benchmark writes, on the disk of the project.
enum BenchFolder {
  /// Makes one in a folder that ends with a slash.
  static func make(in folder: String) throws -> String {
    let path = "\(folder)bench-\(getpid())"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    return path
  }

  /// Removes it with all that is in it; what cannot be removed is named.
  static func remove(_ path: String) {
    do { try FileManager.default.removeItem(atPath: path) } catch { print("left behind: \(path)") }
  }
}
