/// Where a topic was read.
enum TopicSource {
  case text, damagedText, label, row, fileName, menu, heading, address
  case number(Int, Int)
  case otherNumber(Int, Int)

  /// How far a finding there can be trusted against one in the text itself.
  var weight: Double {
    switch self {
    case .text: 1
    case .label, .row: 0.95
    case .damagedText, .fileName: 0.9
    case .menu, .heading: 0.75
    case .address: 0.8
    case .number, .otherNumber: 1
    }
  }

  /// For people: why the topic was chosen.
  var reason: String {
    switch self {
    case .text: "ชื่อตรงกับข้อความ"
    case .damagedText: "ชื่อตรงกับข้อความที่ตัวอักษรหาย"
    case .label: "ชื่ออยู่ในคำอธิบายของลิงก์"
    case .row: "ชื่ออยู่ในแถวหรือข้อความรอบลิงก์"
    case .fileName: "ชื่ออยู่ในชื่อไฟล์"
    case .menu: "ชื่ออยู่ในเมนูเหนือขึ้นไป"
    case .heading: "ชื่ออยู่ในหัวข้อ"
    case .address: "ชื่ออยู่ในที่อยู่เว็บ"
    case .number(let number, let year): "เลข O\(number) ตรงกับรายการปี \(year)"
    case .otherNumber(let number, let year): "เลข O\(number) ของรายการปี \(year) เป็นเรื่องอื่น จึงถือตามชื่อ"
    }
  }
}

/// The topics of one mention while what speaks for them is collected.
struct TopicTally {
  private let concepts: [ConceptID]
  private var order: [Int] = []
  private var found: [Int: TopicMatch] = [:]

  init(concepts: [ConceptID]) { self.concepts = concepts }

  var isEmpty: Bool { found.isEmpty }

  var best: Double { found.values.map(\.confidence).max() ?? 0 }

  var leader: ConceptID? { matches.first?.concept }

  func knows(_ concept: Int) -> Bool { found[concept] != nil }

  mutating func add(_ candidates: [TextTopics.Candidate], from source: TopicSource) {
    for candidate in candidates {
      let finding = candidate.finding
      add(finding.pattern.concept, score: candidate.score * source.weight, name: finding.pattern.name, from: source)
      if finding.wrongLetters > 0 { note("สะกดต่าง \(finding.wrongLetters) ตัวอักษร", on: finding.pattern.concept) }
      if finding.isCutOff { note("ข้อความถูกตัดท้าย", on: finding.pattern.concept) }
    }
  }

  mutating func add(_ concept: Int, score: Double, name: String, from source: TopicSource) {
    if let known = found[concept], known.confidence >= score { return }
    if found[concept] == nil { order.append(concept) }
    found[concept] = TopicMatch(concept: concepts[concept], confidence: score, name: name, reasons: [source.reason])
  }

  /// A second witness: brings the confidence nearer to certainty.
  mutating func support(_ concept: Int, by source: TopicSource) {
    guard var match = found[concept], !match.reasons.contains(source.reason) else { return }
    match.confidence += (1 - match.confidence) * 0.4
    match.reasons.append(source.reason)
    found[concept] = match
  }

  /// A remark on the leading topic.
  mutating func note(_ source: TopicSource) {
    guard let leader, let concept = concepts.firstIndex(of: leader) else { return }
    note(source.reason, on: concept)
  }

  private mutating func note(_ remark: String, on concept: Int) {
    guard found[concept]?.reasons.contains(remark) == false else { return }
    found[concept]?.reasons.append(remark)
  }

  /// Best first; of equals the one that stands first in the text.
  var matches: [TopicMatch] {
    let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    return found.sorted { left, right in
      if left.value.confidence != right.value.confidence { return left.value.confidence > right.value.confidence }
      return places[left.key, default: 0] < places[right.key, default: 0]
    }.map(\.value)
  }
}
