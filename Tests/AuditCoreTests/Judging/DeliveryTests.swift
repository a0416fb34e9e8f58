import AuditCore
import Testing

/// What a link promises against what it delivers.
@Suite("Promised and not delivered")
struct DeliveryTests {
  private func dead(_ text: String, menu: [String] = []) -> Link {
    Link(
      kind: .dead, target: nil, rawTarget: "#", text: text, menuPath: menu, region: menu.isEmpty ? .main : .navigation)
  }

  @Test("A link without an address that names the item is broken where nothing else delivers it")
  func deadLink() {
    var site = SiteSketch()
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [dead("ข้อมูลการติดต่อ")])
    #expect(site.item("O5")?.verdict == .broken)
  }

  @Test("A dead twin of a link that leads somewhere is no promise: what that link leads to counts")
  func deadTwin() {
    var site = SiteSketch()
    site.page(
      "", ["เทศบาลตำบลตัวอย่าง"],
      links: [SiteSketch.link("ข้อมูลการติดต่อ", to: "contact"), dead("ข้อมูลการติดต่อ")])
    site.page("contact", ["วิสัยทัศน์", "ประชาชนอยู่ดีมีสุข สิ่งแวดล้อมสะอาด การศึกษาทั่วถึง เศรษฐกิจชุมชนเข้มแข็ง"])
    let item = site.item("O5")
    #expect(item.map { $0.evidence.contains { $0.quote.contains("ไม่มีปลายทาง") } } == false)
    #expect(item?.summary.contains("ลิงก์ไม่มีปลายทาง") == false)
  }

  @Test("A dead menu entry weighs nothing beside a page that delivers")
  func deliveredElsewhere() {
    var site = SiteSketch()
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [dead("กฎหมายที่เกี่ยวข้อง"), SiteSketch.link("กฎหมายและระเบียบ", to: "laws")])
    site.page("laws", ["กฎหมายและระเบียบ", "พระราชบัญญัติเทศบาล พ.ศ. 2496", "ระเบียบกระทรวงมหาดไทย"])
    #expect(site.item("O6")?.verdict == .met)
  }

  private static let regulation =
    ["ระเบียบกระทรวงมหาดไทย ว่าด้วยวิธีงบประมาณขององค์กรปกครองส่วนท้องถิ่น พ.ศ. 2541"]
    + (1...30).map {
      "ข้อ \($0) ให้หน่วยงานมีอำนาจหน้าที่จัดทำงบประมาณตามพระราชบัญญัติเทศบาล พ.ศ. 2496 และภารกิจที่กฎหมายกำหนดไว้"
    }

  @Test("A whole regulation behind อำนาจหน้าที่ is not the explanation of the town's own powers")
  func pastedLaw() {
    var site = SiteSketch()
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link("อำนาจหน้าที่", to: "charac", menu: ["เกี่ยวกับเรา"])])
    site.page("charac", Self.regulation)
    #expect(site.item("O3").map { $0.verdict == .met } == false)
  }

  @Test("The town's own explanation that cites many sections is one")
  func ownExplanation() {
    var site = SiteSketch()
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link("อำนาจหน้าที่", to: "charac", menu: ["เกี่ยวกับเรา"])])
    site.page(
      "charac",
      ["อำนาจหน้าที่ของเทศบาลตำบลตัวอย่าง", "พระราชบัญญัติเทศบาล พ.ศ. 2496 กำหนดให้เทศบาลมีหน้าที่"]
        + (50...60).map { "มาตรา \($0) หน้าที่จัดให้มีน้ำสะอาด ถนน และการศึกษา" })
    #expect(site.item("O3")?.verdict == .met)
  }

  @Test("A box to log in beside long text is no wall, even where the text repeats under many addresses")
  func loginBeside() {
    var site = SiteSketch()
    let names = (1...12).map { "p\($0)" }
    let box = Form(
      action: "login.php", method: "post", fieldTypes: ["text", "password"], text: "เข้าสู่ระบบ", region: .main)
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: names.map { SiteSketch.link("อำนาจหน้าที่", to: $0, menu: [$0]) })
    for name in names { site.page(name, Self.regulation, forms: [box]) }
    let item = site.item("O3")
    #expect(item?.cause == nil)
    #expect(item.map { $0.verdict == .unknown || $0.verdict == .met } == false)
  }

  @Test("A page of nothing but a box to log in is a wall")
  func loginWall() {
    var site = SiteSketch()
    let box = Form(
      action: "login.php", method: "post", fieldTypes: ["text", "password"], text: "เข้าสู่ระบบ", region: .main)
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link("อำนาจหน้าที่", to: "x", menu: ["เกี่ยวกับเรา"])])
    site.page("x", ["เข้าสู่ระบบ"], forms: [box])
    #expect(site.item("O3")?.cause == .login)
  }

  @Test("A link below a copy of the page, not recorded, is the link of the page itself")
  func copies() {
    var site = SiteSketch()
    func way(_ path: String) -> Link {
      Link(
        target: SiteSketch.url(path), rawTarget: "?p=charac", text: "อำนาจหน้าที่", menuPath: ["เกี่ยวกับเรา"],
        region: .navigation)
    }
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [way("?p=charac"), SiteSketch.link("แสดงผล", to: "15")], digest: "home")
    site.page("15", ["เทศบาลตำบลตัวอย่าง"], links: [way("15?p=charac")], digest: "home")
    site.page("?p=charac", Self.regulation)
    let item = site.item("O3")
    #expect(item?.cause == nil)
    #expect(item?.verdict == .broken)
    #expect(item?.evidence.first?.url == SiteSketch.home + "?p=charac")
  }

  @Test("A link to a section of a page breaks no promise: the words around the section are not known")
  func section() {
    var site = SiteSketch()
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link("ข่าวประชาสัมพันธ์", to: "front#no2", menu: ["หน้าแรก"])])
    site.page("front", ["วิสัยทัศน์", "ประชาชนอยู่ดีมีสุข สิ่งแวดล้อมสะอาด การศึกษาทั่วถึง เศรษฐกิจชุมชนเข้มแข็ง"])
    #expect(site.item("O7")?.verdict == .missing)
    #expect(site.item("O7")?.nearMisses.first?.url.contains("front") == true)
  }

  @Test("A link whose words name what it opens as well promised no other thing")
  func twoNames() {
    var site = SiteSketch()
    site.page(
      "", ["เทศบาลตำบลตัวอย่าง"],
      links: [SiteSketch.link("การประเมินและการจัดการความเสี่ยงการทุจริต ปีงบประมาณ พ.ศ. 2566", to: "r.pdf")])
    site.file(
      "r.pdf",
      [
        "การประเมินความเสี่ยงการทุจริตและประพฤติมิชอบ ประจำปีงบประมาณ พ.ศ. 2566", "เหตุการณ์ความเสี่ยง การใช้รถ", "ระดับความเสี่ยง สูง",
        "มาตรการ ตรวจสอบ",
      ])
    #expect(site.item("O34")?.verdict == .met)
    #expect(site.item("O35").map { $0.verdict == .broken } == false)
  }

  @Test("A heading without a letter is not what a page is about")
  func emptyHeading() {
    var site = SiteSketch()
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link("ข่าวประชาสัมพันธ์", to: "n", menu: ["หน้าแรก"])])
    site.page("n", ["...", "พันธกิจของเทศบาล ประชาชนอยู่ดีมีสุข สิ่งแวดล้อมสะอาด การศึกษาทั่วถึง"])
    #expect(site.item("O7").map { $0.summary.contains("“...”") } == false)
  }

  @Test("A page that names the channel again and holds no form only leads to it: what it leads to counts")
  func lobby() {
    var site = SiteSketch()
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link("ร้องเรียนการทุจริต", to: "list", menu: ["บริการ"])])
    site.page("list", ["ร้องเรียนการทุจริต"], links: [SiteSketch.link("ช่องทางแจ้งเรื่องร้องเรียนการทุจริต", to: "form")])
    site.refused("form", status: 500)
    #expect(site.item("O28")?.verdict == .broken)
  }

  @Test("Where there is no channel for corruption the one for every complaint is the near miss")
  func generalChannel() {
    var site = SiteSketch()
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link("ช่องทางร้องทุกข์", to: "appeal", menu: ["บริการ"])])
    site.page("appeal", ["ช่องทางร้องทุกข์", "ชื่อ ที่อยู่ เรื่องร้องทุกข์ กรอกแล้วกดส่ง"])
    let item = site.item("O28")
    #expect(item?.verdict == .missing)
    #expect(item?.nearMisses.map(\.url) == [SiteSketch.home + "appeal"])
    #expect(item?.summary.contains("ไม่ใช่ช่องทางเฉพาะ") == true)
  }

  @Test("A page that says too little to be sure is told so, not called a scan or complete")
  func unsure() {
    var site = SiteSketch()
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link("อำนาจหน้าที่", to: "a", menu: ["เกี่ยวกับเรา"])])
    site.page("a", ["เทศบาลของเรา", "ประชาชนอยู่ดีมีสุข สิ่งแวดล้อมสะอาด การศึกษาทั่วถึง เศรษฐกิจชุมชนเข้มแข็ง"])
    let item = site.report(year: 2564, asOf: "2021-06-15")?.items.first { $0.number == "O3" }
    #expect(item?.verdict == .unknown)
    #expect(item?.summary.contains("ไม่พอให้ยืนยัน") == true)
  }
}
