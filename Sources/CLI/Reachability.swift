import ArgumentParser
import AuditCore
import Crawling

/// A site that gave nothing to judge: one sentence, and the exit code that says so.
enum Reachability {
  static func demandAnswer(_ manifest: SnapshotManifest) throws {
    guard manifest.coverage.fetched == 0 else { return }
    switch manifest.stopReason {
    case StopReason.refused.rawValue:
      Console.error(
        "\(manifest.siteURL) ปฏิเสธทุกคำขอ จึงตรวจไม่ได้ ขอให้ผู้ดูแลเว็บไซต์อนุญาต oitcheck / refuses every request; ask its administrator to let oitcheck in"
      )
    case StopReason.interrupted.rawValue:
      throw ExitDecision.unsettled
    default:
      Console.error(
        "ติดต่อ \(manifest.siteURL) ไม่ได้ ตรวจชื่อเว็บไซต์และเครือข่ายแล้วลองใหม่ / no answer from the site; check its name and the network, then try again"
      )
    }
    throw ExitDecision.notJudgeable
  }
}
