import AuditCore
import Foundation
import ThaiText

@testable import History

/// Reports of an invented town, as long as real ones: 43 items with 14 quotations each.
enum InventedRuns {
  static let site = AuditReport.Site(name: "เทศบาลตำบลตัวอย่าง", url: "https://www.example.go.th/")
  static let firstDay = CivilDate.firstDay(ofMonth: 11, year: 2022)

  static func time(_ night: Int) -> Timestamp { Timestamp(secondsSinceEpoch: 1_667_260_800 + night * 86_400) }

  static func report(night: Int, missing: Set<Int> = [], site: AuditReport.Site = site) -> AuditReport {
    let fetched = time(night).description
    let items = (1...43).map { item(number: $0, isMissing: missing.contains($0), fetchedAt: fetched, night: night) }
    let parts = (1...9).map { Score.Part(id: "9.\($0)", title: "ตัวชี้วัดย่อย", score: 80.25, high: 91, items: 5, met: 4) }
    return AuditReport(
      tool: .init(version: "1.0"), edition: 2566, editionConfidence: "high", rulesDigest: "sha256:rules",
      asOf: firstDay.adding(days: night).iso, judgedFiscalYear: 2566, official: true, language: .th, site: site,
      snapshot: .init(digest: "sha256:snapshot\(night)", recordedAt: fetched),
      coverage: Coverage(
        known: 2_000 + night, fetched: 1_990, refusedByRobots: 1, failed: 2, overBudget: 0, estimatedUnseen: 7,
        sufficient: true),
      stopReason: "finished", items: items,
      declared: (1...43).map {
        DeclaredAnswer(
          item: "O\($0)", page: "\(site.url)ita", urls: ["\(site.url)o\($0)"], explanation: "", status: .agrees, why: ""
        )
      },
      findings: [Finding(kind: .tls, url: site.url, detail: "certificate of another name")],
      score: Score(
        bySubIndicator: parts, byIndicator: parts, oit: 67.75, oitHigh: 72.5))
  }

  private static func item(number: Int, isMissing: Bool, fetchedAt: String, night: Int) -> ItemReport {
    let evidence = (0..<14).map { place in
      Evidence(
        url: "https://www.example.go.th/ita/2566/o\(number)/%E0%B9%81%E0%B8%9C%E0%B8%99-\(place).pdf",
        clickPath: ["หน้าหลัก", "ITA 2566", "ข้อ \(number)"],
        quote: "แผนดำเนินงานประจำปีงบประมาณ พ.ศ. 2566 ข้อ \(number) ส่วนที่ \(place) เทศบาลตำบลตัวอย่าง",
        element: place == 0 ? nil : "element-\(place)", mediaType: "application/pdf",
        sha256: "sha256:\(number)-\(place)", fetchedAt: place == 3 ? "some other time" : fetchedAt)
    }
    return ItemReport(
      number: "O\(number)", key: "key-\(number)", concepts: ["concept_\(number)", "also_\(number)"],
      title: "รายงานการกำกับติดตามการดำเนินงาน \(number)", subIndicator: "9.\(number % 9)",
      verdict: isMissing ? .missing : .met, cause: nil, confidence: 0.93, points: 2.325,
      pointsLost: isMissing ? 2.325 : 0, dueDate: "2023-04-30", summary: isMissing ? "ไม่พบ" : "ครบถ้วน",
      missingElements: [], period: .init(required: "ปีงบประมาณ 2566", found: "ปีงบประมาณ 2566"),
      searched: .init(pages: 1_900 + night, documents: 420 + night, names: ["แผนดำเนินงาน", "แผนปฏิบัติการ"]),
      evidence: isMissing ? [] : evidence, nearMisses: [], remedy: "เผยแพร่แผน", responsible: "สำนักปลัด", waiver: nil)
  }

  static func finished(night: Int, missing: Set<Int> = [], parents: [ContentDigest] = []) -> FinishedRun {
    let report = report(night: night, missing: missing)
    return FinishedRun(
      report: report, finishedAt: time(night),
      snapshot: SnapshotRecord(
        digest: ContentDigest(report.snapshot.digest), folder: "snapshots/\(night)", bytes: 1_000,
        recordedAt: time(night), parents: parents))
  }

  static func json(_ report: AuditReport) throws -> String { try ReportParts.encoded(report) }
}

/// A folder of its own for one test, gone with it.
final class ScratchFolder: Sendable {
  let url = FileManager.default.temporaryDirectory.appending(path: "oitcheck-history-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(at: url) }

  var file: String { path("history.sqlite") }
  func path(_ name: String) -> String { url.appending(path: name).path }

  func size(_ name: String = "history.sqlite") throws -> Int {
    try FileManager.default.attributesOfItem(atPath: path(name))[.size] as? Int ?? 0
  }

  func mode(_ name: String) throws -> Int {
    (try FileManager.default.attributesOfItem(atPath: path(name))[.posixPermissions] as? Int ?? 0) & 0o777
  }
}

extension HistoryStore {
  /// Keeps the run of one night.
  @discardableResult
  func keep(_ run: FinishedRun) throws -> Int {
    let number = try begin(run.report.site, at: run.finishedAt)
    try commit(run, as: number)
    return number
  }
}
