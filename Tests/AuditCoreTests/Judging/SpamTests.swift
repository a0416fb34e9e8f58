import AuditCore
import Testing

@Suite("Gambling spam")
struct SpamTests {
  private func isSpam(_ title: String, _ text: String) -> Bool {
    SpamSigns().isSpam(title: title, blocks: [Block(kind: .paragraph, text: text)])
  }

  @Test("Advertisements are recognised, also between words of a real page")
  func advertisements() {
    #expect(isSpam("สล็อตเว็บตรง", "บาคาร่าออนไลน์ เครดิตฟรี ฝากถอนไม่มีขั้นต่ำ"))
    #expect(isSpam("ประกาศ No Gift Policy 2566", "PG SLOT สล็อตแตกง่าย เว็บตรงไม่ผ่านเอเย่นต์"))
  }

  @Test("A town that warns of gambling is no spam")
  func warnings() {
    #expect(!isSpam("เตือนภัยพนันออนไลน์", "รณรงค์ไม่เล่นบาคาร่า แทงบอล หวยออนไลน์ เพราะผิดกฎหมาย"))
    #expect(!isSpam("แข่งขันกีฬา", "แทงบอลสูง time slot ของการลงทะเบียน"))
    #expect(!isSpam("ข่าวประชาสัมพันธ์", ""))
  }

  @Test("Advertisements hidden below a good page's own words are found")
  func hidden() {
    let news = (1...200).map { Block(kind: .paragraph, text: "ข่าวที่ \($0) เทศบาลตำบลตัวอย่างพัฒนาถนนและแหล่งน้ำในหมู่บ้าน") }
    let hidden = [Block(kind: .listItem, text: "สล็อตเว็บตรง"), Block(kind: .listItem, text: "บาคาร่าออนไลน์ เครดิตฟรี")]
    #expect(SpamSigns().isSpam(title: "เทศบาลตำบลตัวอย่าง", blocks: news + hidden))
    #expect(!SpamSigns().isSpam(title: "เทศบาลตำบลตัวอย่าง", blocks: news))
  }

  @Test("A hacked page that carries an item's name is no evidence and is told")
  func noEvidence() throws {
    var site = SiteSketch()
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link("ประกาศเจตนารมณ์ No Gift Policy 2566", to: "slot")])
    site.page("slot", ["ประกาศเจตนารมณ์ No Gift Policy 2566", "สล็อตเว็บตรง บาคาร่า เครดิตฟรี งดรับของขวัญ เจ้าหน้าที่ทุกคน"])
    let report = try #require(site.report())
    #expect(report.items.first { $0.number == "O31" }?.verdict == .missing)
    #expect(report.findings.filter { $0.kind == .spam }.map(\.url) == [SiteSketch.home + "slot"])
  }
}
