import ArgumentParser
import AuditCore
import Foundation
import Pipeline
import ThaiText

/// What every command that judges understands.
struct JudgingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("ปีของรายการ OIT (พ.ศ.) / edition, Buddhist era", valueName: "year"))
  var edition: Int?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "ตรวจตามสภาพ ณ วันที่ (ค.ศ.) / judge as of this day (default: Thai day of recording)", valueName: "YYYY-MM-DD"))
  var asOf: String?

  @Option(
    name: .customLong("fiscal-year"),
    help: ArgumentHelp("ปีงบประมาณที่ตรวจ (พ.ศ.) / judged fiscal year (default: that of as-of)", valueName: "year"))
  var fiscalYear: Int?

  @Option(help: ArgumentHelp("โฟลเดอร์เกณฑ์ / rules folder (default: ./Rules)", valueName: "dir"))
  var rules: String?

  @Option(
    name: .customLong("language"), help: ArgumentHelp("ภาษา / language: th, en (default: th)", valueName: "th|en"))
  var askedLanguage: Language?

  var language: Language { askedLanguage ?? .th }

  /// The edition used where neither the command line nor the snapshot names one.
  static let defaultEdition = 2566

  func validate() throws {
    if let asOf, CivilDate(iso: asOf) == nil {
      throw ValidationError(
        "--as-of ต้องเป็นวันที่แบบ ค.ศ. เช่น 2023-06-15 / must be a date such as 2023-06-15, not “\(asOf)”")
    }
    if let fiscalYear, !FiscalYear.plausible.contains(fiscalYear) {
      throw ValidationError("--fiscal-year ต้องเป็น พ.ศ. เช่น 2566 / must be a Buddhist-era year such as 2566")
    }
  }

  /// The fiscal year whose disclosures a recording looks for first.
  var focusYear: Int? {
    fiscalYear ?? asOf.flatMap { CivilDate(iso: $0) }.map { FiscalYear(containing: $0).year } ?? edition
  }

  /// The rule pack and its edition, or a usage error that says which editions there are.
  /// The command line goes before the town's configuration, and that before what the snapshot says of itself.
  func judgement(for manifest: SnapshotManifest, pack: RulePack, town: Town? = nil) throws -> Judgement {
    let day = (asOf ?? manifest.judgeAs?.asOf).flatMap { CivilDate(iso: $0) } ?? manifest.recordedAt.thaiDay
    let judged = fiscalYear ?? FiscalYear(containing: day).year
    let usual = town.flatMap { _ in pack.edition(judged)?.year } ?? Self.defaultEdition
    let edition = try Self.edition(edition ?? town?.edition ?? manifest.judgeAs?.edition ?? usual, in: pack)
    var judgement = Judgement(
      rules: pack, edition: edition, asOf: day, fiscalYear: fiscalYear, language: language,
      recognizer: Recognition.recognizer(for: pack))
    if let town {
      judgement.waivers = town.waivers(under: edition, of: pack)
      judgement.responsible = town.responsible(under: edition, of: pack)
      judgement.bodyType = town.bodyType
      judgement.siteName = town.name
    }
    return judgement
  }

  static func edition(_ year: Int, in pack: RulePack) throws -> Edition {
    guard let edition = pack.edition(year) else {
      let known = pack.editions.map { "\($0.year)" }.joined(separator: ", ")
      throw UsageFault("ไม่มีรายการ OIT ปี \(year) มีเฉพาะ \(known) / no edition \(year); there are \(known)")
    }
    return edition
  }
}

extension Language: ExpressibleByArgument {}
