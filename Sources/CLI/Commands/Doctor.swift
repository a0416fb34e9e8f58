import ArgumentParser
import AuditCore
import Foundation
import Pipeline
import RulePacks
import ThaiText

/// `oitcheck doctor`: whether tonight will go well, and what to do where it will not.
struct Doctor: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "ตรวจความพร้อมของเครื่องและการตั้งค่า / check configuration, tools, network, disk.",
    discussion: """
      oitcheck doctor
      oitcheck doctor --config /etc/oitcheck/oitcheck.yml --offline

      ✓ พร้อม · ! ทำงานได้แต่มีบางอย่างขาด · ✗ ต้องแก้ก่อน / ready · something is lost · to be mended first
      รหัส / codes: 0 · 64 การตั้งค่าหรือเกณฑ์ผิด (configuration, rules) · 74 เครื่องนี้ขัดข้อง (machine)
      """)

  @Option(help: ArgumentHelp("ไฟล์ตั้งค่า / configuration (default: ./\(Configuration.fileName))", valueName: "file"))
  var config: String?
  @Flag(help: "ไม่ใช้เครือข่าย / ask no site") var offline = false
  @Option(help: ArgumentHelp("โฟลเดอร์เกณฑ์ / rules folder", valueName: "dir")) var rules: String?
  @Option(help: ArgumentHelp("ภาษา / language", valueName: "th|en")) var language: Language = .th

  func run() async throws {
    let path = config ?? Configuration.fileName
    let (pack, rulesResult) = checkedRules()
    let (configuration, configurationResult) = checkedConfiguration(path, pack)
    show([configurationResult, rulesResult])
    let folder = URL(filePath: path).deletingLastPathComponent()
    let now = Date()
    let targets = configuration?.targets ?? []
    let machine = MachineChecks(
      dataFolder: URL(filePath: configuration?.dataFolder ?? Configuration(towns: []).dataFolder, relativeTo: folder)
        .absoluteURL,
      towns: configuration?.towns.count ?? 1, retention: configuration?.retention ?? Retention(), now: now,
      zoneSeconds: TimeZone.current.secondsFromGMT(for: now)
    ).results()
    show(machine)
    let secrets = SecretChecks(
      targets: targets, secrets: Secrets(folder: folder, environment: ProcessInfo.processInfo.environment)
    ).results()
    show(secrets)
    let places = WorkPlaceChecks().results()
    show(places)
    let needsSendmail = targets.contains { if case .sendmail = $0.channel { true } else { false } }
    let tools = await ToolChecks(needsSendmail: needsSendmail).results()
    show(tools)
    let today = Timestamp(secondsSinceEpoch: Int(now.timeIntervalSince1970)).thaiDay
    let towns = await TownChecks(
      towns: configuration?.towns ?? [], rules: pack, folder: folder, today: today, isOffline: offline
    ).results()
    show(towns)
    throw CheckResult.code(of: [configurationResult, rulesResult] + machine + secrets + places + tools + towns)
  }

  private func show(_ results: [CheckResult]) {
    Console.output(Array(results.map { $0.text(in: language) }.joined().utf8))
  }

  private func checkedRules() -> (RulePack?, CheckResult) {
    let subject = both("เกณฑ์", "rules")
    do {
      let pack = try RuleShelf.load(explicit: rules)
      return (pack, .good(subject, same(pack.editions.map { "\($0.year)" }.joined(separator: ", "))))
    } catch let error as RulePackError {
      return (nil, .bad(.validationFailure, subject, indented(error), do: same("oitcheck rules check")))
    } catch {
      return (nil, .bad(ExitDecision.ownSideFailed, subject, same("\(error)"), do: nil))
    }
  }

  /// Without a configuration the machine can still be looked at; a named one that is not there is a fault.
  private func checkedConfiguration(_ path: String, _ pack: RulePack?) -> (Configuration?, CheckResult) {
    let subject = both("การตั้งค่า", "configuration")
    guard let pack else {
      return (
        nil,
        .warning(
          subject, both("ยังไม่ได้ตรวจ เพราะเกณฑ์ใช้ไม่ได้", "not checked, as the rules are not usable"),
          do: both("แก้เกณฑ์ก่อน", "mend the rules first"))
      )
    }
    do throws(RulePackError) {
      let configuration = try ConfigurationFile.read(path: path, rules: pack)
      let count = configuration.towns.count
      return (configuration, .good(subject, both("\(path): \(count) แห่ง", "\(path): \(count) town(s)")))
    } catch {
      if case .noConfiguration = error, config == nil {
        let remedy = same("oitcheck init https://www.example.go.th")
        return (nil, .warning(subject, both("ไม่มี \(path)", "there is no \(path)"), do: remedy))
      }
      let remedy = both("แก้ตามบรรทัดที่บอก แล้วสั่งใหม่", "mend the lines above and run it again")
      return (nil, .bad(.validationFailure, subject, indented(error), do: remedy))
    }
  }

  private func indented(_ error: RulePackError) -> Bilingual {
    func lines(_ language: Language) -> String {
      let lines = error.message(in: language).split(separator: "\n")
      return lines.count == 1 ? String(lines[0]) : "\n    " + lines.joined(separator: "\n    ")
    }
    return Bilingual(th: lines(.th), en: lines(.en))
  }
}
