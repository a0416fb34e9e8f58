import AuditCore
import Testing

/// Every kind of element: found, nearly there, and not to be read.
@Suite("Kinds of elements")
struct ElementKindTests {
  struct Kind: Sendable, CustomTestStringConvertible {
    let name: String
    let item: String
    let link: String
    let element: String
    let whole: [String]
    /// The same without the element, and with what looks like it.
    let near: [String]
    var isPage = false
    var wholeForms: [Form] = []
    var wholeLinks: [Link] = []
    var nearForms: [Form] = []
    var nearLinks: [Link] = []
    var testDescription: String { "\(name) (\(item))" }
  }

  private static let writing = Form(
    action: "send", method: "post", fieldTypes: ["text", "textarea"], text: "ส่งข้อความ", region: .main)
  private static let search = Form(action: "s", method: "get", fieldTypes: ["search"], text: "ค้นหา", region: .main)
  private static let loginBox = Form(
    action: "l", method: "post", fieldTypes: ["text", "password"], text: "เข้าสู่ระบบ", region: .main)
  private static let notice = [
    "ประกาศเจตนารมณ์ No Gift Policy ประจำปีงบประมาณ พ.ศ. 2566", "ข้าพเจ้าและเจ้าหน้าที่ทุกคนไม่รับของขวัญทุกชนิด",
  ]
  private static let address = "เลขที่ 1 หมู่ที่ 2 ถนนสุขุมวิท ตำบลตัวอย่าง อำเภอเมือง"
  private static let annual = ["รายงานผลการดำเนินงานประจำปี พ.ศ. 2565", "ผลการดำเนินงานตามแผน โครงการขุดคลอง แล้วเสร็จ"]

  static let kinds: [Kind] = [
    Kind(
      name: "words", item: "O13", link: "รายงานผลการดำเนินงานประจำปี 2565", element: "advice",
      whole: annual + ["เบิกจ่าย 10,000 บาท ปัญหา อุปสรรค และข้อเสนอแนะ"], near: annual + ["เบิกจ่าย 10,000 บาท ปัญหา อุปสรรค"]),
    Kind(
      name: "person", item: "O2", link: "คณะผู้บริหาร", element: "deputies",
      whole: [
        "คณะผู้บริหาร", "นายสมชาย ใจดี | นายกเทศมนตรี", "นายวิชัย ทองสุข | รองนายกเทศมนตรี", "นางอรุณี บุญมา | ปลัดเทศบาล",
        "โทรศัพท์ 02-000-0000",
      ],
      near: [
        "คณะผู้บริหาร", "นายสมชาย ใจดี | นายกเทศมนตรี", "นางอรุณี บุญมา | ปลัดเทศบาล", "นายวิชัย ทองสุข | เลขานุการ",
        "โทรศัพท์ 02-000-0000",
      ], isPage: true),
    Kind(
      name: "contact", item: "O5", link: "ติดต่อเรา", element: "email",
      whole: ["ติดต่อเรา", address, "โทรศัพท์ 02-000-0000 อีเมล saraban@town.example แผนที่เทศบาล"],
      near: ["ติดต่อเรา", address, "โทรศัพท์ 02-000-0000 แผนที่เทศบาล"], isPage: true),
    Kind(
      name: "map", item: "O5", link: "ติดต่อเรา", element: "map",
      whole: ["ติดต่อเรา", address, "โทรศัพท์ 02-000-0000 อีเมล saraban@town.example"],
      near: ["ติดต่อเรา", address, "โทรศัพท์ 02-000-0000 อีเมล saraban@town.example"], isPage: true,
      wholeLinks: [SiteSketch.link("ดูเส้นทาง", to: "https://maps.google.com/?q=1")],
      nearLinks: [SiteSketch.link("ผังเว็บไซต์", to: "sitemap")]),
    Kind(
      name: "table", item: "O34", link: "การประเมินความเสี่ยงการทุจริต ปี 2566", element: "measures",
      whole: [
        "การประเมินความเสี่ยงการทุจริต ประจำปี 2566", "เหตุการณ์ความเสี่ยง | ระดับความเสี่ยง | มาตรการ",
        "เบิกน้ำมันเกินจริง | สูง | ตรวจบันทึกรถ",
      ],
      near: ["การประเมินความเสี่ยงการทุจริต ประจำปี 2566", "เหตุการณ์ความเสี่ยง | ระดับความเสี่ยง", "เบิกน้ำมันเกินจริง | สูง"]),
    Kind(
      name: "money", item: "O13", link: "รายงานผลการดำเนินงานประจำปี 2565", element: "spending",
      whole: annual + ["เบิกจ่ายงบประมาณ 480,000 ปัญหา อุปสรรค ข้อเสนอแนะ"],
      near: annual + ["เบิกจ่ายงบประมาณครบถ้วน ปัญหา อุปสรรค ข้อเสนอแนะ ปี 2565"]),
    Kind(
      name: "signature", item: "O31", link: "ประกาศเจตนารมณ์ No Gift Policy ปี 2566", element: "signature",
      whole: notice + ["ประกาศ ณ วันที่ 5 มกราคม 2566", "(นายสมชาย ใจดี)", "นายกเทศมนตรีตำบลตัวอย่าง"],
      near: notice + ["ประกาศ ณ วันที่ 5 มกราคม 2566", "(นายสมชาย ใจดี)", "หัวหน้าสำนักปลัด เรียน นายกเทศมนตรี"]),
    Kind(
      name: "form", item: "O18", link: "E-Service", element: "online-form",
      whole: ["E-Service", "บริการของเทศบาล"], near: ["E-Service", "ดาวน์โหลดแบบคำร้องแล้วมายื่นที่สำนักงาน"], isPage: true,
      wholeForms: [writing], nearForms: [search, loginBox], nearLinks: [SiteSketch.link("แบบคำร้อง", to: "form.pdf")]),
    Kind(
      name: "two-way", item: "O8", link: "ถาม-ตอบ", element: "two-way", whole: ["ถาม-ตอบ Q&A", "กระทู้ล่าสุด ตั้งกระทู้"],
      near: ["ถาม-ตอบ Q&A", "ถาม: เปิดทำการกี่โมง ตอบ: แปดโมงครึ่ง ถาม: ปิดกี่โมง ตอบ: สี่โมงครึ่ง"], isPage: true,
      wholeForms: [writing], nearForms: [search]),
    Kind(
      name: "separate channel", item: "O28", link: "แจ้งเบาะแสการทุจริต", element: "corruption-only",
      whole: ["แจ้งเบาะแสการทุจริตของเจ้าหน้าที่", "เก็บข้อมูลเป็นความลับ"],
      near: ["ศูนย์ดำรงธรรม รับเรื่องราวร้องทุกข์", "แจ้งเรื่องถนน ไฟฟ้า น้ำประปา"],
      isPage: true, wholeForms: [writing], nearForms: [writing]),
  ]

  private func item(_ kind: Kind, _ lines: [String], forms: [Form], links: [Link]) -> ItemReport? {
    var site = SiteSketch()
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link(kind.link, to: "it", menu: ["เมนู"])])
    if kind.isPage { site.page("it", lines, links: links, forms: forms) } else { site.file("it", lines) }
    return site.item(kind.item)
  }

  @Test("Found and quoted where it stands", arguments: kinds)
  func found(_ kind: Kind) {
    let item = item(kind, kind.whole, forms: kind.wholeForms, links: kind.wholeLinks)
    #expect(item?.missingElements.contains { $0.id == kind.element } == false)
    let proof = item?.evidence.first { $0.element == kind.element }
    #expect(proof?.url.hasSuffix("/it") == true)
    #expect(proof?.quote.isEmpty == false)
  }

  @Test("What only looks like it is no proof", arguments: kinds)
  func near(_ kind: Kind) {
    let item = item(kind, kind.near, forms: kind.nearForms, links: kind.nearLinks)
    #expect(item?.verdict != .met)
    #expect(item?.evidence.contains { $0.element == kind.element } == false)
    if item?.verdict == .partial { #expect(item?.missingElements.map(\.id).contains(kind.element) == true) }
  }

  @Test("What cannot be read is unknown, and no element is said to be missing", arguments: kinds)
  func unreadable(_ kind: Kind) {
    var site = SiteSketch()
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link(kind.link, to: "it", menu: ["เมนู"])])
    if kind.isPage { site.forbidden("it") } else { site.scan("it") }
    let item = site.item(kind.item)
    #expect(item?.verdict == .unknown)
    #expect(item?.missingElements.isEmpty == true)
  }

  @Test("Social links count on the town's own page; a page without them has none")
  func social() {
    var site = SiteSketch()
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link("Facebook", to: "https://www.facebook.com/town")])
    #expect(site.item("O9")?.verdict == .met)
    #expect(site.item("O9")?.evidence.first?.url == SiteSketch.home)
    var bare = SiteSketch()
    bare.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link("ข่าว Facebook", to: "news")])
    bare.page("news", ["ข่าว", "ติดตามเราทาง facebook"])
    #expect(bare.item("O9")?.verdict != .met)
  }

  @Test("A chart that is a picture alone is there and cannot be read")
  func pictureOnly() {
    var site = SiteSketch()
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link("โครงสร้างองค์กร", to: "chart", menu: ["เกี่ยวกับเรา"])])
    site.page(
      "chart", ["โครงสร้างองค์กร"], pictures: [Picture(source: "orgchart.png", text: "", region: .main)])
    #expect(site.item("O1")?.verdict == .unknown)
    #expect(site.item("O1")?.cause == .noText)
  }

  @Test("Months of a series are told by name: all six, or which are missing")
  func months() {
    func verdict(_ months: [String]) -> ItemReport? {
      var site = SiteSketch()
      let links = months.enumerated().map {
        SiteSketch.link("สรุปผลการจัดซื้อจัดจ้าง (สขร.1) เดือน\($0.element)", to: "m\($0.offset).pdf")
      }
      site.page("", ["เทศบาลตำบลตัวอย่าง"], links: links)
      for (place, month) in months.enumerated() {
        site.file(
          "m\(place).pdf",
          [
            "สรุปผลการจัดซื้อจัดจ้าง เดือน\(month)",
            "งานที่ซื้อหรือจ้าง วงเงิน 1,000 บาท ราคากลาง 1,000 บาท วิธีเฉพาะเจาะจง ผู้เสนอราคา ผู้ได้รับการคัดเลือก เหตุผล เลขที่และวันที่ของสัญญา",
          ])
      }
      return site.item("O21")
    }
    let all = ["ตุลาคม 2565", "พฤศจิกายน 2565", "ธันวาคม 2565", "มกราคม 2566", "กุมภาพันธ์ 2566", "มีนาคม 2566"]
    #expect(verdict(all)?.verdict == .met)
    let most = verdict(all.filter { $0 != "มกราคม 2566" })
    #expect(most?.verdict == .partial)
    #expect(most?.missingElements.map(\.th) == ["มกราคม 2566"])
  }
}
