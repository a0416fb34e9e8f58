import ArgumentParser
import AuditCore
import Crawling
import Pipeline

/// A site that gave nothing to judge: one sentence, and the exit code that says so.
enum Reachability {
  /// After recording: nothing at all came back.
  static func demandAnswer(_ manifest: SnapshotManifest) throws {
    guard manifest.coverage.fetched == 0 else { return }
    if manifest.stopReason == StopReason.interrupted.rawValue { throw ExitDecision.unsettled }
    let sentence =
      manifest.stopReason == StopReason.refused.rawValue
      ? refusal
      : "ติดต่อไม่ได้ ตรวจชื่อเว็บไซต์และเครือข่ายแล้วลองใหม่ / gives no answer: check its name and the network, then try again"
    Console.error("\(manifest.siteURL) \(sentence)")
    throw ExitDecision.notJudgeable
  }

  /// After reading: answers came, and not one page that a person could read.
  static func demandPage(_ site: RecordedSite) throws {
    guard !site.index.pages.contains(where: { $0.condition.isReadable && !$0.isOffSite }) else { return }
    let home = site.index.homePage.map { site.index.pages[$0].condition }
    let sentence: String
    switch home {
    case .refused(let status)? where status == 401 || status == 403 || status == 429 || status == 451:
      sentence = refusal + " (HTTP \(status))"
    case .blocked?: sentence = refusal
    case .forbiddenByRobots?:
      sentence =
        "ห้ามเปิดดูตาม robots.txt ขอให้ผู้ดูแลอนุญาต oitcheck / is closed to us by its robots.txt: ask its administrator to allow oitcheck"
    case .scriptOnly?:
      sentence = "แสดงผลด้วยสคริปต์เท่านั้น จึงอ่านไม่ได้ / is filled by script only and cannot be read"
    default: sentence = "ไม่มีหน้าที่อ่านได้เลย จึงตรวจไม่ได้ / has not one page that can be read"
    }
    Console.error("\(site.manifest.siteURL) \(sentence)")
    throw ExitDecision.notJudgeable
  }

  private static let refusal =
    "ปฏิเสธทุกคำขอ จึงตรวจไม่ได้ ขอให้ผู้ดูแลเว็บไซต์อนุญาต oitcheck / refuses every request: ask its administrator to let oitcheck in"
}
