import AuditCore

/// The items of the sample report, one or two of each verdict.
struct SampleItems {
  let language: Language

  private func say(_ th: String, _ en: String) -> String { language == .th ? th : en }

  var all: [ItemReport] {
    [
      item(
        "O1", "structure", say("โครงสร้าง", "Organisation structure"), "9.1", .met, points: 12.5,
        summary: say("พบข้อมูลครบถ้วน", "disclosed in full"), evidence: [proof("/page/structure", "โครงสร้างส่วนราชการ")]),
      item(
        "O2", "executives", say("ข้อมูลผู้บริหาร", "Executives"), "9.1", .met, points: 12.5,
        summary: say("พบข้อมูลครบถ้วน", "disclosed in full"),
        evidence: [
          proof("/page/executives", "คณะผู้บริหาร"),
          proof("/page/executives", "นายกเทศมนตรี โทร. 0-0000-0000", element: "phone"),
        ]),
      item(
        "O6", "laws", say("กฎหมายที่เกี่ยวข้อง", "Laws"), "9.1", .broken, points: 12.5,
        summary: say("มีลิงก์แต่เปิดไม่ได้ตามที่ระบุ: HTTP 404", "linked, but not delivered: HTTP 404"),
        evidence: [
          proof("/files/กฎหมาย 2566.pdf", "กฎหมายที่เกี่ยวข้อง", fetched: false), proof("/ita", "O6", element: "link"),
        ],
        remedy: say("แก้ลิงก์ให้เปิดเอกสารได้", "mend the link")),
      item(
        "O8", "qa", say("Q&A", "Q&A"), "9.1", .unknown, cause: .script, points: 12.5,
        summary: say("ตรวจไม่ได้: หน้าเว็บว่าง", "could not be judged: empty page"),
        evidence: [proof("/webboard", "กระดานถามตอบ")],
        remedy: say("เปิดช่องทางถามตอบ", "open a channel")),
      item(
        "O10", "action-plan", say("แผนดำเนินงานและการใช้งบประมาณประจำปี", "Action plan"), "9.2", .outdated, points: 12.5,
        due: "2023-04-30",
        summary: say("พบเฉพาะของ ปีงบประมาณ พ.ศ. 2565 แต่ต้องเป็นปีงบประมาณ พ.ศ. 2566", "only FY2565 was found"),
        period: .init(required: say("ปีงบประมาณ พ.ศ. 2566", "FY2566"), found: say("ปีงบประมาณ พ.ศ. 2565", "FY2565")),
        evidence: [proof("/plan/2565.pdf", "แผนดำเนินงาน ประจำปี 2565")],
        remedy: say("เผยแพร่แผนของปีปัจจุบัน", "publish this year's plan")),
      item(
        "O12", "operations-six-months",
        say("รายงานการกำกับติดตามการดำเนินงานและการใช้งบประมาณประจำปี รอบ 6 เดือน", "Six-month report"),
        "9.2", .partial, points: 12.5, due: "2023-04-30",
        summary: say("พบแล้ว แต่ยังขาด: งบประมาณที่ใช้", "found, but lacks: budget spent"),
        missing: [.init(id: "budget", th: "งบประมาณที่ใช้", en: "Budget spent")],
        evidence: [proof("/files/o12.pdf", "ความก้าวหน้าของโครงการ รอบ 6 เดือน")],
        remedy: say("เพิ่มงบประมาณที่ใช้ของแต่ละโครงการ", "add what each project spent")),
      item(
        "O13", "manual", say("คู่มือหรือมาตรฐานการปฏิบัติงาน", "Manual"), "9.2", .met, points: 12.5,
        summary: say("พบข้อมูลครบถ้วน", "disclosed in full"), evidence: [proof("/manual", "คู่มือการปฏิบัติงาน", path: [])]),
      item(
        "O15", "statistics", say("ข้อมูลเชิงสถิติการให้บริการ", "Service statistics"), "9.2", .notDue, points: 12.5,
        due: "2023-09-30", summary: say("ยังไม่ถึงกำหนดเผยแพร่", "not due yet"), remedy: say("เผยแพร่สถิติ", "publish them")),
      item(
        "O31", "no-gift", say("การดำเนินการตามนโยบาย No Gift Policy", "No-gift policy"), "10.1", .missing, points: 25,
        summary: say("ไม่พบบนเว็บไซต์ ใกล้เคียงที่สุดคือ “นโยบายคุณธรรม” (เป็นของ 2564)", "not found on the site"),
        near: [NearMiss(url: site + "/integrity", quote: "นโยบายคุณธรรม", why: say("เป็นของ 2564", "is about 2564"))],
        remedy: say("ประกาศนโยบายและลงนามโดยผู้บริหาร", "announce the policy, signed")),
      item(
        "O34", "risk", say("การประเมินความเสี่ยงการทุจริต", "Risk assessment"), "10.1", .waived, points: 25,
        summary: say("ได้รับการยกเว้นตามการตั้งค่า", "waived by configuration"),
        waiver: Waiver(reason: "อยู่ระหว่างย้ายเว็บไซต์", by: "ปลัดเทศบาล", until: "2023-12-31")),
    ]
  }

  private let site = "http://www.example-town.example"

  init(language: Language) { self.language = language }

  private func proof(
    _ path: String, _ quote: String, element: String? = nil, fetched: Bool = true, path way: [String]? = nil
  ) -> Evidence {
    Evidence(
      url: site + path, clickPath: way ?? ["หน้าหลัก", "ITA 2566", quote], quote: quote, element: element,
      mediaType: fetched ? "text/html" : "", sha256: fetched ? "sha256:" + String(repeating: "c", count: 64) : "",
      fetchedAt: fetched ? "2023-06-15T01:31:00Z" : "")
  }

  private func item(
    _ number: String, _ key: String, _ title: String, _ sub: String, _ verdict: Verdict, cause: UnknownCause? = nil,
    points: Double, due: String? = nil, summary: String, missing: [ItemReport.MissingElement] = [],
    period: ItemReport.Period = .init(required: nil, found: nil), evidence: [Evidence] = [], near: [NearMiss] = [],
    remedy: String = "", waiver: Waiver? = nil
  ) -> ItemReport {
    ItemReport(
      number: number, key: key, concepts: [key.split(separator: "-").joined(separator: "_")], title: title,
      subIndicator: sub, verdict: verdict, cause: cause, confidence: 0.93, points: points,
      pointsLost: verdict.earnsPoints ? 0 : points, dueDate: due, summary: summary, missingElements: missing,
      period: period, searched: .init(pages: 57, documents: 21, names: [title]), evidence: evidence, nearMisses: near,
      remedy: remedy, responsible: "สำนักปลัดเทศบาล", waiver: waiver)
  }
}
