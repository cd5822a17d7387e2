import Synchronization

/// Pages of one state of the log, each made once: a thousand who ask for the board every second see the same one.
final class PageCache: Sendable {
  /// What a page depends on besides what was asked for.
  struct State: Hashable, Sendable {
    /// Which log.
    let generation: Int
    /// How many events it has.
    let events: Int
    /// Why nothing more comes.
    let problem: String?
  }

  /// How many pages are kept.
  static let most = 64

  private let pages = Mutex<(state: State?, pages: [String: String])>((nil, [:]))

  /// The page by its name, made anew where the state is another one.
  ///
  /// - Parameter make: makes it; others wait for it meanwhile, since they would make the same.
  func page(
    _ name: String, of state: State, make: () throws(Refusal) -> String
  ) throws(Refusal) -> String {
    let page = pages.withLock { cache -> Result<String, Refusal> in
      if cache.state != state { cache = (state, [:]) }
      if let page = cache.pages[name] { return .success(page) }
      if cache.pages.count >= Self.most { cache.pages = [:] }
      let made = Result(catching: make)
      if case .success(let page) = made { cache.pages[name] = page }
      return made
    }
    return try page.get()
  }
}
