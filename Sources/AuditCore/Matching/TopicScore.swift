/// How much a name found in a text says about what the whole text is about.
///
/// A Thai noun phrase begins with its head: words before a name change what the text is about ("ประชุม…แผนพัฒนา"), words
/// behind it only narrow it ("แผนพัฒนาท้องถิ่น ของ…"). So letters that nothing explains weigh more before than behind.
struct TopicScore {
  /// Confidence of a name that stands alone.
  private static let strong = 0.96
  private static let narrow = 0.7
  private static let weak = 0.45
  private static let before = 1.0
  private static let inside = 0.25
  private static let behind = 0.4
  /// The longer a name, the less the words behind it can change what it says.
  private static let telling = 14.0
  /// Open letters a whole name may have beside it.
  private static let wholeTolerance = 2

  let value: Double

  /// - Parameter others: findings beside it; the letters they cover are explained, those before it by half: the head
  ///   of a text comes first.
  init(of finding: NameFinding, among others: [NameFinding], in reading: TextReading) {
    let pattern = finding.pattern
    let range = finding.range
    var lead = reading.openLetters(in: 0..<range.lowerBound)
    var tail = reading.openLetters(in: range.upperBound..<reading.bytes.count)
    let inner = reading.openLetters(in: range) - finding.parts.reduce(0) { $0 + reading.openLetters(in: $1) }
    for other in others where !pattern.isWhole {
      if other.range.upperBound <= range.lowerBound {
        lead -= reading.openLetters(in: other.range) / 2
      } else if other.range.lowerBound >= range.upperBound {
        tail -= reading.openLetters(in: other.range)
      }
    }
    lead = max(lead, 0)
    tail = max(tail, 0)
    let base =
      switch pattern.strength {
      case .strong: Self.strong
      case .narrow: Self.narrow
      case .weak: Self.weak
      }
    if pattern.isWhole {
      let isAlone = lead + tail + inner <= Self.wholeTolerance && !reading.holdsHead(before: range.lowerBound)
      value = isAlone ? base : 0
      return
    }
    let evidence = Double(finding.evidence)
    var foreign = Self.inside * Double(inner)
    if !pattern.isOpenBefore { foreign += Self.before * Double(lead) }
    if !pattern.isOpenBehind { foreign += Self.behind * min(1, Self.telling / evidence) * Double(tail) }
    let share = evidence / (evidence + foreign)
    let exactness = 1 - 0.5 * Double(finding.wrongLetters) / Double(max(pattern.letters, 1))
    value = base * share * exactness * (finding.isCutOff ? 0.85 : 1)
  }
}
