import BoardRuntime
import CellGrid
import Scoreboard
import Testing

/// A telling moment of a recording.
struct GoldenMoment: CustomTestStringConvertible, Sendable {
  let name: String
  let file: String
  let at: String
  var screen = ScreenChoice.race
  var comparison = ComparisonChoice.leader

  var testDescription: String { name }

  static let beijing = "2023-beijing-women-1000m.ndjson"
  static let heerenveen = "2020-heerenveen-women-1000m.ndjson"

  static let all = [
    GoldenMoment(name: "01-nobody-has-started", file: beijing, at: "0:00"),
    GoldenMoment(name: "02-first-pair-on-the-ice", file: beijing, at: "1:30"),
    GoldenMoment(name: "03-goetz-sets-the-bar", file: beijing, at: "21:26"),
    GoldenMoment(name: "04-leerdam-fastest-at-600", file: beijing, at: "23:43"),
    GoldenMoment(name: "05-leerdam-fades", file: beijing, at: "24:16"),
    GoldenMoment(name: "06-takagi-yields-to-li", file: beijing, at: "26:12"),
    GoldenMoment(name: "07-takagi-behind-at-the-bell", file: beijing, at: "26:41"),
    GoldenMoment(name: "08-takagi-at-the-bell-vs-best", file: beijing, at: "26:41", comparison: .best),
    GoldenMoment(name: "09-one-hundredth", file: beijing, at: "26:53.6"),
    GoldenMoment(name: "10-official", file: beijing, at: "27:04"),
    GoldenMoment(name: "11-run-before-the-clear", file: heerenveen, at: "4:50"),
    GoldenMoment(name: "12-cleared", file: heerenveen, at: "6:00"),
    GoldenMoment(name: "13-impulse-of-a-skater-who-does-not-start", file: heerenveen, at: "14:18.6"),
    GoldenMoment(name: "14-live-between-the-marks", file: heerenveen, at: "33:00"),
    GoldenMoment(name: "15-live-against-the-pair", file: heerenveen, at: "33:00", comparison: .pair),
    GoldenMoment(name: "16-provisional", file: heerenveen, at: "33:36"),
    GoldenMoment(name: "17-one-photo-finish-of-two", file: heerenveen, at: "33:44"),
    GoldenMoment(name: "18-against-personal-bests", file: heerenveen, at: "39:18", comparison: .personalBest),
    GoldenMoment(name: "19-standings", file: heerenveen, at: "39:18", screen: .standings),
    GoldenMoment(name: "20-start-list", file: heerenveen, at: "33:00", screen: .start),
    GoldenMoment(
      name: "22-plot-against-the-pair", file: heerenveen, at: "33:36", screen: .plot, comparison: .pair),
    GoldenMoment(name: "23-plot-against-the-leader", file: beijing, at: "27:04", screen: .plot),
    GoldenMoment(name: "21-log-with-a-void-split", file: heerenveen, at: "#64", screen: .log),
    GoldenMoment(name: "24-big-nobody-called", file: beijing, at: "0:00", screen: .big),
    GoldenMoment(name: "25-big-before-the-first-mark", file: beijing, at: "1:20", screen: .big),
    GoldenMoment(name: "26-big-at-the-bell", file: beijing, at: "26:41", screen: .big),
    GoldenMoment(name: "27-big-one-hundredth", file: beijing, at: "26:53.6", screen: .big),
    GoldenMoment(name: "28-big-official", file: beijing, at: "27:04", screen: .big),
    GoldenMoment(name: "29-big-who-does-not-start", file: heerenveen, at: "14:18.6", screen: .big),
  ]

  static let sizes = [
    GridSize(columns: 40, rows: 12), GridSize(columns: 80, rows: 24), GridSize(columns: 132, rows: 43),
  ]
}
