import AuditCore
import Testing

/// Digits read by OCR need another witness.
@Suite("Years that only OCR has read")
struct ScannedYearTests {
  private func report(link: String, scanned year: String, typed: [String] = []) throws -> ItemReport {
    var site = SiteSketch()
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link(link, to: "a.pdf")])
    let lines = [
      "ประกาศเทศบาลตำบลตัวอย่าง", "เรื่อง เจตนารมณ์นโยบาย No Gift Policy จากการปฏิบัติหน้าที่ \(year)",
      "ผู้บริหารและเจ้าหน้าที่ทุกคน ไม่รับของขวัญ ของกำนัลทุกชนิด ก่อน ขณะ และหลังปฏิบัติหน้าที่", "(นายตัวอย่าง ใจดี)",
      "นายกเทศมนตรีตำบลตัวอย่าง",
    ]
    site.scanned("a.pdf", lines, typed: typed)
    return try #require(site.item("O31"))
  }

  private static let name = "ประกาศเจตนารมณ์นโยบาย No Gift Policy จากการปฏิบัติหน้าที่"

  @Test("A scan whose link says the same year counts")
  func confirmed() throws {
    let item = try report(link: Self.name + " ปี 2566", scanned: "ประจำปีงบประมาณ พ.ศ. 2566")
    #expect(item.verdict == .met || item.verdict == .partial)
  }

  @Test("A scan whose year nothing confirms is not judged, in either direction", arguments: ["2566", "2563"])
  func alone(year: String) throws {
    let item = try report(link: Self.name, scanned: "ประจำปีงบประมาณ พ.ศ. \(year)")
    #expect(item.verdict == .unknown && item.cause == .noText, "\(item.verdict) \(item.summary)")
    #expect(item.verdict != .outdated)
  }

  @Test("Where link and scan disagree, neither is believed")
  func conflict() throws {
    let item = try report(link: Self.name + " ปี 2566", scanned: "ประจำปีงบประมาณ พ.ศ. 2563")
    #expect(item.verdict == .unknown, "\(item.verdict) \(item.summary)")
  }

  @Test("A scan that says no year is judged by its link")
  func silent() throws {
    let item = try report(link: Self.name + " ปี 2566", scanned: "")
    #expect(item.verdict == .met || item.verdict == .partial, "\(item.verdict) \(item.summary)")
  }
}
