import FoundationEssentials
import Glibc
import Journal
import ReplayFixtures
import Synchronization

/// A disk in memory that forgets what was not synced, and fails when it is told to.
///
/// Each call has a number. A fault or a power loss can be set for any of them; ``reboot(_:)`` then decides by
/// chance how much of what was not synced had reached the disk anyway.
final class ForgetfulStorage: JournalStorage {
  /// What goes wrong at a call.
  enum Fault: Hashable {
    /// The call fails for this reason. A sync that fails drops what it should have written.
    case fails(CInt)
    /// A write takes this many bytes only.
    case short(Int)
    /// No power: this call and all after it fail, and nothing that was not synced is sure to be there.
    case powerLoss
    /// `kill -9`: this call and all after it fail; what was written so far is still on its way to the disk.
    case killed
  }

  enum Call: Hashable {
    case open, create, lock, read, write, truncate, dataSync, sync, syncDirectory, link, rename, remove
  }

  private let disk = Mutex(ForgetfulDisk())
  private let hooks = Mutex(Hooks())

  /// What else happens; the disk is not held while it runs.
  private struct Hooks {
    var call: (@Sendable (Call) -> Void)?
    var pause: (@Sendable (CInt) -> Void)?
  }

  // For the tests.

  /// Every call so far.
  var calls: [Call] { disk.withLock { $0.calls } }
  /// How long was waited for a descriptor, wherever there was an end to it.
  var pauses: [CInt] { disk.withLock { $0.pauses } }
  var isDown: Bool { disk.withLock { $0.isDown } }

  /// Lets calls fail, by their number from now on.
  func plan(_ faults: [Int: Fault]) {
    disk.withLock { world in
      let now = world.calls.count
      world.faults = [:]
      for (number, fault) in faults { world.faults[now + number] = fault }
    }
  }

  /// Lets the next calls of a kind fail, one after another.
  func plan(_ call: Call, _ faults: Fault...) {
    disk.withLock { $0.faultsByCall[call, default: []] += faults }
  }

  /// Lets all calls of a kind fail.
  func planAlways(_ call: Call, _ fault: Fault) {
    disk.withLock { $0.faultsByCall[call] = Array(repeating: fault, count: 1000) }
  }

  /// Lets something happen just before each call.
  func onCall(_ hook: (@Sendable (Call) -> Void)?) {
    hooks.withLock { $0.call = hook }
  }

  /// Lets something happen while somebody waits a while for a descriptor.
  func onPause(_ hook: (@Sendable (CInt) -> Void)?) {
    hooks.withLock { $0.pause = hook }
  }

  /// Forgets all faults.
  func heal() {
    disk.withLock {
      $0.faults = [:]
      $0.faultsByCall = [:]
    }
  }

  /// What is in a file; nil where there is none.
  func bytes(_ name: String) -> Data? {
    disk.withLock { world in world.names[name].map { world.files[$0].seen } }
  }

  var names: [String] { disk.withLock { $0.names.keys.sorted() } }

  /// A file that is there, on disk, from the start.
  func put(_ name: String, _ bytes: Data) {
    disk.withLock {
      $0.files.append(ForgetfulDisk.File(seen: bytes, disk: bytes))
      $0.names[name] = $0.files.count - 1
      $0.diskNames[name] = $0.files.count - 1
    }
  }

  /// The end of the program, however it came: its files are closed, its locks are gone.
  func kill() {
    disk.withLock {
      $0.open = [:]
      $0.locks = [:]
      $0.isDown = false
      $0.faults = [:]
      $0.faultsByCall = [:]
    }
  }

  /// Power on again. What was synced is there; of what was not, any beginning, and any of the new names.
  func reboot(_ chance: inout SplitMix64) {
    kill()
    var chance2 = chance
    disk.withLock { world in
      for index in world.files.indices {
        world.files[index].loseSome(&chance2)
      }
      for change in world.nameChanges where Bool.random(using: &chance2) {
        ForgetfulDisk.apply(change, to: &world.diskNames)
      }
      world.nameChanges = []
      world.names = world.diskNames
    }
    chance = chance2
  }

  // The calls.

  func open(_ path: String) throws(StorageFault) -> CInt {
    try call(.open) { world throws(StorageFault) in
      guard let file = world.names[path] else { throw StorageFault(code: ENOENT) }
      return world.descriptor(of: file)
    }
  }

  func create(_ path: String) throws(StorageFault) -> CInt {
    try call(.create) { world throws(StorageFault) in
      guard world.names[path] == nil else { throw StorageFault(code: EEXIST) }
      world.files.append(ForgetfulDisk.File())
      world.change(.add(path, world.files.count - 1))
      return world.descriptor(of: world.files.count - 1)
    }
  }

  func close(_ descriptor: CInt) {
    disk.withLock { world in
      guard let file = world.open.removeValue(forKey: descriptor) else { return }
      if world.locks[file] == descriptor { world.locks[file] = nil }
    }
  }

  func lock(_ descriptor: CInt) throws(StorageFault) {
    try call(.lock) { world throws(StorageFault) in
      let file = try world.file(descriptor)
      guard world.locks[file] == nil || world.locks[file] == descriptor else {
        throw StorageFault(code: EWOULDBLOCK)
      }
      world.locks[file] = descriptor
    }
  }

  func holder(of file: FileFacts) -> Int32? {
    disk.withLock { $0.locks[Int(file.inode)] == nil ? nil : 4711 }
  }

  func facts(of descriptor: CInt) throws(StorageFault) -> FileFacts {
    try disk.withLock { world throws(StorageFault) in
      FileFacts(device: 1, inode: UInt64(try world.file(descriptor)), kind: .file)
    }
  }

  func facts(at path: String) throws(StorageFault) -> FileFacts {
    try disk.withLock { world throws(StorageFault) in
      guard let file = world.names[path] else { throw StorageFault(code: ENOENT) }
      return FileFacts(device: 1, inode: UInt64(file), kind: .file)
    }
  }

  func target(of path: String) -> String { path }

  func read(_ descriptor: CInt, at position: Int, count: Int) throws(StorageFault) -> Data {
    try call(.read) { world throws(StorageFault) in
      Data(world.files[try world.file(descriptor)].seen.dropFirst(position).prefix(count))
    }
  }

  func write(_ descriptor: CInt, _ bytes: Data, at position: Int) throws(StorageFault) -> Int {
    try call(.write) { world, limit throws(StorageFault) in
      let taken = Data(bytes.prefix(limit))
      world.files[try world.file(descriptor)].change(.write(taken, at: position))
      return taken.count
    }
  }

  func truncate(_ descriptor: CInt, to length: Int) throws(StorageFault) {
    try call(.truncate) { world throws(StorageFault) in
      world.files[try world.file(descriptor)].change(.truncate(length))
    }
  }

  func dataSync(_ descriptor: CInt) throws(StorageFault) {
    try sync(descriptor, as: .dataSync)
  }

  func sync(_ descriptor: CInt) throws(StorageFault) {
    try sync(descriptor, as: .sync)
  }

  func syncDirectory(of path: String) throws(StorageFault) {
    try call(.syncDirectory) { world throws(StorageFault) in
      for change in world.nameChanges { ForgetfulDisk.apply(change, to: &world.diskNames) }
      world.nameChanges = []
    }
  }

  func link(_ path: String, as name: String) throws(StorageFault) {
    try call(.link) { world throws(StorageFault) in
      guard let file = world.names[path] else { throw StorageFault(code: ENOENT) }
      guard world.names[name] == nil else { throw StorageFault(code: EEXIST) }
      world.change(.add(name, file))
    }
  }

  func rename(_ path: String, to name: String) throws(StorageFault) {
    try call(.rename) { world throws(StorageFault) in
      guard world.names[path] != nil else { throw StorageFault(code: ENOENT) }
      world.change(.rename(path, to: name))
    }
  }

  func remove(_ path: String) throws(StorageFault) {
    try call(.remove) { world throws(StorageFault) in
      guard world.names[path] != nil else { throw StorageFault(code: ENOENT) }
      world.change(.remove(path))
    }
  }

  func wait(for descriptor: CInt, milliseconds: CInt?) {
    // A pause is over at once; a wait for work is a real one.
    if let milliseconds {
      disk.withLock { $0.pauses.append(milliseconds) }
      hooks.withLock { $0.pause }?(descriptor)
    } else {
      SystemStorage().wait(for: descriptor, milliseconds: nil)
    }
  }

  private func sync(_ descriptor: CInt, as kind: Call) throws(StorageFault) {
    do throws(StorageFault) {
      try call(kind) { world throws(StorageFault) in
        let file = try world.file(descriptor)
        world.files[file].reachDisk()
      }
    } catch {
      // What the failed sync should have written stays in memory, called clean: no later sync writes it.
      if error.code != EINTR {
        disk.withLock { world in
          if !world.isDown, let file = world.open[descriptor] { world.files[file].changes = [] }
        }
      }
      throw error
    }
  }

  private func call<Result>(
    _ kind: Call, _ body: (inout ForgetfulDisk) throws(StorageFault) -> Result
  ) throws(StorageFault) -> Result {
    try call(kind) { world, _ throws(StorageFault) in try body(&world) }
  }

  private func call<Result>(
    _ kind: Call, _ body: (inout ForgetfulDisk, _ limit: Int) throws(StorageFault) -> Result
  ) throws(StorageFault) -> Result {
    hooks.withLock { $0.call }?(kind)
    return try disk.withLock { world throws(StorageFault) in
      world.calls.append(kind)
      var limit = Int.max
      switch world.fault(kind) {
      case _ where world.isDown: throw StorageFault(code: ESHUTDOWN)
      case .powerLoss, .killed:
        world.isDown = true
        throw StorageFault(code: ESHUTDOWN)
      case .fails(let code): throw StorageFault(code: code)
      case .short(let count): limit = count
      case nil: break
      }
      return try body(&world, limit)
    }
  }
}
