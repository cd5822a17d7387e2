// swift-tools-version: 6.3
import PackageDescription

/// Every module: warnings stop the build, imports are private unless said otherwise,
/// and each unsafe use of memory is marked where it stands.
let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

func module(_ name: String, imports: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: imports, swiftSettings: settings)
}

func tests(of name: String, with imports: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name)] + imports,
    swiftSettings: settings)
}

let package = Package(
  name: "rinkside",
  products: [.executable(name: "rinkside", targets: ["rinkside"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.0", traits: []),
    .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.35.0"),
    .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0", traits: []),
    .package(url: "https://github.com/apple/swift-log.git", from: "1.16.0"),
    .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.37.6"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
    .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.37.0"),
  ],
  targets: [
    module("LongTrack"),
    module("RaceLog", imports: ["LongTrack"]),
    module("Scoreboard", imports: ["LongTrack", "RaceLog"]),
    module("Handover"),
    module("Journal", imports: ["RaceLog", "Handover"]),
    module("Feeds", imports: ["RaceLog"]),
    module("Operation", imports: ["LongTrack", "RaceLog", "Scoreboard"]),
    module("CellGrid"),
    module("BoardView", imports: ["LongTrack", "Scoreboard", "Operation", "CellGrid"]),
    // The wide interface is a compile-time choice of the C header, so it cannot be left to pkg-config:
    // SwiftPM drops the define and warns on every build.
    .target(
      name: "CNCurses",
      cSettings: [.define("NCURSES_WIDECHAR", to: "1")],
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    module("CursesScreen", imports: ["CellGrid", "CNCurses"]),
    module(
      "BoardRuntime",
      imports: [
        "LongTrack", "RaceLog", "Scoreboard", "Handover", "Journal", "Feeds", "Operation", "CellGrid",
        "BoardView", "CursesScreen",
      ]),
    module(
      "Following",
      imports: [
        "RaceLog", "Handover", "Feeds",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ]),
    // The C client of NATS: Debian's libnats-dev.
    .systemLibrary(name: "CNats", pkgConfig: "libnats", providers: [.apt(["libnats-dev"])]),
    module("Broker", imports: ["RaceLog", "Handover", "Feeds", "Operation", "BoardRuntime", "CNats"]),
    module(
      "Serving",
      imports: [
        "RaceLog", "Scoreboard", "Handover", "Feeds", "Operation", "CellGrid", "BoardView", "BoardRuntime",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HummingbirdTLS", package: "hummingbird"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ]),
    .executableTarget(
      name: "rinkside",
      dependencies: [
        "LongTrack", "RaceLog", "Scoreboard", "Handover", "Journal", "Feeds", "Operation", "CellGrid",
        "BoardView", "BoardRuntime", "Following", "Broker", "Serving", "CursesScreen",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    module("TerminalHarness"),
    .executableTarget(
      name: "rinkside-bench",
      dependencies: [
        "LongTrack", "RaceLog", "Scoreboard", "Journal", "Feeds", "Operation", "CellGrid", "BoardView",
        "BoardRuntime", "Broker", "TerminalHarness",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .target(
      name: "BoardTestSupport", dependencies: ["LongTrack", "RaceLog", "Scoreboard"],
      path: "Tests/BoardTestSupport", swiftSettings: settings),
    .testTarget(name: "ArchitectureTests", swiftSettings: settings),
    .testTarget(
      name: "GoldenFrameTests",
      dependencies: [
        "LongTrack", "RaceLog", "Scoreboard", "Journal", "Feeds", "Operation", "CellGrid", "CursesScreen",
        "BoardRuntime",
      ],
      exclude: ["Frames", "Console", "Watch"], swiftSettings: settings),
    // The recordings of the repository, reproducible chance and folders that go away again, for the tests.
    .target(
      name: "ReplayFixtures", dependencies: ["RaceLog"], path: "Tests/ReplayFixtures", swiftSettings: settings
    ),
    // A real nats-server on this machine, and somebody who asks it by hand.
    .target(
      name: "BrokerFixtures", dependencies: ["TerminalHarness", "ReplayFixtures"],
      path: "Tests/BrokerFixtures", swiftSettings: settings),
    // The program as it was built, and others beside it: whoever uses it depends on the program so that it is built.
    .target(
      name: "ProgramFixtures", dependencies: ["TerminalHarness", "ReplayFixtures"],
      path: "Tests/ProgramFixtures", swiftSettings: settings),
    // The official sheets of two World Cups, turned into logs.
    .testTarget(
      name: "WorldCupTests", dependencies: ["LongTrack", "RaceLog", "Scoreboard", "ReplayFixtures"],
      exclude: ["Sheets"], swiftSettings: settings),
    tests(of: "LongTrack"),
    tests(of: "RaceLog", with: ["LongTrack", "BoardTestSupport", "ReplayFixtures"]),
    tests(of: "Scoreboard", with: ["LongTrack", "RaceLog", "BoardTestSupport"]),
    tests(of: "Journal", with: ["RaceLog", "BoardTestSupport", "ReplayFixtures"]),
    tests(of: "Feeds", with: ["RaceLog", "ReplayFixtures"]),
    tests(
      of: "Operation", with: ["LongTrack", "RaceLog", "Scoreboard", "BoardTestSupport", "ReplayFixtures"]),
    tests(of: "CellGrid"),
    tests(of: "CursesScreen", with: ["CellGrid", "CNCurses", "TerminalHarness"]),
    tests(
      of: "BoardView",
      with: ["LongTrack", "RaceLog", "Scoreboard", "CellGrid", "BoardRuntime", "ReplayFixtures"]),
    tests(
      of: "BoardRuntime",
      with: [
        "LongTrack", "RaceLog", "Scoreboard", "Handover", "Journal", "Feeds", "Operation", "CellGrid",
        "BoardView", "CursesScreen", "BoardTestSupport", "ReplayFixtures",
      ]),
    // It depends on the program so that it is built.
    tests(
      of: "Following",
      with: [
        "rinkside", "RaceLog", "Scoreboard", "Handover", "Feeds", "TerminalHarness", "ProgramFixtures",
        "ReplayFixtures",
      ]),
    tests(
      of: "Broker",
      with: ["RaceLog", "Feeds", "Operation", "TerminalHarness", "BrokerFixtures", "ReplayFixtures"]),
    tests(
      of: "Serving",
      with: [
        "rinkside", "RaceLog", "Scoreboard", "Handover", "Journal", "Feeds", "Operation", "BoardRuntime",
        "TerminalHarness", "ProgramFixtures", "ReplayFixtures",
        .product(name: "NIOCore", package: "swift-nio"),
      ]),
    // The real program in a real terminal: it depends on the program so that it is built.
    .testTarget(
      name: "TerminalTests",
      dependencies: ["rinkside", "TerminalHarness", "BrokerFixtures", "ProgramFixtures", "ReplayFixtures"],
      swiftSettings: settings),
  ]
)
