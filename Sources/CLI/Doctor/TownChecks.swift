import AuditCore
import Foundation
import Pipeline
import ThaiText
import WebURL

/// What the configuration says of each town, held against the day, the files and the site itself.
struct TownChecks {
  let towns: [Town]
  /// Nil where the rules could not be read, which is told elsewhere.
  let rules: RulePack?
  /// Of `oitcheck.yml`.
  let folder: URL
  let today: CivilDate
  let isOffline: Bool

  func results() async -> [CheckResult] {
    var results: [CheckResult] = []
    for town in towns {
      results += expired(town) + answers(town)
      guard let site = try? SiteAddress.parse(town.url) else {
        results.append(
          .bad(.validationFailure, same(town.key), same(town.url), do: both("แก้ url ของแห่งนี้", "mend its url")))
        continue
      }
      if !isOffline { results.append(await robots(of: town, at: site)) }
    }
    return results
  }

  private func expired(_ town: Town) -> [CheckResult] {
    town.expiredWaivers(on: today).map { item, waiver in
      .warning(
        same("\(town.key) \(item)"),
        both("การยกเว้นสิ้นสุดแล้วเมื่อ \(waiver.until ?? "")", "its waiver ended on \(waiver.until ?? "")"),
        do: both("ลบออก หรือให้ \(waiver.by) ต่ออายุ", "take it out, or have \(waiver.by) renew it"))
    }
  }

  private func answers(_ town: Town) -> [CheckResult] {
    guard let name = town.answers else { return [] }
    let path = URL(filePath: name, relativeTo: folder).path
    let subject = same("\(town.key) answers")
    let mend = both(
      "วางแบบคำตอบ (.csv .xlsx) ไว้ที่นั่น หรือแก้ answers", "put the answer sheet (.csv .xlsx) there, or mend answers")
    let sheet: VerificationSheet
    do { sheet = try VerificationSheet(path: path) } catch { return [.warning(subject, same("\(error)"), do: mend)] }
    guard let edition = town.edition.flatMap({ rules?.edition($0) }), let site = try? SiteAddress.parse(town.url) else {
      return []
    }
    let answers = sheet.answers(edition: edition, site: site)
    let usable = Declaration.all(in: answers, of: edition).count { !$0.addresses.isEmpty }
    guard usable > 0 else {
      return [
        .warning(
          subject, both("ไม่มีคำตอบที่ใช้ได้ใน \(path)", "\(path) holds no usable answer"),
          do: both("ต้องมีคอลัมน์ข้อและที่อยู่", "it needs a column of items and one of addresses"))
      ]
    }
    return [
      .good(
        subject,
        both("มีที่อยู่ \(usable) ข้อจาก \(edition.items.count)", "addresses for \(usable) of \(edition.items.count) items"))
    ]
  }

  private func robots(of town: Town, at site: WebURL) async -> CheckResult {
    let subject = same("\(town.key) \(site.host ?? "")")
    switch await FirstRequest(site: site, contact: town.crawl.contact).robots() {
    case .none(let failure):
      return .warning(
        subject, both("ติดต่อไม่ได้ (\(failure.rawValue))", "no answer (\(failure.rawValue))"),
        do: both("ตรวจที่อยู่ เครือข่าย และไฟร์วอลล์ แล้วลองใหม่", "look at the address, network and firewall, then try again"))
    case .robots(let policy, let status) where !policy.allows(site):
      return .warning(
        subject, both("robots.txt ไม่ให้เปิดหน้าแรก (HTTP \(status))", "robots.txt forbids the home page (HTTP \(status))"),
        do: both("ขอผู้ดูแลเว็บไซต์ให้อนุญาต oitcheck ใน robots.txt", "ask its webmaster to allow oitcheck in robots.txt"))
    case .robots(let policy, let status):
      let delay = policy.crawlDelay.map { " · Crawl-delay \($0)" } ?? ""
      return .good(subject, same("robots.txt HTTP \(status)\(delay)"))
    }
  }
}
