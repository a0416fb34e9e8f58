import AuditCore
import Testing

/// ITA 2566 O28 with O27: the channel for complaints of corruption agrees with the procedure for them.
@Suite("The channel against the procedure")
struct ChannelAgreementTests {
  private static let form = Form(
    action: "send", method: "post", fieldTypes: ["text", "textarea"], text: "ชื่อ เรื่อง รายละเอียด ส่ง", region: .main)
  private static let channelName = "ช่องทางแจ้งเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ"
  private static let procedureName = "แนวปฏิบัติการจัดการเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ"

  private func report(
    ways: [String], channel: [String] = ["แจ้งการทุจริตของเจ้าหน้าที่ เก็บเป็นความลับ"], forms: [Form] = [form],
    readability: Readability = .readable, year: Int = 2566
  ) -> AuditReport? {
    var site = SiteSketch()
    site.page(
      "", ["เทศบาลตำบลตัวอย่าง"],
      links: [
        SiteSketch.link(Self.channelName, to: "channel"), SiteSketch.link(Self.procedureName, to: "procedure.pdf"),
      ])
    site.page("channel", [Self.channelName] + channel, forms: forms)
    site.file(
      "procedure.pdf",
      [Self.procedureName] + ways + ["ขั้นตอนการจัดการ ลงทะเบียน ตรวจสอบ แจ้งผล", "ผู้รับผิดชอบ งานนิติการ", "ระยะเวลา 30 วัน"],
      readability: readability)
    return site.report(year: year, asOf: "\(year - 543)-06-15")
  }

  private func item(_ number: String = "O28", in report: AuditReport?) -> ItemReport? {
    report?.items.first { $0.number == number }
  }

  private func proofs(_ item: ItemReport?, _ element: String) -> [String] {
    (item?.evidence.filter { $0.element == element }.map(\.url) ?? []).map {
      String($0.split(separator: "/").last ?? "")
    }
  }

  @Test("A procedure that names the website agrees with a form on it, both quoted")
  func agrees() {
    let item = item(in: report(ways: ["วิธีการร้องเรียน: ยื่นหนังสือ โทรศัพท์ หรือแจ้งผ่านเว็บไซต์ของเทศบาล"]))
    #expect(item?.verdict == .met)
    #expect(proofs(item, "agrees-O27") == ["channel", "procedure.pdf"])
  }

  @Test("One common way is agreement: a page need not repeat every way")
  func oneCommon() {
    let item = item(
      in: report(
        ways: ["ช่องทางการร้องเรียน ด้วยตนเอง ทางไปรษณีย์ ทางโทรศัพท์"], channel: ["แจ้งการทุจริตของเจ้าหน้าที่ ได้ที่โทรศัพท์ 0-4200-0000"]
      ))
    #expect(item?.verdict == .met)
    #expect(proofs(item, "agrees-O27") == ["channel", "procedure.pdf"])
  }

  @Test("Both name ways in words and none is common: the disagreement is named and both are quoted")
  func differs() {
    let item = item(
      in: report(
        ways: ["ช่องทางการร้องเรียน ยื่นหนังสือ ทางไปรษณีย์ หรือทางโทรศัพท์"], channel: ["แจ้งการทุจริตของเจ้าหน้าที่ ทางอีเมลหรือไลน์เท่านั้น"])
    )
    #expect(item?.verdict == .partial)
    #expect(item?.missingElements.map(\.id) == ["agrees-O27"])
    #expect(proofs(item, "differs-O27") == ["channel", "procedure.pdf"])
  }

  @Test("A form that an older procedure does not know is told and makes the verdict less sure, and is no gap")
  func unknownForm() throws {
    let offline = try #require(item(in: report(ways: ["ช่องทางการร้องเรียน ด้วยตนเอง หรือทางไปรษณีย์"])))
    let online = try #require(item(in: report(ways: ["วิธีการร้องเรียน ผ่านเว็บไซต์"])))
    #expect(offline.verdict == .met)
    #expect(offline.confidence < online.confidence)
    #expect(proofs(offline, "differs-O27") == ["channel", "procedure.pdf"])
  }

  @Test("A procedure that names no way is told of the procedure, not of the channel")
  func noWays() {
    let report = report(ways: [])
    #expect(item(in: report)?.verdict == .met)
    #expect(item("O27", in: report)?.missingElements.map(\.id) == ["how-to-complain"])
  }

  @Test("A procedure whose letters are lost, or one that cannot be read, makes no gap")
  func unreadable() throws {
    let ways = ["ช่องทางการร้องเรียน ยื่นหนังสือ ทางไปรษณีย์ หรือทางโทรศัพท์"]
    let channel = ["แจ้งการทุจริตของเจ้าหน้าที่ ทางอีเมลหรือไลน์เท่านั้น"]
    let damaged = try #require(item(in: report(ways: ways, channel: channel, readability: .damaged)))
    #expect(damaged.verdict == .met)
    let unread = report(ways: ways, channel: channel, readability: .unreadable(.noText, detail: "a scan"))
    #expect(item(in: unread)?.verdict == .met)
    #expect(item("O27", in: unread)?.verdict == .unknown)
  }

  @Test(
    "Where the year was not seen to ask for it, both sides are quoted and nothing is decided",
    arguments: [
      (2564, "O30", "O29"), (2565, "O30", "O29"), (2567, "O23", "O22"), (2568, "O18", "O17"), (2569, "O17", "O16"),
    ])
  func otherYears(_ year: Int, _ channel: String, _ procedure: String) {
    let ways = ["ช่องทางการร้องเรียน ยื่นหนังสือ ทางไปรษณีย์ หรือทางโทรศัพท์"]
    let item = item(
      channel, in: report(ways: ways, channel: ["แจ้งการทุจริตของเจ้าหน้าที่ ทางอีเมลหรือไลน์เท่านั้น"], year: year))
    #expect(item?.verdict == .met)
    #expect(proofs(item, "differs-\(procedure)") == ["channel", "procedure.pdf"])
  }
}
