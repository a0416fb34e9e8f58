import Foundation

/// The figures as a table in Markdown: what was measured, how fast, against plain reading, against the goal.
struct SpeedTable {
  /// One thing measured.
  struct Row {
    var what: String
    var figure: Double
    var unit: String
    /// How often a plain walk over the letters of the same text fits into it; nil where there is none.
    var timesReading: Double?
    /// The least that is wanted, in `unit`.
    var goal: Double?
  }

  private(set) var rows: [Row] = []

  mutating func add(_ what: String, megabytes: Double, seconds: Double, reading: Double? = nil, goal: Double? = nil) {
    let times = reading.map { seconds / $0 }
    rows.append(Row(what: what, figure: megabytes / seconds, unit: "MB/s", timesReading: times, goal: goal))
  }

  mutating func add(_ what: String, lines: Int, seconds: Double, goal: Double? = nil) {
    rows.append(Row(what: what, figure: Double(lines) / seconds * 60, unit: "lines/min", goal: goal))
  }

  var text: String {
    var lines = ["| measured | figure | times plain reading | goal | |", "|---|---:|---:|---:|---|"]
    for row in rows {
      let digits = row.unit == "MB/s" ? "%.1f" : "%.0f"
      let figure = String(format: digits, row.figure) + " " + row.unit
      let times = row.timesReading.map { String(format: "%.1f", $0) } ?? ""
      let goal = row.goal.map { "≥ " + String(format: "%.0f", $0) } ?? ""
      let verdict = row.goal.map { row.figure >= $0 ? "reached" : "missed" } ?? ""
      lines.append("| \(row.what) | \(figure) | \(times) | \(goal) | \(verdict) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
