import AuditCore
import Testing

/// ITA 2566 O5 at the foot of every page: nothing is lost because the link to a contact page is dead.
@Suite("The head and foot of a site")
struct SiteFrameTests {
  private static let foot = ["ที่อยู่ติดต่อ 219 หมู่ที่ 1 ถ.เฉลิมพระเกียรติ", "เบอร์โทรศัพท์ : 038-219232-3 อีเมล : town@town.go.th"]

  private func site(contact: [String]?, foot: [String]) -> SiteSketch {
    var site = SiteSketch()
    let target = contact == nil ? "" : "contact"
    let links = [SiteSketch.link("ข้อมูลการติดต่อ", to: target, menu: ["เมนู"])]
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: contact == nil ? [Self.dead] : links)
    for name in ["news", "history", "staff", "plan", "law"] {
      site.page(name, ["หน้า \(name)", "เรื่องของหน้า \(name) ที่เทศบาลเล่าให้ประชาชนทราบ"] + foot, links: [])
    }
    if let contact { site.page("contact", contact + foot) }
    return site
  }

  private static let dead = Link(
    kind: .dead, target: nil, rawTarget: "#", text: "ข้อมูลการติดต่อ", menuPath: ["เมนู"], region: .navigation)

  @Test("It stands in for a link without an address, and what it lacks is named")
  func deadLink() {
    let item = site(contact: nil, foot: Self.foot).item("O5")
    #expect(item?.verdict == .partial)
    #expect(item?.missingElements.map(\.id) == ["map"])
    #expect(item?.evidence.contains { $0.element == "telephone" } == true)
  }

  @Test("It fills what the contact page itself lacks")
  func fills() {
    let page = ["ข้อมูลการติดต่อ", "แผนที่ตั้งเทศบาล", "เลขที่ 219 หมู่ที่ 1 ตำบลตัวอย่าง"]
    #expect(site(contact: page, foot: Self.foot).item("O5")?.verdict == .met)
  }

  @Test("A name alone at the foot changes nothing")
  func nameAlone() {
    #expect(site(contact: nil, foot: ["เทศบาลตำบลตัวอย่าง โทรศัพท์"]).item("O5")?.verdict == .broken)
  }
}
