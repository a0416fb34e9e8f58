/// How well lines are matched to items: what `make accuracy` prints.
package struct Accuracy: Sendable, Hashable {
  /// Hits and misses of one item, or of all.
  package struct Tally: Sendable, Hashable {
    package var hits = 0
    /// Lines given to the item that are not about it.
    package var wrong = 0
    /// Lines about the item that were not given to it.
    package var missed = 0

    package var rows: Int { hits + missed }
    package var precision: Double { Self.share(hits, of: hits + wrong) }
    package var recall: Double { Self.share(hits, of: rows) }
    package var f1: Double { Self.share(2 * hits, of: 2 * hits + wrong + missed) }

    fileprivate static func share(_ part: Int, of whole: Int) -> Double {
      whole == 0 ? 1 : Double(part) / Double(whole)
    }
  }

  /// An item taken for another.
  package struct Confusion: Sendable, Hashable {
    /// The label; nil for none.
    package var meant: String?
    package var given: String?
    package var lines: [String]
  }

  /// How many lines of one source were answered right, none included.
  package struct SourceFigure: Sendable, Hashable {
    package var source: String
    package var right: Int
    package var rows: Int
    package var share: Double { Tally.share(right, of: rows) }
  }

  package private(set) var overall = Tally()
  package private(set) var items: [String: Tally] = [:]
  package private(set) var confusions: [Confusion] = []
  package private(set) var sources: [SourceFigure] = []
  /// Lines whose year is not the wanted one, and how many of them were told so.
  package private(set) var wrongYears = SourceFigure(source: "wrong year", right: 0, rows: 0)
  package private(set) var rightYears = SourceFigure(source: "right year", right: 0, rows: 0)
  package private(set) var ambiguousRows = 0

  /// Items with fewer labelled lines say nothing in the mean.
  private static let fewestRows = 5

  /// - Parameter answers: one for every line, in their order.
  package init(lines: [LabelledLine], answers: [LineAnswer]) {
    var bySource: [String: SourceFigure] = [:]
    var confused: [[String?]: [String]] = [:]
    for (line, answer) in zip(lines, answers) {
      guard !line.isAmbiguous else {
        ambiguousRows += 1
        continue
      }
      count(line, given: answer.item)
      let isRight = line.item == answer.item
      if !isRight { confused[[line.item, answer.item], default: []].append(line.id) }
      var figure = bySource[line.source] ?? SourceFigure(source: line.source, right: 0, rows: 0)
      figure.rows += 1
      figure.right += isRight ? 1 : 0
      bySource[line.source] = figure
      if line.isCurrent == false {
        wrongYears.rows += 1
        wrongYears.right += answer.current == false ? 1 : 0
      } else if line.isCurrent == true {
        rightYears.rows += 1
        rightYears.right += answer.current == true ? 1 : 0
      }
    }
    sources = bySource.values.sorted { ($0.share, $0.source) < ($1.share, $1.source) }
    confusions = confused.map { Confusion(meant: $0.key[0], given: $0.key[1], lines: $0.value) }.sorted {
      (-$0.lines.count, $0.meant ?? "", $0.given ?? "") < (-$1.lines.count, $1.meant ?? "", $1.given ?? "")
    }
  }

  private mutating func count(_ line: LabelledLine, given: String?) {
    if let meant = line.item, meant == given {
      overall.hits += 1
      items[meant, default: Tally()].hits += 1
      return
    }
    if let given {
      overall.wrong += 1
      items[given, default: Tally()].wrong += 1
    }
    if let meant = line.item {
      overall.missed += 1
      items[meant, default: Tally()].missed += 1
    }
  }

  /// The mean F1 of the items with five labelled lines or more.
  package var macroF1: Double {
    let counted = items.values.filter { $0.rows >= Self.fewestRows }
    return counted.isEmpty ? 1 : counted.map(\.f1).reduce(0, +) / Double(counted.count)
  }
}
