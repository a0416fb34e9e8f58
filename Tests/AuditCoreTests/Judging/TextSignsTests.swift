import Testing
import ThaiText

@testable import AuditCore

@Suite("People and money in texts")
struct TextSignsTests {
  private func text(_ lines: String...) -> JudgedText {
    JudgedText(lines.map { Block(kind: .paragraph, text: $0, page: 1) })
  }

  @Test("A first name that begins with ก is a person, the office of นายก is not")
  func people() {
    #expect(TextSigns.firstPerson(in: ThaiFolding.fold("นายกัลยา ใจดี")) == 0)
    for office in ["นายกเทศมนตรี", "นายกองค์การบริหารส่วนตำบล", "นายก อบต.", "เรียน นายก", "นายอำเภอ"] {
      #expect(TextSigns.firstPerson(in: ThaiFolding.fold(office)) == nil, "\(office)")
    }
  }

  @Test("The signer of a proclamation is read from the brackets before the office")
  func signature() {
    let titles = [ThaiFolding.fold("นายกเทศมนตรี")]
    let signed = text("ประกาศ ณ วันที่ 4 มกราคม 2566\n(นายกัลยา ใจดี) นายกเทศมนตรีตำบลตัวอย่าง")
    #expect(SignatureBlock.find(in: signed, chiefTitles: titles)?.name.text == "นายกัลยา ใจดี")
    #expect(SignatureBlock.find(in: text("นายกเทศมนตรีเป็นประธาน"), chiefTitles: titles) == nil)
  }

  @Test("Sums have thousands, baht or a cell of their own; days and years are none")
  func money() {
    #expect(TextSigns.firstAmount(in: text("(๑ ตุลาคม ๒๕๖๕ – ๓๑ มีนาคม ๒๕๖๖) โทร 0-2000-0001")) == nil)
    #expect(TextSigns.firstAmount(in: text("หัวข้อ", "วงเงิน ๔๘๐,๐๐๐")) == 1)
    #expect(TextSigns.firstAmount(in: text("ใช้ไป 500 บาท")) == 0)
    #expect(TextSigns.firstAmount(in: JudgedText([Block(kind: .row, text: "ก | 48000", cells: ["ก", "48000"])])) == 0)
    #expect(TextSigns.firstAmount(in: JudgedText([Block(kind: .row, text: "ก | 2566", cells: ["ก", "2566"])])) == nil)
  }
}
