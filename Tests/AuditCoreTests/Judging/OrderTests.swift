import AuditCore
import Testing

/// The verdicts rest on the site, not on the order in which its pages were fetched.
@Suite("Order of recording")
struct OrderTests {
  /// A town with met, partial, outdated, broken, unknown and missing items.
  private static func town() -> SiteSketch {
    var site = SiteSketch()
    site.page(
      "", ["เทศบาลตำบลตัวอย่าง"],
      links: [
        SiteSketch.link("ITA 2566", to: "ita"), SiteSketch.link("ข้อมูลการติดต่อ", to: "contact"),
        SiteSketch.link("กฎหมายที่เกี่ยวข้อง", to: "laws"), SiteSketch.link("คณะผู้บริหาร", to: "executives"),
      ])
    let rows = [
      ("O11", "แผนดำเนินงานและการใช้งบประมาณประจำปี 2566", "plan.pdf"), ("O13", "รายงานผลการดำเนินงานประจำปี", "annual.pdf"),
      ("O23", "นโยบายการบริหารทรัพยากรบุคคล ปี 2566", "hr.pdf"),
      ("O31", "ประกาศเจตนารมณ์นโยบาย No Gift Policy ปี 2566", "gift.pdf"),
      ("O36", "แผนปฏิบัติการป้องกันการทุจริต 2566", "gone.pdf"), ("O39", "ประมวลจริยธรรมสำหรับเจ้าหน้าที่ของรัฐ", "code.pdf"),
    ]
    site.page(
      "ita", ["การประเมิน ITA ประจำปี 2566"],
      links: rows.map { SiteSketch.link($0.1, to: $0.2, row: [$0.0, $0.1]) })
    site.page("contact", ["ข้อมูลการติดต่อ", "เลขที่ 1 หมู่ที่ 2 ถนนสุขุมวิท ตำบลตัวอย่าง โทรศัพท์ 02-000-0000"])
    site.page("laws", ["กฎหมายที่เกี่ยวข้อง", "พระราชบัญญัติเทศบาล พ.ศ. 2496"])
    site.page("executives", ["คณะผู้บริหาร", "นายสมชาย ใจดี | นายกเทศมนตรี", "นายวิชัย ทองสุข | รองนายกเทศมนตรี"])
    site.file(
      "plan.pdf",
      [
        "แผนดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2566",
        "โครงการซ่อมแซมถนนสายบ้านเหนือ งบประมาณ 10,000 บาท ระยะเวลา ต.ค. 65 - ก.ย. 66",
      ])
    site.file("annual.pdf", ["รายงานผลการดำเนินงานประจำปี 2563", "ผลการดำเนินงาน โครงการ เบิกจ่าย 10 บาท ปัญหา ข้อเสนอแนะ"])
    site.scan("hr.pdf")
    site.file("gift.pdf", ["ประกาศ No Gift Policy ปี 2566", "ข้าพเจ้าและเจ้าหน้าที่ทุกคนไม่รับของขวัญ"])
    site.refused("gone.pdf", status: 404)
    site.forbidden("code.pdf")
    return site
  }

  private struct Shuffler: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state
    }
  }

  @Test("Pages recorded in any order give the same report, byte for byte", arguments: 1...8)
  func shuffled(seed: UInt64) throws {
    let site = Self.town()
    let told = try #require(site.report())
    #expect(Set(told.items.map(\.verdict)).count >= 5)
    var shuffler = Shuffler(state: seed)
    let order = Array(0..<site.count).shuffled(using: &shuffler)
    let other = try #require(site.report(order: order))
    for (one, two) in zip(told.items, other.items) { #expect("\(one)" == "\(two)") }
    #expect("\(told.declared)" == "\(other.declared)")
    #expect("\(told.findings)" == "\(other.findings)")
  }
}
