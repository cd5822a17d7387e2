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

  static let massStart = "2025-salt-lake-city-men-mass-start.ndjson"
  static let pursuit = "2020-heerenveen-men-team-pursuit.ndjson"
  static let sprint = "2025-team-sprint-men.ndjson"
  static let relay = "2020-heerenveen-mixed-relay.ndjson"
  static let quartet = "2025-salt-lake-city-women-3000m-b.ndjson"

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
    GoldenMoment(name: "30-mass-start-list", file: massStart, at: "1:00", screen: .start),
    GoldenMoment(name: "31-mass-start-neutral-lap", file: massStart, at: "3:00"),
    GoldenMoment(name: "32-mass-start-first-sprint", file: massStart, at: "4:50"),
    GoldenMoment(name: "33-mass-start-together", file: massStart, at: "8:00"),
    GoldenMoment(name: "34-mass-start-breakaway", file: massStart, at: "9:40"),
    GoldenMoment(name: "35-mass-start-finish", file: massStart, at: "10:22"),
    GoldenMoment(name: "36-mass-start-result", file: massStart, at: "12:31"),
    GoldenMoment(name: "37-mass-start-passages", file: massStart, at: "12:31", screen: .standings),
    GoldenMoment(name: "38-mass-start-plot", file: massStart, at: "9:40", screen: .plot),
    GoldenMoment(name: "39-mass-start-big", file: massStart, at: "9:40", screen: .big),
    GoldenMoment(name: "40-mass-start-big-result", file: massStart, at: "12:31", screen: .big),
    GoldenMoment(name: "41-cup-as-if-it-ended-now", file: massStart, at: "9:40", screen: .cup),
    GoldenMoment(name: "42-pursuit-start-list", file: pursuit, at: "1:00", screen: .start),
    GoldenMoment(name: "43-pursuit-half-way", file: pursuit, at: "#100"),
    GoldenMoment(name: "44-pursuit-against-the-rival", file: pursuit, at: "#100", comparison: .pair),
    GoldenMoment(name: "45-pursuit-provisional", file: pursuit, at: "#116"),
    GoldenMoment(name: "46-pursuit-photo-finish-moves-two-hundredths", file: pursuit, at: "#118"),
    GoldenMoment(name: "47-pursuit-standings", file: pursuit, at: "#120", screen: .standings),
    GoldenMoment(name: "48-pursuit-plot", file: pursuit, at: "#100", screen: .plot),
    GoldenMoment(name: "49-pursuit-big", file: pursuit, at: "#100", screen: .big),
    GoldenMoment(name: "50-team-sprint-second-lap", file: sprint, at: "#8"),
    GoldenMoment(name: "51-relay-third-leg", file: relay, at: "#20"),
    GoldenMoment(name: "52-relay-result", file: relay, at: "#27"),
    GoldenMoment(name: "53-quartet-with-takagi", file: quartet, at: "#395"),
    GoldenMoment(name: "54-quartet-big", file: quartet, at: "#395", screen: .big),
  ]

  static let sizes = [
    GridSize(columns: 40, rows: 12), GridSize(columns: 80, rows: 24), GridSize(columns: 132, rows: 43),
  ]
}
