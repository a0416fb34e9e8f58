import AuditCore
import Testing

/// ITA 2566: O12 reports the projects of O11, O24 those of O23, O35 the measures of O34, O37 the plan of O36, O43 the
/// measures of O42.
@Suite("Reports against their plans")
struct PlanAndReportTests {
  struct Pair: Sendable, CustomTestStringConvertible {
    let report: String
    let plan: String
    let planName: String
    let planBody: [String]
    let reportName: String
    let reportBody: [String]
    let works: [String]
    var testDescription: String { "\(report) against \(plan)" }
  }

  static let pairs: [Pair] = [
    Pair(
      report: "O12", plan: "O11", planName: "แผนดำเนินงานและการใช้งบประมาณประจำปี ปีงบประมาณ พ.ศ. 2566",
      planBody: ["งบประมาณ 550,000 บาท ระยะเวลาดำเนินการ ตุลาคม 2565 ถึง กันยายน 2566"],
      reportName: "รายงานการกำกับติดตามการดำเนินงานและการใช้งบประมาณประจำปี รอบ 6 เดือน (1 ตุลาคม 2565 - 31 มีนาคม 2566)",
      reportBody: ["ความก้าวหน้า ดำเนินการแล้ว เบิกจ่าย 1,000 บาท"],
      works: ["โครงการซ่อมแซมถนนสายบ้านเหนือ", "โครงการขุดลอกคลองชลประทาน", "โครงการคัดแยกขยะต้นทาง"]),
    Pair(
      report: "O24", plan: "O23", planName: "นโยบายการบริหารทรัพยากรบุคคล ประจำปีงบประมาณ พ.ศ. 2566",
      planBody: ["นโยบายการบริหารทรัพยากรบุคคลของนายกเทศมนตรี"],
      reportName: "การดำเนินการตามนโยบายการบริหารทรัพยากรบุคคล รอบ 6 เดือน (1 ตุลาคม 2565 - 31 มีนาคม 2566)",
      reportBody: ["ความก้าวหน้า ดำเนินการแล้ว ไม่ใช้งบประมาณ"],
      works: ["โครงการอบรมพัฒนาสมรรถนะพนักงาน", "โครงการประเมินผลอย่างโปร่งใส", "กิจกรรมเสริมสร้างสวัสดิการบุคลากร"]),
    Pair(
      report: "O35", plan: "O34", planName: "การประเมินความเสี่ยงการทุจริตและประพฤติมิชอบ ประจำปีงบประมาณ พ.ศ. 2566",
      planBody: ["เหตุการณ์ความเสี่ยง ระดับความเสี่ยงสูง มาตรการจัดการความเสี่ยง"],
      reportName: "การดำเนินการเพื่อจัดการความเสี่ยงการทุจริตและประพฤติมิชอบ ประจำปีงบประมาณ พ.ศ. 2566",
      reportBody: ["ผลการดำเนินการ ดำเนินการแล้ว"],
      works: ["มาตรการที่ 1 ตรวจสอบการใช้รถราชการ", "มาตรการที่ 2 สุ่มตรวจงานจ้างทุกเดือน", "มาตรการที่ 3 หมุนเวียนผู้ออกใบอนุญาต"]),
    Pair(
      report: "O37", plan: "O36", planName: "แผนปฏิบัติการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. 2566",
      planBody: ["งบประมาณ 20,000 บาท ระยะเวลา ตุลาคม 2565 ถึง กันยายน 2566"],
      reportName: "รายงานการกำกับติดตามการดำเนินการป้องกันการทุจริตประจำปี รอบ 6 เดือน (1 ตุลาคม 2565 - 31 มีนาคม 2566)",
      reportBody: ["ความก้าวหน้า ดำเนินการแล้ว งบประมาณที่ใช้ 1,000 บาท"],
      works: ["โครงการอบรมสร้างจิตสำนึกต่อต้านการทุจริต", "กิจกรรมประกาศเจตจำนงของพนักงาน", "โครงการโรงเรียนโตไปไม่โกง"]),
    Pair(
      report: "O43", plan: "O42", planName: "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2566",
      planBody: [
        "การวิเคราะห์ผลการประเมิน ITA ปีที่ผ่านมา จุดอ่อนที่ต้องแก้ไข", "ขั้นตอน ผู้รับผิดชอบ สำนักปลัด การกำกับติดตามและรายงานผล",
      ],
      reportName: "การดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2566",
      reportBody: ["ผลการดำเนินการ ดำเนินการแล้ว"],
      works: ["มาตรการที่ 1 ปรับปรุงช่องทางเผยแพร่ข้อมูล", "มาตรการที่ 2 จัดทำคู่มือการใช้ทรัพย์สิน", "มาตรการที่ 3 เพิ่มช่องทางรับฟังประชาชน"]),
  ]

  private func item(
    _ pair: Pair, reported: [String], planIsScanned: Bool = false, readability: Readability = .readable
  ) -> ItemReport? {
    var site = SiteSketch()
    site.page(
      "", ["เทศบาลตำบลตัวอย่าง"],
      links: [SiteSketch.link(pair.planName, to: "plan.pdf"), SiteSketch.link(pair.reportName, to: "report.pdf")])
    if planIsScanned {
      site.scan("plan.pdf")
    } else {
      site.file("plan.pdf", [pair.planName] + pair.works + pair.planBody)
    }
    site.file("report.pdf", [pair.reportName] + pair.reportBody + reported, readability: readability)
    return site.item(pair.report)
  }

  private func isProof(_ item: ItemReport?, _ pair: Pair, _ file: String) -> Bool {
    item?.evidence.contains { $0.element == "agrees-\(pair.plan)" && $0.url.hasSuffix(file) } ?? false
  }

  @Test("A report of every work agrees, with a work quoted from both papers", arguments: pairs)
  func whole(_ pair: Pair) {
    let found = item(pair, reported: pair.works)
    #expect(found?.verdict == .met, "\(found?.summary ?? "")")
    #expect(isProof(found, pair, "plan.pdf") && isProof(found, pair, "report.pdf"))
  }

  @Test("Works left out are named, with the plan quoted", arguments: pairs)
  func gaps(_ pair: Pair) {
    let found = item(pair, reported: [pair.works[0]])
    #expect(found?.verdict == .partial)
    #expect(found?.missingElements.count == 2, "\(found?.missingElements.map(\.th) ?? [])")
    #expect(isProof(found, pair, "plan.pdf") && isProof(found, pair, "report.pdf"))
  }

  @Test("Spaces, split vowels and a letter misread leave a name what it is", arguments: pairs)
  func misread(_ pair: Pair) {
    let reported = pair.works.map {
      $0.replacing("ำ", with: "ํา").replacing("การ", with: "กา ร").replacing("่", with: "")
    }
    #expect(item(pair, reported: reported)?.verdict == .met)
  }

  @Test("A plan that cannot be read makes no gap, and the verdict less sure", arguments: pairs)
  func unreadablePlan(_ pair: Pair) throws {
    let sure = try #require(item(pair, reported: pair.works))
    let unsure = try #require(item(pair, reported: [pair.works[0]], planIsScanned: true))
    #expect(unsure.verdict == .met)
    #expect(unsure.confidence < sure.confidence)
  }

  @Test("A report whose letters are lost makes no gap", arguments: pairs)
  func damagedReport(_ pair: Pair) throws {
    let found = try #require(item(pair, reported: [pair.works[0]], readability: .damaged))
    #expect(found.verdict == .met)
    #expect(found.confidence < 0.8)
  }
}
