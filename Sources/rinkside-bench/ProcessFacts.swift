import Glibc

/// What the system knows of a process.
enum ProcessFacts {
  /// Processor time so far, of all its threads, in seconds.
  static func processorTime(_ process: pid_t) -> Double {
    // After the name in brackets, user and system time are the 12th and 13th.
    let fields = text("/proc/\(process)/stat").split(separator: ")").last?.split(separator: " ") ?? []
    let ticks = fields.dropFirst(11).prefix(2).compactMap { Double($0) }.reduce(0, +)
    return ticks / Double(sysconf(CInt(_SC_CLK_TCK)))
  }

  /// Kilobytes that a process holds in memory now.
  static func residentKilobytes(_ process: pid_t) -> Double {
    let fields = text("/proc/\(process)/statm").split(separator: " ")
    guard fields.count > 1, let pages = Double(fields[1]) else { return 0 }
    return pages * Double(sysconf(CInt(_SC_PAGESIZE))) / 1024
  }

  private static func text(_ path: String) -> String {
    guard let file = unsafe fopen(path, "r") else { return "" }
    defer { unsafe fclose(file) }
    var text = [CChar](repeating: 0, count: 1024)
    guard unsafe fgets(&text, 1024, file) != nil else { return "" }
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
