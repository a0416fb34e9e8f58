import Testing

@testable import AuditCore

@Suite("Numbers and addresses by which a town is reached")
struct ContactSignsTests {
  @Test(
    "A number to dial is known by its shape, with the word telephone or without",
    arguments: [
      "โทรศัพท์ 0-2000-0001", "☎ 02 000 0001", "044-123456", "(044) 123 456", "๐-๒๐๐๐-๐๐๐๑", "081-234-5678", "0812345678",
      "+66 2 000 0001", "อ.เมือง 10000 02-000-0001", "038-219232-3", "โทรศัพท์ 0-2000-0001 โทรสาร 0-2000-0002",
      "โทรสาร 0-2000-0002 โทร 0-2000-0001", "โทรศัพท์/โทรสาร 0-2000-0001",
    ])
  func numbers(text: String) { #expect(ContactSigns.holdsTelephone(text)) }

  @Test(
    "A label without a number, a fax machine, a day, a sum and a citizen's number are none",
    arguments: [
      "โทรศัพท์ -", "โทรศัพท์ : ", "โทรสาร 0-2000-0002", "Fax. 02-000-0002", "05-01-2566", "0.00 118,500", "0994000160123",
      "รหัสไปรษณีย์ 10000", "พ.ศ. 2566",
    ])
  func noNumbers(text: String) { #expect(!ContactSigns.holdsTelephone(text)) }

  @Test(
    "An address of mail has a host behind its sign, however it is hidden from machines",
    arguments: [
      "saraban@town.go.th", "E-mail : saraban_01 @ town.go.th", "saraban[at]town.go.th", "อีเมลsaraban@dla.go.th",
    ])
  func mail(text: String) { #expect(ContactSigns.holdsMail(text)) }

  @Test(
    "A label alone and a name in LINE are no address of mail",
    arguments: ["อีเมล -", "E-mail:", "Line ID: @town", "@town"])
  func noMail(text: String) { #expect(!ContactSigns.holdsMail(text)) }
}
