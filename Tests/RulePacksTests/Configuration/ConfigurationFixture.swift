import AuditCore
import Foundation
import RulePacks

/// A small, faultless configuration to spoil one line at a time.
enum ConfigurationFixture {
  static let town = """
    town:
      key: nongsai
      name: เทศบาลตำบลหนองทราย
      url: https://www.nongsai.go.th/
      bodyType: town
      extraHosts: [files.nongsai.go.th]
      edition: 2566
      responsible:
        O1: กองคลัง
      waivers:
        - {item: O2, reason: ไม่มีข่าวในปีนี้, by: ปลัดเทศบาล, until: 2023-09-30}
      answers: answers.csv
      notify: [clerk]
      crawl: {maxPages: 500, maxTime: 45m, maxFile: 20MB, delay: 1.5, ownSite: true, contact: it@nongsai.go.th}
    targets:
      - name: clerk
        line: {token: {env: LINE_TOKEN}, to: {file: secrets/line-to}}
      - name: office
        language: en
        webhook: {url: "https://hooks.nongsai.go.th/oit", secret: {file: secrets/hook}}
      - name: mail
        smtp:
          server: smtps://mail.nongsai.go.th:465
          from: oit@nongsai.go.th
          to: [clerk@nongsai.go.th]
          user: oit
          password: {env: MAIL_PASSWORD}
      - name: local
        sendmail: {from: oit@nongsai.go.th, to: [a@nongsai.go.th, b@nongsai.go.th]}
    alarms: {agreeing: 3, window: 4, silentNights: 5, reachedNights: 1, reminderDays: [7, 1], heartbeatDays: 30}
    retention: {days: 100, months: 24, snapshotDays: 30}
    language: en
    dataFolder: /var/lib/oitcheck

    """

  static let rules: RulePack = {
    let (rules, _) = RulePackLoader.read(RuleFixture.files())
    return rules?.pack(digest: "")
      ?? RulePack(
        vocabulary: Vocabulary(concepts: [], genericWords: [], otherBodies: [], bodyTypes: []), editions: [], digest: ""
      )
  }()

  static func read(_ text: String) -> (configuration: Configuration?, faults: [RulePackFault]) {
    ConfigurationFile.read(RuleFile(name: "oitcheck.yml", bytes: Data(text.utf8)), rules: rules)
  }

  /// The faults of the fixture with one text replaced by another.
  static func faults(replacing old: String, with new: String) -> [RulePackFault] {
    read(town.replacing(old, with: new, maxReplacements: 1)).faults
  }
}
