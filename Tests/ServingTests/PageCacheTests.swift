import Testing

@testable import Serving

/// A page of one state is made once.
@Suite struct PageCacheTests {
  private func state(_ events: Int) -> PageCache.State {
    PageCache.State(generation: 0, events: events, problem: nil)
  }

  @Test func aPageIsMadeOncePerState() throws {
    let cache = PageCache()
    var made = 0
    for events in [1, 1, 1, 2, 2] {
      _ = try cache.page("board", of: state(events)) { () throws(Refusal) in
        made += 1
        return "page"
      }
    }
    #expect(made == 2)
  }

  @Test func aRefusalIsNotKept() throws {
    let cache = PageCache()
    #expect(throws: Refusal.noEvents) {
      try cache.page("board", of: state(1)) { () throws(Refusal) in throw .noEvents }
    }
    #expect(try cache.page("board", of: state(1)) { () throws(Refusal) in "page" } == "page")
  }

  @Test func onlySoManyAreKept() throws {
    let cache = PageCache()
    var made = 0
    for name in 0...PageCache.most {
      _ = try cache.page("\(name)", of: state(1)) { () throws(Refusal) in "page" }
    }
    _ = try cache.page("0", of: state(1)) { () throws(Refusal) in
      made += 1
      return "page"
    }
    #expect(made == 1)
  }
}
