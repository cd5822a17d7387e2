import FoundationEssentials
import Glibc
import Journal
import ReplayFixtures

/// What a disk in memory knows: files as programs see them, as they are on the disk, and the way between.
struct ForgetfulDisk {
  enum Change {
    case write(Data, at: Int)
    case truncate(Int)
  }

  enum NameChange {
    case add(String, Int)
    case remove(String)
    case rename(String, to: String)
  }

  /// A file: as programs see it, as it lies on the disk, and what is on its way there.
  struct File {
    var seen = Data()
    var disk = Data()
    var changes: [Change] = []
  }

  var files: [File] = []
  var names: [String: Int] = [:]
  var diskNames: [String: Int] = [:]
  var nameChanges: [NameChange] = []
  var open: [CInt: Int] = [:]
  var locks: [Int: CInt] = [:]
  var nextDescriptor: CInt = 1000
  var isDown = false
  var calls: [ForgetfulStorage.Call] = []
  var faults: [Int: ForgetfulStorage.Fault] = [:]
  var faultsByCall: [ForgetfulStorage.Call: [ForgetfulStorage.Fault]] = [:]
  var pauses: [CInt] = []
}

extension ForgetfulDisk {
  mutating func fault(_ kind: ForgetfulStorage.Call) -> ForgetfulStorage.Fault? {
    if let fault = faults.removeValue(forKey: calls.count) { return fault }
    guard let waiting = faultsByCall[kind], !waiting.isEmpty else { return nil }
    return faultsByCall[kind]?.removeFirst()
  }

  mutating func descriptor(of file: Int) -> CInt {
    nextDescriptor += 1
    open[nextDescriptor] = file
    return nextDescriptor
  }

  func file(_ descriptor: CInt) throws(StorageFault) -> Int {
    guard let file = open[descriptor] else { throw StorageFault(code: EBADF) }
    return file
  }

  mutating func change(_ change: NameChange) {
    Self.apply(change, to: &names)
    nameChanges.append(change)
  }

  static func apply(_ change: NameChange, to names: inout [String: Int]) {
    switch change {
    case .add(let name, let file): names[name] = file
    case .remove(let name): names[name] = nil
    case .rename(let old, let new):
      // Where the old name never reached the disk there is nothing to rename there.
      guard let file = names.removeValue(forKey: old) else { return }
      names[new] = file
    }
  }
}

extension ForgetfulDisk.File {
  mutating func change(_ change: ForgetfulDisk.Change) {
    Self.apply(change, to: &seen)
    changes.append(change)
  }

  mutating func reachDisk() {
    for change in changes { Self.apply(change, to: &disk) }
    changes = []
  }

  /// Some of the changes reached the disk, the last of them perhaps in part; the space behind a part may be
  /// zeros.
  mutating func loseSome(_ chance: inout SplitMix64) {
    let count = Int.random(in: 0...changes.count, using: &chance)
    for (index, change) in changes.prefix(count).enumerated() {
      if index == count - 1, case .write(let bytes, let position) = change {
        let part = Int.random(in: 0...bytes.count, using: &chance)
        var torn = bytes.prefix(part)
        if Int.random(in: 0..<4, using: &chance) == 0 { torn += Data(count: bytes.count - part) }
        Self.apply(.write(Data(torn), at: position), to: &disk)
      } else {
        Self.apply(change, to: &disk)
      }
    }
    changes = []
    seen = disk
  }

  static func apply(_ change: ForgetfulDisk.Change, to bytes: inout Data) {
    switch change {
    case .write(let new, let position):
      if bytes.count < position { bytes += Data(count: position - bytes.count) }
      let end = Swift.min(bytes.count, position + new.count)
      bytes.replaceSubrange(position..<end, with: new)
    case .truncate(let length):
      bytes = bytes.count > length ? Data(bytes.prefix(length)) : bytes + Data(count: length - bytes.count)
    }
  }
}
