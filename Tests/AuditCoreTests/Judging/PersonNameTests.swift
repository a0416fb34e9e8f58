import Testing
import ThaiText

@testable import AuditCore

/// Names as announcements, tables and damaged PDF texts write them.
@Suite("Names of people")
struct PersonNameTests {
  @Test(
    "Titles, spaces and a letter misread do not make another person",
    arguments: [
      "นายสมชาย ใจดี", "นาย สมชาย ใจดี", "นาย  สมชาย  ใจดี", "ดร.สมชาย ใจดี", "ว่าที่ร้อยตรี สมชาย ใจดี", "ว่าที่ ร.ต.สมชาย ใจดี",
      "ร้อยตำรวจเอก สมชาย ใจดี",
      "พ.ต.อ.สมชาย ใจดี", "นายสมชายใจดี", "นายสม ชาย ใจ ดี", "นายสมชาย ใจดิ", "นายดร.สมชาย ใจดี",
    ])
  func same(_ writing: String) throws {
    let name = try #require(PersonName("สมชาย ใจดี"))
    #expect(try #require(PersonName(writing)).isSame(as: name))
  }

  @Test("Another family name, another first name, or a woman of the family is another person")
  func others() throws {
    let name = try #require(PersonName("นายสมชาย ใจดี"))
    for other in ["นายสมชาย ทองสุข", "นายวิชัย ใจดี", "นางสาวสมหญิง ใจดี", "นางอรุณี ใจดี"] {
      #expect(try !#require(PersonName(other)).isSame(as: name), "\(other)")
    }
  }

  @Test(
    "A name is found behind its title in a line, whatever stands around it",
    arguments: [
      ("ลงนามโดย นายสมชาย ใจดี นายกเทศมนตรี", "นายสมชาย ใจดี"), ("ลงชื่อ นาย สมชาย ใจดี", "นาย สมชาย ใจดี"),
      ("1 | นางสาวอรุณี ทองสุข | นายกเทศมนตรี | 081-000-0000", "นางสาวอรุณี ทองสุข"),
      ("นายกเทศมนตรี ดร.สมชาย ใจดี โทร. 02-000-0000", "ดร.สมชาย ใจดี"),
      ("ว่าที่ร้อยตรี สมชาย ใจดี", "ว่าที่ร้อยตรี สมชาย ใจดี"),
    ])
  func inLine(_ line: String, _ name: String) {
    #expect(PersonName.first(in: line)?.text == name)
  }

  @Test(
    "Offices, numbers and empty brackets are no names",
    arguments: ["นายกเทศมนตรีเป็นประธาน", "ประชุมนายอำเภอประจำเดือน", "ไม่มีชื่อ", "", "นาย"])
  func noName(_ line: String) {
    #expect(PersonName.first(in: line) == nil)
    #expect(PersonName.bracketed(in: "(\(line))") == nil)
  }

  @Test("A name in brackets needs a title or two words")
  func bracketed() {
    #expect(PersonName.bracketed(in: "(นายสมชาย ใจดี)")?.text == "นายสมชาย ใจดี")
    #expect(PersonName.bracketed(in: "(สมชาย ใจดี)")?.text == "สมชาย ใจดี")
    #expect(PersonName.bracketed(in: "(ฉบับที่ 2)") == nil)
    #expect(PersonName.bracketed(in: "(ลายมือชื่อ)") == nil)
    #expect(PersonName.bracketed(in: "(นายสมชาย") == nil)
  }
}
