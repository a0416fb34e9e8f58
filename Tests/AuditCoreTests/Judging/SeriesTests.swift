import AuditCore
import Testing

/// Six months may be one file, two quarters or six months; what none of them covers is named.
@Suite("The first half of a year in parts")
struct SeriesTests {
  private static let months = [
    "ตุลาคม 2565", "พฤศจิกายน 2565", "ธันวาคม 2565", "มกราคม 2566", "กุมภาพันธ์ 2566", "มีนาคม 2566",
  ]
  private static let statistics = "ข้อมูลเชิงสถิติการให้บริการ"
  private static let table = ["งานบริการ | จำนวน (ราย)", "งานทะเบียนราษฎร | 45 ราย", "รวม | 45 ราย"]

  /// A site whose page of statistics links to one file for each period.
  private func item(
    _ number: String, _ title: String, _ periods: [String], _ lines: [String], asOf: String = "2023-06-15"
  )
    throws -> ItemReport
  {
    var site = SiteSketch()
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link(title, to: "list")])
    site.page("list", [title], links: periods.enumerated().map { SiteSketch.link("\(title) \($1)", to: "\($0).pdf") })
    for (place, period) in periods.enumerated() {
      site.file("\(place).pdf", ["เทศบาลตำบลตัวอย่าง", "\(title) \(period)"] + lines)
    }
    return try #require(site.report(asOf: asOf)?.items.first { $0.number == number })
  }

  @Test(
    "One file, two quarters, six months and mixtures are whole",
    arguments: [
      ["รอบ 6 เดือน ปีงบประมาณ พ.ศ. 2566"], ["ต.ค.65-มี.ค.66"], ["(๑ ตุลาคม ๒๕๖๕ ถึง ๓๑ มีนาคม ๒๕๖๖)"], ["ปี 2566 รอบที่ 1"],
      ["ไตรมาสที่ 1 (ตุลาคม – ธันวาคม 2565)", "ไตรมาสที่ 2 (มกราคม – มีนาคม 2566)"],
      ["ไตรมาส 1/2566", "ไตรมาส 2/2566"], months.map { "ประจำเดือน \($0)" },
      ["ไตรมาส 1/2566", "ประจำเดือน มกราคม 2566", "ประจำเดือน กุมภาพันธ์ 2566", "ประจำเดือน มีนาคม 2566"],
    ])
  func whole(periods: [String]) throws {
    let item = try item("O16", Self.statistics, periods, Self.table)
    #expect(item.verdict == .met, "\(item.verdict) \(item.summary)")
  }

  @Test(
    "Missing months are named",
    arguments: [
      (["ไตรมาสที่ 1 (ตุลาคม – ธันวาคม 2565)"], ["2566-1", "2566-2", "2566-3"]),
      (["ประจำเดือน ตุลาคม 2565", "ประจำเดือน ธันวาคม 2565"], ["2565-11", "2566-1", "2566-2", "2566-3"]),
      (Array(months.dropFirst().map { "เดือน\($0)" }), ["2565-10"]),
    ])
  func gaps(periods: [String], missing: [String]) throws {
    let item = try item("O16", Self.statistics, periods, Self.table)
    #expect(item.verdict == .partial, "\(item.verdict) \(item.summary)")
    #expect(item.missingElements.map(\.id).filter { $0.hasPrefix("month-") } == missing.map { "month-" + $0 })
  }

  @Test("The other half, and another year's, are out of date")
  func otherHalf() throws {
    for period in ["ปี 2566 รอบที่ 2", "รอบ 6 เดือน ปีงบประมาณ พ.ศ. 2565", "เมษายน – กันยายน 2565"] {
      #expect(try item("O16", Self.statistics, [period], Self.table).verdict == .outdated)
    }
  }

  @Test("A half that was published before it was due counts; an older one is not due yet")
  func due() throws {
    let late = try item("O16", Self.statistics, ["รอบ 6 เดือน ปี 2565"], Self.table, asOf: "2023-02-01")
    #expect(late.verdict == .notDue, "\(late.verdict)")
    let early = try item("O16", Self.statistics, ["รอบ 6 เดือน ปี 2566"], Self.table, asOf: "2023-02-01")
    #expect(early.verdict == .met, "\(early.verdict)")
  }

  @Test("“No complaints” and “no procurement” count as the figures asked for")
  func emptyStatements() throws {
    let complaints = try item(
      "O29", "ข้อมูลเชิงสถิติเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ", ["รอบ 6 เดือน ปีงบประมาณ พ.ศ. 2566"],
      ["ในรอบ 6 เดือน ไม่มีเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ"])
    #expect(complaints.verdict == .met, "\(complaints.verdict) \(complaints.summary)")
    let procurement = try item(
      "O21", "สรุปผลการดำเนินการจัดซื้อจัดจ้าง (สขร.1)", Self.months.map { "ประจำเดือน \($0)" }, ["ไม่มีการจัดซื้อจัดจ้างในเดือนนี้"])
    #expect(procurement.verdict == .met, "\(procurement.verdict) \(procurement.summary)")
  }

  @Test("A paper that names the year and holds nothing does not stand against the months")
  func emptyWhole() throws {
    var site = SiteSketch()
    let files = Self.months.enumerated().map { SiteSketch.link("\(Self.statistics) เดือน \($1)", to: "\($0).pdf") }
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link(Self.statistics, to: "list")])
    site.page("list", [Self.statistics], links: files + [SiteSketch.link("\(Self.statistics) ปี 2566", to: "empty.pdf")])
    site.file("empty.pdf", ["\(Self.statistics) ประจำปีงบประมาณ พ.ศ. 2566", "ประชุมสภา ถนน ไฟฟ้า ประปา"])
    for (place, month) in Self.months.enumerated() {
      site.file("\(place).pdf", ["เทศบาลตำบลตัวอย่าง", "\(Self.statistics) เดือน \(month)"] + Self.table)
    }
    #expect(site.item("O16")?.verdict == .met)
  }

  @Test("Statistics hold figures: a title with its dates has none")
  func figures() throws {
    let item = try item("O16", Self.statistics, ["(1 ตุลาคม 2565 - 31 มีนาคม 2566)"], ["จำนวนผู้รับบริการอยู่ระหว่างจัดทำ"])
    #expect(item.verdict == .partial)
    #expect(item.missingElements.map(\.id) == ["by-service"])
  }
}
