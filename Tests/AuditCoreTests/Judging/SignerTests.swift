import AuditCore
import Testing

/// ITA 2566 O31: the announcement is signed by the chief executive whom the page of executives shows.
@Suite("Who signed the announcement")
struct SignerTests {
  private static let notice = [
    "ประกาศเทศบาลตำบลตัวอย่าง เรื่อง เจตนารมณ์นโยบาย No Gift Policy จากการปฏิบัติหน้าที่ ประจำปีงบประมาณ พ.ศ. 2566",
    "ข้าพเจ้าและเจ้าหน้าที่ทุกคนจะไม่รับของขวัญและของกำนัลทุกชนิด ทั้งก่อน ขณะ และหลังปฏิบัติหน้าที่", "ประกาศ ณ วันที่ 5 มกราคม พ.ศ. 2566",
  ]

  private func item(
    signedBy signature: [String], chief: [String] = ["นายสมชาย ใจดี | นายกเทศมนตรี | โทรศัพท์ 081-000-0000"],
    readability: Readability = .readable, isChiefScanned: Bool = false
  ) -> ItemReport? {
    var site = SiteSketch()
    site.page(
      "", ["เทศบาลตำบลตัวอย่าง"],
      links: [
        SiteSketch.link("คณะผู้บริหาร", to: "executives"),
        SiteSketch.link("ประกาศเจตนารมณ์นโยบาย No Gift Policy ปี 2566", to: "gift.pdf"),
      ])
    if isChiefScanned {
      site.forbidden("executives")
    } else {
      site.page(
        "executives",
        ["คณะผู้บริหาร"] + chief + ["นายวิชัย แสงจันทร์ | รองนายกเทศมนตรี", "นางอรุณี ทองสุข | ปลัดเทศบาล"])
    }
    site.file("gift.pdf", Self.notice + signature, readability: readability)
    return site.item("O31")
  }

  @Test(
    "The chief shown signed: met, with both places as proof",
    arguments: [
      ["ลงนามโดย นายสมชาย ใจดี นายกเทศมนตรี"], ["(นายสมชาย ใจดี)", "นายกเทศมนตรีตำบลตัวอย่าง"],
      ["(นาย สมชาย  ใจดี)", "นายกเทศมนตรี"],
      ["(ดร.สมชาย ใจดี)", "นายกเทศมนตรี"], ["(สมชาย ใจดี)", "นายกเทศมนตรี"], ["(นายสม ชาย ใจ ดี)", "นายกเทศมนตรี"],
    ])
  func chief(_ signature: [String]) {
    let item = item(signedBy: signature)
    #expect(item?.verdict == .met, "\(signature): \(item?.summary ?? "")")
    let proofs = item?.evidence.filter { $0.element == "agrees-O2" }.map(\.url) ?? []
    #expect(proofs.contains { $0.hasSuffix("gift.pdf") })
    #expect(proofs.contains { $0.hasSuffix("executives") })
  }

  @Test("A former mayor's signature is a gap, with both places as proof")
  func formerMayor() {
    let item = item(signedBy: ["(นายวิชัย บุญมา)", "นายกเทศมนตรีตำบลตัวอย่าง"])
    #expect(item?.verdict == .partial)
    #expect(item?.missingElements.map(\.id) == ["signature"])
    let proofs = item?.evidence.filter { $0.element == "agrees-O2" } ?? []
    #expect(proofs.contains { $0.quote.contains("วิชัย") })
    #expect(proofs.contains { $0.quote.contains("สมชาย") })
  }

  @Test(
    "The clerk or a deputy may sign while acting as the mayor, whatever it is called and however the lines break",
    arguments: [
      ["(นางอรุณี ทองสุข)", "ปลัดเทศบาล ปฏิบัติหน้าที่นายกเทศมนตรีตำบลตัวอย่าง"],
      ["(นางอรุณี ทองสุข)", "ปลัดเทศบาล ปฏิบัติหน้าที่", "นายกเทศมนตรีตำบลตัวอย่าง"],
      ["(นางอรุณี ทองสุข)", "ปลัดเทศบาลตำบลตัวอย่าง", "ทำหน้าที่นายกเทศมนตรีตำบลตัวอย่าง"],
      ["(นายวิชัย แสงจันทร์)", "รองนายกเทศมนตรี รักษาราชการแทน", "นายกเทศมนตรีตำบลตัวอย่าง"],
      ["(นายวิชัย แสงจันทร์) รองนายกเทศมนตรี", "รักษาการในตำแหน่งนายกเทศมนตรี"],
    ])
  func acting(_ signature: [String]) {
    #expect(item(signedBy: signature)?.verdict == .met, "\(signature)")
  }

  @Test("No signature of a chief at all lacks the signature")
  func unsigned() {
    let item = item(signedBy: ["งานการเจ้าหน้าที่ สำนักปลัด"])
    #expect(item?.verdict == .partial)
    #expect(item?.missingElements.map(\.id) == ["signature"])
  }

  @Test("Where the mayor took office within the year, the gap is less sure")
  func newMayor() throws {
    let old = try #require(item(signedBy: ["(นายวิชัย บุญมา)", "นายกเทศมนตรี"]))
    let new = try #require(
      item(
        signedBy: ["(นายวิชัย บุญมา)", "นายกเทศมนตรี"],
        chief: ["นายสมชาย ใจดี | นายกเทศมนตรี", "ดำรงตำแหน่งตั้งแต่วันที่ 1 พฤษภาคม 2566"]))
    #expect(new.verdict == .partial)
    #expect(new.confidence < 0.7 && new.confidence < old.confidence)
  }

  @Test("Letters lost, or a page of executives that could not be opened, make no gap")
  func unreadable() throws {
    let readable = try #require(item(signedBy: ["(นายสมชาย ใจดี)", "นายกเทศมนตรี"]))
    let damaged = try #require(item(signedBy: ["(นายวชย บุญ)", "นายกเทศมนตรี"], readability: .damaged))
    let unseen = try #require(item(signedBy: ["(นายวิชัย บุญมา)", "นายกเทศมนตรี"], isChiefScanned: true))
    for item in [damaged, unseen] {
      #expect(item.verdict == .met)
      #expect(item.confidence < readable.confidence)
    }
  }

  @Test("A last line of nothing but a name and the office is a signature")
  func bareLine() {
    #expect(item(signedBy: ["นายสมชาย ใจดี นายกเทศมนตรีตำบลตัวอย่าง"])?.verdict == .met)
    #expect(
      item(signedBy: ["นายสมชาย ใจดี นายกเทศมนตรีตำบลตัวอย่าง มอบนโยบายแก่พนักงานทุกคนในการประชุมประจำเดือนของเทศบาล"])?.verdict
        == .partial)
  }
}
