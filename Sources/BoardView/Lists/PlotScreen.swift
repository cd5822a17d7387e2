import CellGrid
import LongTrack
import Scoreboard

/// Deltas over the distance: ahead above the line, behind below it.
struct PlotScreen {
  let state: PlotState

  func draw(into grid: inout CellGrid, area: Rect) {
    let rest = ListHead.draw(state.race, state.heat, into: &grid, area: area)
    let legend = rest.splitRows(at: state.series.count)
    for (row, series) in state.series.enumerated() {
      drawLegend(series, glyph(row), into: &grid, row: legend.top.row + row, area: area)
    }
    guard state.distance > 0, state.series.contains(where: { !$0.points.isEmpty }) else {
      grid.put("nothing to compare yet", column: 2, row: legend.bottom.row + 1, role: .dim)
      return
    }
    let plot = Rect(
      column: area.column + 8, row: legend.bottom.row, columns: area.columns - 10,
      rows: legend.bottom.rows - 1)
    let scale = Scale(state, rows: plot.rows)
    drawAxes(scale, into: &grid, plot: plot)
    for (index, series) in state.series.enumerated() {
      draw(series, glyph(index), scale, into: &grid, plot: plot)
    }
  }

  /// The sign of a line: the armband's, where there is one, else one of four.
  private func glyph(_ index: Int) -> String {
    state.series[index].armband?.glyph ?? ["○", "●", "◇", "◆"][index % 4]
  }

  /// Which delta a row stands for.
  private struct Scale {
    /// 1/10 000 s of the top row, ahead, so never positive.
    let top: Int64
    /// 1/10 000 s of the bottom row, behind, so never negative.
    let bottom: Int64
    /// 1/10 000 s from one label to the next.
    let step: Int64
    let rows: Int

    init(_ state: PlotState, rows: Int) {
      let all = state.series.flatMap(\.points).map(\.ticks)
      let low = min(all.min() ?? 0, 0)
      let high = max(all.max() ?? 0, 0)
      let most = max(Int64(rows / 2), 2)
      let steps: [Int64] = [
        500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000,
      ]
      let step = steps.first { (high - low) / $0 + 2 <= most } ?? 10_000_000
      self.step = step
      self.rows = rows
      top = -((-low + step - 1) / step * step)
      bottom = max((high + step - 1) / step * step, top + step)
    }

    func row(_ ticks: Int64) -> Int {
      Int((Double(ticks - top) / Double(bottom - top) * Double(rows - 1)).rounded())
    }
  }

  private func drawLegend(
    _ series: PlotState.Series, _ glyph: String, into grid: inout CellGrid, row: Int, area: Rect
  ) {
    let role = Role(series.armband)
    grid.put(glyph, column: 1, row: row, role: role)
    let last = series.points.last { $0.mark != nil }
    let delta = last.map { Gap(hundredths: $0.ticks / 100).text + " at " + ($0.mark ?? "") } ?? ""
    // A long name is cut, the delta after it never.
    let room = area.columns - 4 - (delta.isEmpty ? 0 : TextWidth.of(delta) + 2)
    let used = grid.put(series.label, column: 3, row: row, role: .heading, cutTo: room)
    grid.put(delta, column: 5 + used, row: row, role: .heading)
  }

  private func drawAxes(_ scale: Scale, into grid: inout CellGrid, plot: Rect) {
    // From the finish back, as many marks as have room for their names: names that touch are no numbers.
    var free = Int.max
    for mark in state.marks.reversed() {
      let column = self.column(Int64(mark.position) * 1000, plot)
      guard column + 1 < free else { continue }
      grid.fill(Rect(column: column, row: plot.row, columns: 1, rows: plot.rows), with: "│", role: .rule)
      free = column + 1 - grid.put(mark.name, endingAt: column + 1, row: plot.bottom, role: .dim)
    }
    for ticks in stride(from: scale.top, through: scale.bottom, by: Int(scale.step)) {
      let row = plot.row + scale.row(ticks)
      let label = Gap(hundredths: ticks / 100).text
      grid.put(label, endingAt: plot.column - 1, row: row, role: ticks == 0 ? .level : .dim)
      guard ticks == 0 else { continue }
      grid.fill(Rect(column: plot.column, row: row, columns: plot.columns, rows: 1), with: "─", role: .level)
    }
  }

  private func draw(
    _ series: PlotState.Series, _ glyph: String, _ scale: Scale, into grid: inout CellGrid, plot: Rect
  ) {
    for (start, end) in zip(series.points, series.points.dropFirst()) {
      let columns = (column(start.position, plot), column(end.position, plot))
      guard columns.1 > columns.0 else { continue }
      for column in columns.0...columns.1 {
        let part = Double(column - columns.0) / Double(columns.1 - columns.0)
        let ticks = Double(start.ticks) + part * Double(end.ticks - start.ticks)
        let role: Role = ticks < 0 ? .aheadGaining : ticks > 0 ? .behindLosing : .level
        grid.put("·", column: column, row: plot.row + scale.row(Int64(ticks)), role: role)
      }
    }
    for point in series.points where point.mark != nil {
      grid.put(
        glyph, column: column(point.position, plot),
        row: plot.row + scale.row(point.ticks), role: Role(series.armband))
    }
  }

  private func column(_ position: Int64, _ plot: Rect) -> Int {
    plot.column + Int(position * Int64(plot.columns - 1) / Int64(max(state.distance, 1) * 1000))
  }
}
