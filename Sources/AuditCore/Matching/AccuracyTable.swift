/// The accuracy of matching as a text: figures, items, confusions, sources. Same input, same bytes.
package struct AccuracyTable: Sendable {
  private let accuracy: Accuracy
  private let title: String

  package init(_ accuracy: Accuracy, title: String) {
    self.accuracy = accuracy
    self.title = title
  }

  /// Lines of Markdown.
  package var text: String {
    let all = accuracy.overall
    var lines = ["# \(title)", ""]
    lines.append(
      "rows scored: \(accuracy.sources.reduce(0) { $0 + $1.rows }) (ambiguous, left out: \(accuracy.ambiguousRows))")
    lines.append("precision \(percent(all.precision)) · recall \(percent(all.recall)) · F1 \(percent(all.f1))")
    lines.append("macro-F1 over items with five rows or more: \(percent(accuracy.macroF1))")
    lines.append("wrong year told: \(figure(accuracy.wrongYears)) · right year told: \(figure(accuracy.rightYears))")
    if let worst = accuracy.sources.first { lines.append("worst source: \(worst.source) \(figure(worst))") }
    lines += ["", "| item | rows | precision | recall | F1 |", "|---|---|---|---|---|"]
    for (item, tally) in accuracy.items.sorted(by: { Self.order($0.key) < Self.order($1.key) }) {
      let cells = [item, "\(tally.rows)", percent(tally.precision), percent(tally.recall), percent(tally.f1)]
      lines.append("| " + cells.joined(separator: " | ") + " |")
    }
    lines += ["", "| meant | given | rows |", "|---|---|---|"]
    for confusion in accuracy.confusions {
      lines.append(
        "| \(confusion.meant ?? "–") | \(confusion.given ?? "–") | \(confusion.lines.joined(separator: " ")) |")
    }
    lines += ["", "| source | right | rows | share |", "|---|---|---|---|"]
    for source in accuracy.sources {
      lines.append("| \(source.source) | \(source.right) | \(source.rows) | \(percent(source.share)) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func order(_ item: String) -> Int { Int(item.dropFirst()) ?? 0 }

  private func figure(_ figure: Accuracy.SourceFigure) -> String {
    "\(figure.right) of \(figure.rows) (\(percent(figure.share)))"
  }

  /// "98.5 %", rounded half up to one digit.
  private func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10) %"
  }
}
