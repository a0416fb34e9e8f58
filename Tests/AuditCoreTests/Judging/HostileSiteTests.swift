import Synchronization
import Testing

@testable import AuditCore

/// Sites made to exhaust whoever reads them. What is counted is work done, not time taken.
@Suite("Hostile input to judging")
struct HostileSiteTests {
  /// Counts how often a mention was read.
  private final class CountingRecognizer: TopicRecognizer {
    private let inner: TopicMatcher
    let asked = Mutex(0)

    init(_ inner: TopicMatcher) { self.inner = inner }

    func topics(of mention: Mention) -> [TopicMatch] {
      asked.withLock { $0 += 1 }
      return inner.topics(of: mention)
    }
  }

  @Test("A hundred thousand links on one page are each read once, and a bounded number is held against the item")
  func manyLinks() throws {
    var site = SiteSketch()
    let links = (0..<100_000).map { SiteSketch.link("หมู่ \($0)", to: "p/\($0)") }
    let named = (0..<3_000).map { SiteSketch.link("นโยบายคุ้มครองข้อมูลส่วนบุคคล ฉบับที่ \($0)", to: "n/\($0)") }
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: links + named)
    let recognizer = CountingRecognizer(TopicRules.matcher)
    let report = try #require(site.report(recognizer: recognizer))
    #expect(recognizer.asked.withLock { $0 } <= links.count + named.count + 16)
    let item = try #require(report.items.first { $0.number == "O10" })
    #expect(item.nearMisses.count <= 3)
    #expect(item.evidence.count <= 14)
  }

  @Test("Ten megabytes of text give a report of a bounded size")
  func longText() throws {
    var site = SiteSketch()
    let name = "แผนดำเนินงานและการใช้งบประมาณประจำปี ปีงบประมาณ พ.ศ. 2566"
    let line = String(repeating: "โครงการพัฒนาถนนและคลอง งบประมาณ 100,000 บาท ระยะเวลา ตุลาคม 2565 ", count: 20)
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link(name, to: "plan.pdf")])
    let lines = (0..<3_000).map { "ลำดับที่ \($0) " + line }
    #expect(lines.reduce(0) { $0 + $1.utf8.count } > 9_000_000)
    site.file("plan.pdf", [name] + lines)
    let item = try #require(site.item("O11"))
    #expect(item.verdict == .met)
    #expect(item.evidence.allSatisfy { $0.quote.unicodeScalars.count <= 300 })
    #expect(NamedWorks(in: JudgedText(SiteSketch.blocks(lines, isPage: false))).works.count <= 400)
  }

  @Test("Thousands of near misses, dead links and redirects in circles end in one verdict with three of them")
  func nearMisses() throws {
    var site = SiteSketch()
    let dead = (0..<2_000).map { _ in
      Link(kind: .dead, target: nil, rawTarget: "#", text: "ข้อมูลการติดต่อ", region: .main)
    }
    let circles = (0..<2_000).map { SiteSketch.link("ข้อมูลการติดต่อ \($0)", to: "c/\($0)") }
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: dead + circles)
    for place in 0..<2_000 { site.redirect("c/\(place)", to: "c/\((place + 1) % 2_000)") }
    let item = try #require(site.item("O5"))
    #expect(item.verdict == .broken)
    #expect(item.nearMisses.count <= 3)
  }

  @Test("Texts of one letter, of marks alone and of nothing are judged without a fault")
  func oddTexts() {
    var site = SiteSketch()
    let odd = ["", " ", "่้๊๋", "\u{0}", "ๆ", String(repeating: "(", count: 5_000), String(repeating: "ก", count: 50_000)]
    site.page("", odd, links: odd.map { SiteSketch.link($0, to: "x") })
    site.file("x", odd)
    #expect(site.report()?.items.count == 43)
  }
}
