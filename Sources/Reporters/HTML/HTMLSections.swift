import AuditCore

/// All items, sub-indicator by sub-indicator.
struct HTMLSections {
  private let context: HTMLContext

  init(_ context: HTMLContext) { self.context = context }

  var html: HTML {
    let title = context.say("ทุกข้อ ตามตัวชี้วัดย่อย", "All items by sub-indicator")
    return """
      <h2 id="items">\(title)</h2>
      \(context.outline.sections.map(section))
      """
  }

  private func section(_ section: ReportOutline.Section) -> HTML {
    let id = SiteText.line(section.id, limit: 12)
    let name = section.part.map { SiteText.line($0.title, limit: 120) } ?? ""
    let items: [HTML] = section.items.map { HTMLItem($0, context).html }
    return """
      <section>
      <h3>\(id) \(name)\(score(section.part))</h3>
      \(items)
      </section>
      """
  }

  private func score(_ part: Score.Part?) -> HTML? {
    guard let part else { return nil }
    let (met, all) = (context.figures.count(part.met), context.figures.count(part.items))
    let share = context.say("ครบ \(met) จาก \(all) ข้อ", "\(met) of \(all) met")
    return " — \(context.figures.range(part.score, part.high)) <span class=\"quiet\">(\(share))</span>"
  }
}
