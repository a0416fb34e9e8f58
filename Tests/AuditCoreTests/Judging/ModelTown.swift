import AuditCore
import ThaiText

/// A town that shows everything an edition asks for, made from the edition's own words: for every duty a link and a page
/// or paper with its name, its period and each element.
struct ModelTown {
  let edition: Edition
  private let vocabulary: Vocabulary
  /// Duties that it does not show.
  var without: Set<ConceptID> = []

  private static let form = Form(
    action: "send", method: "post", fieldTypes: ["text", "textarea"], text: "ชื่อ เรื่อง รายละเอียด ส่ง", region: .main)
  private static let picture = Picture(source: "chart.png", text: "แผนผัง", region: .main)
  private static let signature = ["(นายสมชาย ใจดี)", "นายกเทศมนตรีตำบลตัวอย่าง"]
  private static let work = "โครงการซ่อมแซมถนนสายบ้านเหนือ"

  init(_ edition: Edition, vocabulary: Vocabulary) {
    self.edition = edition
    self.vocabulary = vocabulary
  }

  var site: SiteSketch {
    var site = SiteSketch()
    let duties = edition.items.flatMap { item in item.concepts.map { (item, $0) } }.filter { !without.contains($0.1) }
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: duties.map { link(to: $1, of: $0) })
    for (item, concept) in duties {
      let lines = lines(of: item, concept)
      if item.kind == .document {
        site.file("\(concept).pdf", lines)
      } else if !item.ownPage {
        site.page(
          "\(concept)", lines, links: [SiteSketch.link("ดูเส้นทาง", to: "https://maps.google.com/?q=1")],
          forms: item.kind == .channel ? [Self.form] : [], pictures: [Self.picture])
      }
    }
    return site
  }

  private func link(to concept: ConceptID, of item: ItemRule) -> Link {
    if item.ownPage { return SiteSketch.link("Facebook เทศบาลตำบลตัวอย่าง", to: "https://www.facebook.com/town") }
    let path = item.kind == .document ? "\(concept).pdf" : "\(concept)"
    return SiteSketch.link("\(item.number) \(name(of: concept)) \(period(of: item))", to: path)
  }

  private func name(of concept: ConceptID) -> String { vocabulary.names(of: concept)?.title.th ?? "" }

  private func lines(of item: ItemRule, _ concept: ConceptID) -> [String] {
    let asked = item.elements.filter { $0.concept == nil || $0.concept == concept }
    var lines = ["\(name(of: concept)) \(period(of: item))"] + asked.flatMap { words(for: $0) }
    lines += item.kind == .document ? [Self.work + " ดำเนินการแล้ว"] + Self.signature : []
    return lines
  }

  private func period(of item: ItemRule) -> String {
    let year = edition.year
    switch item.period.covers {
    case .undated: return ""
    case .year, .inYear: return "ประจำปีงบประมาณ พ.ศ. \(year)"
    case .previousYear: return "ประจำปีงบประมาณ พ.ศ. \(year - 1)"
    case .firstHalf: return "รอบ 6 เดือน (1 ตุลาคม \(year - 1) - 31 มีนาคม \(year))"
    case .span: return "(พ.ศ. \(year) - \(year + 4))"
    }
  }

  /// The element in the words of the rules, and what its kind needs beside them.
  private func words(for element: ElementRule) -> [String] {
    let named = element.words.all.compactMap(\.first) + element.words.any.prefix(element.words.atLeast)
    let said = named.joined(separator: " ")
    switch element.type {
    case .person: return [said + " นายสมชาย ใจดี", "นายสมชาย ใจดี | นายกเทศมนตรี | โทรศัพท์ 081-000-0000"]
    case .figures: return [said + " งานทะเบียนราษฎร 1,204 ราย งานจัดเก็บรายได้ 876 ราย"]
    case .contact, .telephone, .mail: return [said + " โทรศัพท์ 0-4200-0000 saraban@town.example"]
    case .money: return [said + " 550,000 บาท"]
    case .date: return [said + " วันที่ 5 มกราคม พ.ศ. \(edition.year)"]
    case .months: return [said] + ["ตุลาคม พฤศจิกายน ธันวาคม มกราคม กุมภาพันธ์ มีนาคม"]
    case .signature: return Self.signature
    default: return [said]
    }
  }
}
