import AuditCore
import Testing

/// ITA 2566 O28: a channel for corruption of officials, apart from the one for everything.
@Suite("Channels")
struct ChannelTests {
  private static let form = Form(
    action: "send", method: "post", fieldTypes: ["text", "textarea"], text: "ชื่อ เรื่อง รายละเอียด ส่ง", region: .main)

  private func item(_ page: [String], link: String = "ช่องทางแจ้งเรื่องร้องเรียนการทุจริต", forms: [Form] = [form])
    -> ItemReport?
  {
    var site = SiteSketch()
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link(link, to: "c", menu: ["บริการประชาชน"])])
    site.page("c", page, forms: forms)
    return site.item("O28")
  }

  @Test("A form for corruption of officials is the channel")
  func own() {
    #expect(item(["ช่องทางแจ้งเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ", "แจ้งการทุจริตของเจ้าหน้าที่ เก็บเป็นความลับ"])?.verdict == .met)
  }

  @Test("The general channel is not apart, though it names corruption among its subjects")
  func general() {
    let item = item(["รับเรื่องราวร้องทุกข์", "ร้องเรียนเรื่อง ถนน ไฟฟ้า ขยะ ทุจริต ประพฤติมิชอบ แจ้งที่นี่"])
    #expect(item?.verdict == .partial)
    #expect(item?.missingElements.map(\.id) == ["corruption-only"])
  }

  @Test("A page that names both channels in its heading is the town's own for corruption")
  func bothNamed() {
    let item = item(["ช่องทางร้องเรียนการทุจริตและรับเรื่องราวร้องทุกข์", "แจ้งเบาะแสการทุจริตของเจ้าหน้าที่"])
    #expect(item?.verdict == .met)
  }

  @Test("A working form behind a link for corruption that says nothing of it lacks being apart")
  func silent() {
    let item = item(["แบบฟอร์มรับเรื่อง", "กรุณากรอกข้อมูลให้ครบ"], link: "แจ้งเบาะแสทุจริต")
    #expect(item?.verdict == .partial)
    #expect(item?.missingElements.map(\.id) == ["corruption-only"])
  }

  @Test("General words behind a link for corruption, and no way to write, are no channel")
  func noChannel() {
    #expect(item(["วิสัยทัศน์", "ประชาชนอยู่ดีมีสุข สิ่งแวดล้อมสะอาด"], link: "แจ้งเบาะแสทุจริต", forms: [])?.verdict != .met)
  }
}
