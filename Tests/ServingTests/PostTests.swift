import FoundationEssentials
import Glibc
import ReplayFixtures
import Testing

/// What is posted to a console that is served.
@Suite(.timeLimit(.minutes(2)), .serialized) struct PostTests {
  private static let entry = #"{"type":"message","text":"from afar"}"#

  private static func impulse(_ id: String) -> String {
    #"{"type":"impulse","device":"timy","channel":"C1","deviceTime":"10:00:18.3112","origin":{"id":"\#(id)"}}"#
  }

  @Test func eachLineIsAnsweredInTheOrderSentWhenItIsOnDisk() async throws {
    try await onThread {
      let console = try ServedConsole()
      try console.wait(for: "0 viewers")
      let answer = try RawClient.post(
        [Self.impulse("a1"), "nonsense", Self.entry, Self.impulse("a1"), "", #"{"type":"heartbeat"}"#]
          .joined(separator: "\n"), to: "/events?feed=timy", port: console.port)
      #expect(answer.status == 200)
      #expect(answer.head.contains("application/x-ndjson"))
      #expect(
        answer.body == """
          {"seq":5}
          {"error":"Not logged: not JSON; the line is left out."}
          {"seq":6,"waits":true}
          {"seq":5,"duplicate":true}
          {"heard":true}

          """)
      #expect(try console.saved.contains("\"seq\":5,\"at\""))
      // A retry that another connection brings.
      #expect(
        try RawClient.post(Self.impulse("a1") + "\n", port: console.port).body
          == #"{"seq":5,"duplicate":true}"# + "\n")
      #expect(console.quit() == 0)
    }
  }

  @Test func aTrustedFeedMaySayAnything() async throws {
    try await onThread {
      let console = try ServedConsole("--trust", "http:desk2")
      try console.wait(for: "0 viewers")
      let trusted = try RawClient.post(Self.entry, to: "/events?feed=desk2", port: console.port)
      #expect(trusted.body == "{\"seq\":5}\n")
      let other = try RawClient.post(Self.entry, to: "/events?feed=desk3", port: console.port)
      #expect(other.body == "{\"seq\":6,\"waits\":true}\n")
      let none = try RawClient.post(Self.entry, to: "/events?feed=a%20b", port: console.port)
      #expect(none.status == 400)
      #expect(console.quit() == 0)
    }
  }

  @Test func whoeverSendsNothingTakesNoNameFromOthers() async throws {
    try await onThread {
      let console = try ServedConsole()
      try console.wait(for: "0 viewers")
      for number in 1...70 {
        let empty = try RawClient.post("", to: "/events?feed=n\(number)", port: console.port)
        #expect(empty.status == 200)
      }
      let timer = try RawClient.post(Self.entry, to: "/events?feed=timy", port: console.port)
      #expect(timer.status == 200)
      #expect(console.quit() == 0)
    }
  }

  @Test func aPageOfAnotherSiteMayNotPostWhereThereIsNoToken() async throws {
    try await onThread {
      let console = try ServedConsole()
      try console.wait(for: "0 viewers")
      let answer = try RawClient.post(Self.entry, "Origin: http://evil.example", port: console.port)
      #expect(answer.status == 403)
      #expect(answer.body.hasPrefix("Reading only for pages in a browser"))
      #expect(console.quit() == 0)
    }
  }

  @Test func withATokenOnlyWhoKnowsItMayPost() async throws {
    try await onThread {
      let console = try ServedConsole(environment: ["RINKSIDE_TOKEN=sesame"])
      try console.wait(for: "0 viewers")
      for header in ["X: y", "Authorization: Bearer sesam", "Authorization: Basic sesame"] {
        let answer = try RawClient.post(Self.entry, header, port: console.port)
        #expect(answer.status == 401)
        #expect(answer.head.contains("www-authenticate: bearer realm=\"rinkside\""))
      }
      let answer = try RawClient.post(Self.entry, "Authorization: bearer sesame", port: console.port)
      #expect(answer.status == 200)
      #expect(console.quit() == 0)
    }
  }

  @Test func beyondThisMachineWithoutATokenNobodyMayPost() async throws {
    try await onThread {
      let console = try ServedConsole(host: "0.0.0.0")
      try console.wait(for: "0 viewers")
      let answer = try RawClient.post(Self.entry, port: console.port)
      #expect(answer.status == 403)
      #expect(answer.body.hasPrefix("Reading only: others than this machine reach this address"))
      #expect(console.quit() == 0)
    }
  }
}
