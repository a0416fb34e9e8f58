import ArgumentParser
import AuditCore
import Foundation
import History

/// `oitcheck history …`: the runs kept in the embedded database.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "ผลตรวจที่เก็บไว้ / runs kept in the history.",
    discussion: """
      oitcheck history list
      oitcheck history show 12
      oitcheck history trend --item O12
      oitcheck history export --run 12 หลักฐาน    (ใช้ที่อื่นได้ครบในตัว / complete in itself)
      oitcheck history prune --dry-run
      """,
    subcommands: [
      HistoryList.self, HistoryShow.self, HistoryTrend.self, HistoryPrune.self, HistoryExport.self,
    ])
}

/// What every history command understands.
struct HistoryReading: ParsableArguments {
  @OptionGroup var history: HistoryOptions
  @Option(help: ArgumentHelp("ภาษา / language", valueName: "th|en")) var language: Language = .th

  func say(_ th: String, _ en: String) -> String { Bilingual(th: th, en: en).text(in: language) }
}

/// The one site that is meant: the given one, or the only one there is.
enum HistorySite {
  static func chosen(_ given: String?, in store: HistoryStore) throws -> AuditReport.Site {
    let sites = try store.sites()
    if let given {
      let address = (try? SiteAddress.parse(given).href) ?? given
      if let site = sites.first(where: { $0.url == given || $0.url == address }) { return site }
    } else if sites.count == 1 {
      return sites[0]
    }
    let known = sites.map(\.url).joined(separator: ", ")
    throw UsageFault("ระบุ --site เป็นหนึ่งใน: \(known) / name one with --site: \(known)")
  }
}
