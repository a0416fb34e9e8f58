import AuditCore
import Foundation
import RulePacks
import Testing

/// One spoilt line: what is told of it, and where.
@Suite("A fault of a configuration")
struct ConfigurationFaultTests {
  struct Spoilt: CustomTestStringConvertible {
    var old: String
    var new: String
    var kind: RulePackFault.Kind
    var key: String
    var testDescription: String { "\(key): \(new.prefix(60))" }

    init(_ old: String, _ new: String, _ kind: RulePackFault.Kind, _ key: String) {
      self.old = old
      self.new = new
      self.kind = kind
      self.key = key
    }
  }

  @Test(
    "A spoilt value is told by kind and key",
    arguments: [
      Spoilt("  name: เทศบาล", "  nmae: x\n  name: เทศบาล", .unknownKey, "town.nmae"),
      Spoilt("  name: เทศบาลตำบลหนองทราย\n", "", .missing, "town.name"),
      Spoilt("เทศบาลตำบลหนองทราย", "\"two\\nlines\"", .badValue, "town.name"),
      Spoilt("key: nongsai", "key: ../../etc", .badValue, "town.key"),
      Spoilt("key: nongsai", "key: หนองทราย", .badValue, "town.key"),
      Spoilt("key: nongsai", "key: -rf", .badValue, "town.key"),
      Spoilt("https://www.nongsai.go.th/", "ftp://www.nongsai.go.th/", .badValue, "town.url"),
      Spoilt("https://www.nongsai.go.th/", "https://a:b@www.nongsai.go.th/", .secretInClear, "town.url"),
      Spoilt("bodyType: town", "bodyType: village", .badValue, "town.bodyType"),
      Spoilt("[files.nongsai.go.th]", "files.nongsai.go.th", .wrongType, "town.extraHosts"),
      Spoilt("[files.nongsai.go.th]", "[\"https://files.nongsai.go.th\"]", .badValue, "town.extraHosts[0]"),
      Spoilt("[files.nongsai.go.th]", "[th]", .badValue, "town.extraHosts[0]"),
      Spoilt("[files.nongsai.go.th]", "[\"a.th/x\"]", .badValue, "town.extraHosts[0]"),
      Spoilt("edition: 2566", "edition: 2023", .badValue, "town.edition"),
      Spoilt("edition: 2566", "edition: \"2566\"", .wrongType, "town.edition"),
      Spoilt("  edition: 2566\n", "", .missing, "town.edition"),
      Spoilt("O1: กองคลัง", "O9: กองคลัง", .unknownItem, "town.responsible.O9"),
      Spoilt("O1: กองคลัง", "O1: [กองคลัง]", .wrongType, "town.responsible.O1"),
      Spoilt("item: O2", "item: O22", .unknownItem, "town.waivers[0].item"),
      Spoilt("reason: ไม่มีข่าวในปีนี้, ", "", .missing, "town.waivers[0].reason"),
      Spoilt("reason: ไม่มีข่าวในปีนี้, ", "reason: '  ', ", .missing, "town.waivers[0].reason"),
      Spoilt("by: ปลัดเทศบาล, ", "", .missing, "town.waivers[0].by"),
      Spoilt("2023-09-30", "2023-09-31", .badValue, "town.waivers[0].until"),
      Spoilt("2023-09-30", "30/09/2023", .badValue, "town.waivers[0].until"),
      Spoilt("2023-09-30", "2566-09-30", .badValue, "town.waivers[0].until"),
      Spoilt(
        "  answers:", "    - {item: O2, reason: x, by: y}\n  answers:", .duplicate, "town.waivers[1]"),
      Spoilt("notify: [clerk]", "notify: [clrek]", .badValue, "town.notify[0]"),
      Spoilt("notify: [clerk]", "notify: clerk", .wrongType, "town.notify"),
      Spoilt("maxPages: 500", "maxPages: 0", .badValue, "town.crawl.maxPages"),
      Spoilt("maxTime: 45m", "maxTime: 45 min", .badValue, "town.crawl.maxTime"),
      Spoilt("maxFile: 20MB", "maxFile: 20 Megabyte", .badValue, "town.crawl.maxFile"),
      Spoilt("delay: 1.5", "delay: -1", .badValue, "town.crawl.delay"),
      Spoilt("delay: 1.5", "delay: nan", .wrongType, "town.crawl.delay"),
      Spoilt("ownSite: true", "ownSite: yes", .wrongType, "town.crawl.ownSite"),
      Spoilt("it@nongsai.go.th}", "ฝ่ายไอที}", .badValue, "town.crawl.contact"),
      Spoilt("- name: office", "- name: clerk", .duplicate, "targets[1]"),
      Spoilt("    language: en\n", "    language: de\n", .badValue, "targets[1].language"),
      Spoilt("    language: en\n", "    line: {token: {env: A}, to: {env: B}}\n", .duplicate, "targets[1]"),
      Spoilt("    line: {token: {env: LINE_TOKEN}, to: {file: secrets/line-to}}\n", "", .missing, "targets[0]"),
      Spoilt("{file: secrets/line-to}", "ฉัน", .badValue, "targets[0].line.to"),
      Spoilt(
        "to: {file: secrets/line-to}", "to: {env: A}, endpoint: 'http://api.example.com'", .badValue,
        "targets[0].line.endpoint"),
      Spoilt("smtps://mail.nongsai.go.th:465", "mail.nongsai.go.th", .badValue, "targets[2].smtp.server"),
      Spoilt("smtps://mail.nongsai.go.th:465", "smtp://a.th:99999", .badValue, "targets[2].smtp.server"),
      Spoilt("smtps://mail", "smtps://oit:x@mail", .secretInClear, "targets[2].smtp.server"),
      Spoilt("      user: oit\n", "", .missing, "targets[2].smtp.user"),
      Spoilt("      password: {env: MAIL_PASSWORD}\n", "", .missing, "targets[2].smtp.password"),
      Spoilt("to: [clerk@nongsai.go.th]", "to: []", .missing, "targets[2].smtp.to"),
      Spoilt("to: [clerk@nongsai.go.th]", "to: ['-oQ/tmp@x.th']", .badValue, "targets[2].smtp.to[0]"),
      Spoilt("to: [clerk@nongsai.go.th]", "to: ['a@b.th, c@d.th']", .badValue, "targets[2].smtp.to[0]"),
      Spoilt("agreeing: 3", "agreeing: 5", .badValue, "alarms.agreeing"),
      Spoilt("window: 4", "window: 0", .badValue, "alarms.window"),
      Spoilt("[7, 1]", "[7, -1]", .badValue, "alarms.reminderDays[1]"),
      Spoilt("heartbeatDays: 30", "heartbeatDays: often", .wrongType, "alarms.heartbeatDays"),
      Spoilt("{days: 100, months: 24", "{days: 100, month: 24", .unknownKey, "retention.month"),
      Spoilt("language: en\ndata", "language: thai\ndata", .badValue, "language"),
      Spoilt("dataFolder:", "datafolder:", .unknownKey, "datafolder"),
      Spoilt("town:\n", "town: x\nzone:\n", .wrongType, "town"),
    ])
  func spoilt(_ spoilt: Spoilt) {
    #expect(ConfigurationFixture.town.contains(spoilt.old))
    let faults = ConfigurationFixture.faults(replacing: spoilt.old, with: spoilt.new)
    #expect(faults.contains { $0.kind == spoilt.kind && $0.key == spoilt.key }, "\(faults)")
    #expect(faults.allSatisfy { $0.line > 0 && $0.file == "oitcheck.yml" })
  }

  @Test(
    "The nearest allowed word is named",
    arguments: [
      ("bodyType: town", "bodyTyp: town", "bodyType"), ("maxPages: 500", "max_pages: 500", "maxPages"),
      ("notify: [clerk]", "notify: [clrek]", "clerk"), ("item: O2", "item: o2", "O2"),
      ("sendmail:", "sendmial:", "sendmail"), ("dataFolder:", "data-folder:", "dataFolder"),
    ])
  func nearest(old: String, new: String, meant: String) {
    let faults = ConfigurationFixture.faults(replacing: old, with: new)
    #expect(faults.contains { $0.message.en.contains("did you mean “\(meant)”") }, "\(faults)")
    #expect(faults.contains { $0.message.th.contains("หมายถึง “\(meant)”") })
  }

  @Test("Nothing is suggested where nothing is near")
  func nothingNear() {
    let faults = ConfigurationFixture.faults(replacing: "bodyType: town", with: "population: 4000")
    #expect(faults.map(\.kind) == [.unknownKey])
    #expect(!faults[0].message.en.contains("did you mean"))
  }

  @Test("The year of the Buddhist era is recognised in a date and answered with the right one")
  func buddhistYear() {
    let faults = ConfigurationFixture.faults(replacing: "2023-09-30", with: "2566-09-30")
    #expect(faults.map { $0.message.en.contains("2023-09-30") } == [true])
  }

  @Test("Two towns of one key are told with both lines, whatever the case")
  func sameKey() {
    let faults = ConfigurationFixture.read(
      """
      towns:
        - {name: ก, url: "https://www.a.go.th"}
        - {name: ข, url: "https://b.go.th", key: A-go-TH}
      """
    ).faults
    #expect(faults.map(\.kind) == [.duplicate])
    #expect(faults.map(\.line) == [3])
    #expect(faults[0].message.en.contains("line 2"))
  }

  @Test("Two towns of one address are told with both lines, however it is written")
  func sameAddress() {
    let faults = ConfigurationFixture.read(
      """
      towns:
        - {name: ก, url: "https://www.a.go.th", key: a}
        - {name: ข, url: "https://b.go.th"}
        - {name: ค, url: "HTTPS://WWW.a.go.th:443/#top", key: c}
      """
    ).faults
    #expect(faults.map(\.kind) == [.duplicate])
    #expect(faults.map(\.line) == [4])
    #expect(faults[0].message.en.contains("line 2"))
  }

  @Test("No town, an empty list, or both forms are refused")
  func noTown() {
    #expect(ConfigurationFixture.read("language: th").faults.map(\.key) == ["town"])
    #expect(ConfigurationFixture.read("towns: []").faults.map(\.kind) == [.missing])
    let both = ConfigurationFixture.town + "towns: []\n"
    #expect(ConfigurationFixture.read(both).faults.contains { $0.kind == .duplicate && $0.key == "towns" })
  }

  @Test("A configuration that is not there names the command that makes one")
  func absent() {
    #expect {
      try ConfigurationFile.read(path: "/nonexistent/oitcheck.yml", rules: ConfigurationFixture.rules)
    } throws: { error in
      (error as? RulePackError)?.message(in: .th).contains("oitcheck init") == true
    }
  }

  @Test("A folder in the place of the file is refused", arguments: ["/", "/dev/zero"])
  func noFile(path: String) {
    #expect {
      try ConfigurationFile.read(path: path, rules: ConfigurationFixture.rules)
    } throws: { error in
      guard case .configuration(let faults)? = error as? RulePackError else { return false }
      return faults.map(\.kind) == [.unreadable]
    }
  }
}
