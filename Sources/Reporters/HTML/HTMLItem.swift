import AuditCore

/// One item with everything that proves its verdict or tells what to do.
struct HTMLItem {
  private let context: HTMLContext
  private let item: ItemReport
  private let words: ItemWords

  init(_ item: ItemReport, _ context: HTMLContext) {
    self.item = item
    self.context = context
    words = context.words(item)
  }

  private func say(_ th: String, _ en: String) -> String { context.say(th, en) }

  var html: HTML {
    let anchor = context.anchor(item)
    return """
      <article id="\(anchor)" class="\(item.verdict.rawValue)" aria-labelledby="\(anchor)-title">
      <h4 id="\(anchor)-title">\(words.number) \(words.title)</h4>
      <p class="line">\(context.verdict(item.verdict)) <span class="quiet">\(worth)</span></p>
      <p>\(context.text(words.reason))</p>
      \(facts)
      \(HTMLEvidence(item, context).html)
      \(nearMisses)
      </article>
      """
  }

  /// What the item is worth, and how sure the verdict is.
  private var worth: String {
    let points = context.figures.points(item.points)
    let sure = item.confidence.isFinite ? context.figures.points(min(max(item.confidence, 0), 1) * 100) : "–"
    let confidence = say("ความมั่นใจ \(sure)%", "confidence \(sure)%")
    if item.verdict.leavesPointsOpen {
      return say("ยังไม่ทราบผล \(points) คะแนน", "\(points) points open") + " · " + confidence
    }
    let lost = context.figures.points(item.pointsLost)
    return item.verdict == .met
      ? say("ได้ \(points) คะแนน", "\(points) points earned") + " · " + confidence
      : say("เสีย \(lost) จาก \(points) คะแนน", "\(lost) of \(points) points lost") + " · " + confidence
  }

  private var facts: HTML? {
    let isOpenOrGap = item.verdict != .met
    let pairs: [(String, String)] = [
      (say("สิ่งที่ขาด", "Lacking"), words.lacking),
      (say("ช่วงเวลา", "Period"), words.period),
      (say("กำหนดเผยแพร่", "Due"), isOpenOrGap ? words.dueDate ?? "" : ""),
      (say("ต้องทำ", "To do"), words.remedy),
      (say("ผู้รับผิดชอบ", "Responsible"), isOpenOrGap ? words.responsible : ""),
      (say("ขอบเขตการค้น", "Searched"), item.verdict == .missing || item.verdict == .unknown ? words.searched : ""),
      (say("การยกเว้น", "Waiver"), words.waiver ?? ""),
    ]
    let lines: [HTML] = pairs.filter { !$0.1.isEmpty }.map { "<dt>\($0.0)</dt><dd>\(context.text($0.1))</dd>" }
    return lines.isEmpty ? nil : "<dl>\n\(lines)\n</dl>"
  }

  private var nearMisses: HTML? {
    let shown = item.nearMisses.prefix(context.detail.nearMisses)
    guard !shown.isEmpty else { return nil }
    let lines: [HTML] = shown.map { near in
      """
      <li><p><q lang="th">\(context.text(near.quote))</q> — \(context.text(near.why))</p>
      <p>\(context.link(near.url))</p></li>
      """
    }
    return """
      <details open="open"><summary>\(say("ใกล้เคียงแต่ไม่ใช่", "Near misses"))</summary>
      <ol class="proof">
      \(lines)
      </ol></details>\(context.rest(item.nearMisses.count, shown: shown.count))
      """
  }
}
