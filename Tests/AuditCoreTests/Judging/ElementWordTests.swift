import AuditCore
import Testing

/// Words that prove an element, and the same words where they say another thing.
@Suite("Words of elements")
struct ElementWordTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let item: String
    let element: String
    let title: String
    /// The rest of the paper, which lacks nothing but the element.
    let rest: [String]
    /// Wordings that are the element.
    let says: [[String]]
    /// What holds a word of it and is not.
    let lures: [[String]]
    var testDescription: String { "\(item) \(element)" }
  }

  private static let annual = "รายงานผลการดำเนินการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. 2565"
  private static let annualRest = ["ดำเนินการแล้ว 18 โครงการ จาก 20 โครงการ", "เบิกจ่าย 64,800 บาท"]
  private static let halfYear = "รายงานผลการดำเนินการตามแผนปฏิบัติการป้องกันการทุจริต รอบ 6 เดือน (1 ต.ค. 2565 – 31 มี.ค. 2566)"

  static let cases: [Case] = [
    Case(
      item: "O38", element: "obstacles", title: annual, rest: annualRest + ["ข้อเสนอแนะ: ควรเร่งรัด"],
      says: [["ปัญหาและอุปสรรค: บุคลากรไม่เพียงพอ"], ["ข้อติดขัด - ไม่มี"], ["ปัญหา อุปสรรค และแนวทางแก้ไขปัญหา"]],
      lures: [["แนวทางการแก้ไขปัญหา: เร่งรัดตั้งแต่ไตรมาสแรก"], ["โครงการป้องกันและแก้ไขปัญหายาเสพติด ดำเนินการแล้ว"]]),
    Case(
      item: "O38", element: "advice", title: annual, rest: annualRest + ["ปัญหา: บุคลากรไม่เพียงพอ"],
      says: [["ข้อแนะนำ ควรเร่งรัด"], ["แนวทางการแก้ไข: เพิ่มบุคลากร"]], lures: [["ผู้ยื่นข้อเสนอรายใหม่ 3 ราย"]]),
    Case(
      item: "O37", element: "progress", title: halfYear, rest: ["โครงการโตไปไม่โกง งบประมาณที่ใช้ไป 18,200 บาท"],
      says: [["โครงการโตไปไม่โกง เสร็จแล้ว"], ["สถานะ: รอดำเนินการ"]], lures: [["โครงการโตไปไม่โกง"]]),
    Case(
      item: "O37", element: "spending", title: halfYear, rest: ["โครงการโตไปไม่โกง ดำเนินการแล้ว"],
      says: [["จ่ายไปแล้ว 18,200 บาท"], ["ไม่ใช้งบประมาณ"]], lures: [["งบประมาณตามแผน 20,000 บาท"]]),
    Case(
      item: "O29", element: "settled", title: "สถิติเรื่องร้องเรียนการทุจริต (ต.ค. 65 – มี.ค. 66)",
      rest: ["จำนวนเรื่องร้องเรียนทั้งหมด 2 เรื่อง", "อยู่ระหว่างดำเนินการ 1 เรื่อง"],
      says: [["ดำเนินการเสร็จ 1 เรื่อง"], ["ยุติเรื่องแล้ว 1 เรื่อง"]], lures: [["ยังไม่แล้วเสร็จ 1 เรื่อง"]]),
    Case(
      item: "O31", element: "everyone", title: "ประกาศเจตนารมณ์ No Gift Policy ประจำปีงบประมาณ พ.ศ. 2566",
      rest: ["ข้าพเจ้าไม่รับของขวัญทุกชนิด", "(นายสมชาย ใจดี)", "นายกเทศมนตรีตำบลตัวอย่าง"],
      says: [["พนักงานจ้างทุกคนถือปฏิบัติ"], ["ข้าพเจ้าพร้อมด้วยบุคลากร"]], lures: [["ขอความร่วมมือประชาชนทุกคนงดมอบของขวัญ"]]),
  ]

  private func item(_ sample: Case, _ lines: [String], isPage: Bool) -> ItemReport? {
    var site = SiteSketch()
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link(sample.title, to: "it", menu: ["เมนู"])])
    let all = [sample.title] + lines + sample.rest
    if isPage { site.page("it", all) } else { site.file("it", all) }
    return site.item(sample.item)
  }

  @Test("Every wording of the element is it", arguments: cases, [true, false])
  func says(_ sample: Case, isPage: Bool) {
    for lines in sample.says {
      #expect(item(sample, lines, isPage: isPage)?.verdict == .met, "\(lines)")
    }
  }

  @Test("Its words in another phrase, or in the title alone, are not", arguments: cases, [true, false])
  func lures(_ sample: Case, isPage: Bool) {
    for lines in sample.lures {
      let found = item(sample, lines, isPage: isPage)
      #expect(found?.verdict == .partial, "\(lines)")
      #expect(found?.missingElements.map(\.id) == [sample.element], "\(lines)")
    }
  }

  @Test(
    "Words are found in papers whose ำ is lost or multiplied",
    arguments: ["จานวนเงิน 350,000", "จ านวนเงิน 350,000", "งบประมำณ 350,000"])
  func damaged(line: String) {
    var site = SiteSketch()
    let title = "แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2566"
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link(title, to: "it", menu: ["เมนู"])])
    site.file("it", [title, "โครงการขุดลอกคลอง", "ระยะเวลา ตุลาคม 2565", line])
    #expect(site.item("O11")?.verdict == .met)
  }

  @Test("A numbered list under ที่ names works that its report must hold")
  func columnOfNumbers() {
    var site = SiteSketch()
    let plan = "แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2566"
    let report = "รายงานการกำกับติดตามการดำเนินงาน รอบ 6 เดือน (1 ต.ค. 2565 – 31 มี.ค. 2566)"
    site.page(
      "", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link(plan, to: "plan"), SiteSketch.link(report, to: "report")])
    site.file(
      "plan",
      [plan, "ที่ 1 โครงการขุดลอกคลองบ้านใต้", "ที่ 2 โครงการคัดแยกขยะต้นทาง", "งบประมาณ 350,000 บาท", "ระยะเวลา ตุลาคม 2565"])
    site.file("report", [report, "โครงการขุดลอกคลองบ้านใต้ แล้วเสร็จ เบิกจ่าย 210,000 บาท"])
    #expect(site.item("O12")?.missingElements.map(\.th) == ["โครงการคัดแยกขยะต้นทาง"])
  }

  @Test(
    "Months in which something is done are a schedule",
    arguments: ["กำหนดดำเนินการ ม.ค. - มี.ค. 66", "มกราคม 2566 - มีนาคม 2566"])
  func months(line: String) {
    var site = SiteSketch()
    let title = "แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2566"
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link(title, to: "it", menu: ["เมนู"])])
    site.file("it", [title, "โครงการขุดลอกคลอง วงเงิน 350,000 บาท", line])
    #expect(site.item("O11")?.verdict == .met)
  }

  @Test("A plan that asks for reports is not the report on itself")
  func planIsNoReport() {
    var site = SiteSketch()
    let plan = "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2566"
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link(plan, to: "plan")])
    site.file(
      "plan",
      [
        plan, "การวิเคราะห์ผลการประเมิน ITA ปี 2565 จุดอ่อนที่ต้องแก้ไข", "มาตรการที่ 1 ปรับปรุงช่องทางเผยแพร่ข้อมูล",
        "ผู้รับผิดชอบ กองคลัง ให้รายงานความก้าวหน้าทุกไตรมาส",
      ])
    #expect(site.item("O42")?.verdict == .met)
    #expect(site.item("O43")?.verdict == .missing)
  }

  @Test("A page that only leads to the general form is no channel for corruption")
  func generalForm() {
    var site = SiteSketch()
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link("ร้องเรียนการทุจริต", to: "list", menu: ["เมนู"])])
    site.page(
      "list", ["ร้องเรียนการทุจริต"], links: [SiteSketch.link("ช่องทางร้องเรียนการทุจริตและประพฤติมิชอบ", to: "general")])
    site.page(
      "general", ["ร้องเรียน ร้องทุกข์ทั่วไป", "ไฟฟ้า ประปา ถนน ขยะ"],
      forms: [
        Form(action: "send", method: "post", fieldTypes: ["text", "textarea"], text: "ส่งข้อความ", region: .main)
      ])
    #expect(site.item("O28")?.verdict == .partial)
    #expect(site.item("O28")?.missingElements.map(\.id) == ["corruption-only"])
  }
}
