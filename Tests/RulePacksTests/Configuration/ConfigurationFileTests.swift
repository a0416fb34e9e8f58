import AuditCore
import Foundation
import RulePacks
import Testing

/// What `oitcheck.yml` says is what the program works by.
@Suite("A configuration")
struct ConfigurationFileTests {
  @Test("Every key arrives as it is written")
  func everyKey() throws {
    let (read, faults) = ConfigurationFixture.read(ConfigurationFixture.town)
    #expect(faults.isEmpty)
    let configuration = try #require(read)
    let town = try #require(configuration.towns.first)
    #expect(configuration.towns.count == 1)
    #expect(town.key == "nongsai")
    #expect(town.name == "เทศบาลตำบลหนองทราย")
    #expect(town.url == "https://www.nongsai.go.th/")
    #expect(town.bodyType == "town")
    #expect(town.extraHosts == ["files.nongsai.go.th"])
    #expect(town.edition == 2566)
    #expect(town.responsible == ["O1": "กองคลัง"])
    #expect(town.waivers == ["O2": Waiver(reason: "ไม่มีข่าวในปีนี้", by: "ปลัดเทศบาล", until: "2023-09-30")])
    #expect(town.answers == "answers.csv")
    #expect(town.notify == ["clerk"])
    #expect(town.crawl.maxPages == 500)
    #expect(town.crawl.maxSeconds == 2_700)
    #expect(town.crawl.maxFileBytes == 20_000_000)
    #expect(town.crawl.delay == 1.5)
    #expect(town.crawl.isOwnSite)
    #expect(town.crawl.contact == "it@nongsai.go.th")
    #expect(
      configuration.alarms
        == AlarmSettings(
          agreeing: 3, window: 4, silentNights: 5, reachedNights: 1, reminderDays: [1, 7], heartbeatDays: 30))
    #expect(configuration.retention == Retention(days: 100, months: 24, snapshotDays: 30))
    #expect(configuration.language == .en)
    #expect(configuration.dataFolder == "/var/lib/oitcheck")
  }

  @Test("Every way of telling arrives, secrets as the places where they lie")
  func targets() throws {
    let configuration = try #require(ConfigurationFixture.read(ConfigurationFixture.town).configuration)
    #expect(configuration.targets.map(\.name) == ["clerk", "office", "mail", "local"])
    #expect(configuration.targets.map(\.language) == [nil, .en, nil, nil])
    #expect(
      configuration.targets.map(\.channel) == [
        .line(token: .environment("LINE_TOKEN"), to: .file("secrets/line-to"), endpoint: nil),
        .webhook(address: .plain("https://hooks.nongsai.go.th/oit"), signing: .file("secrets/hook")),
        .smtp(
          .init(
            server: "smtps://mail.nongsai.go.th:465", from: "oit@nongsai.go.th", user: "oit",
            password: .environment("MAIL_PASSWORD")), to: ["clerk@nongsai.go.th"]),
        .sendmail(from: "oit@nongsai.go.th", to: ["a@nongsai.go.th", "b@nongsai.go.th"]),
      ])
  }

  @Test("A name and an address are enough; the key is the host, the rest is the default")
  func least() throws {
    let text = "town: {name: ทต.หนองทราย, url: 'http://www.nongsai.go.th'}"
    let configuration = try #require(ConfigurationFixture.read(text).configuration)
    #expect(configuration.towns.map(\.key) == ["nongsai-go-th"])
    #expect(configuration.alarms == AlarmSettings())
    #expect(configuration.retention == Retention())
    #expect(configuration.language == .th)
    #expect(configuration.dataFolder == "oitcheck-data")
    #expect(configuration.towns[0].crawl == CrawlBudget())
  }

  @Test("Towns of a list share the crawl and override it by single keys")
  func several() throws {
    let configuration = try #require(
      ConfigurationFixture.read(
        """
        crawl: {maxPages: 100, delay: 2}
        towns:
          - {name: ก, url: "https://a.go.th"}
          - {name: ข, url: "https://b.go.th", key: B, crawl: {delay: 3}}
        """
      ).configuration)
    #expect(configuration.towns.map(\.key) == ["a-go-th", "B"])
    #expect(configuration.towns.map(\.crawl.maxPages) == [100, 100])
    #expect(configuration.towns.map(\.crawl.delay) == [2, 3])
  }

  @Test("The only town tells everybody unless it says whom; in a list each says whom")
  func whomIsTold() throws {
    let silent = ConfigurationFixture.town.replacing("  notify: [clerk]\n", with: "")
    #expect(ConfigurationFixture.read(silent).configuration?.towns[0].notify == ["clerk", "office", "mail", "local"])
    let nobody = ConfigurationFixture.town.replacing("notify: [clerk]", with: "notify: []")
    #expect(ConfigurationFixture.read(nobody).configuration?.towns[0].notify == [])
    let list = """
      targets: [{name: x, sendmail: {from: a@b.th, to: [c@d.th]}}]
      towns: [{name: ก, url: "https://a.go.th"}]
      """
    let faults = ConfigurationFixture.read(list).faults
    #expect(faults.map(\.kind) == [.missing])
    #expect(faults.map(\.key) == ["towns[0].notify"])
  }

  @Test("The body type may be given by its Thai name")
  func thaiBodyType() throws {
    let text = ConfigurationFixture.town.replacing("bodyType: town", with: "bodyType: เทศบาลตําบล")
    #expect(ConfigurationFixture.read(text).configuration?.towns[0].bodyType == "town")
  }

  @Test("A Thai domain is an address, and its town needs a key")
  func thaiDomain() throws {
    let text = "town: {name: ก, url: 'https://เทศบาล.ไทย'}"
    #expect(ConfigurationFixture.read(text).faults.map(\.key) == ["town.key"])
    let named = "town: {name: ก, key: k, url: 'https://เทศบาล.ไทย'}"
    #expect(ConfigurationFixture.read(named).configuration?.towns[0].url == "https://เทศบาล.ไทย")
  }

  @Test("All faults are told at once, in the order of the lines, with file, line and key")
  func allAtOnce() {
    let (configuration, faults) = ConfigurationFixture.read(
      """
      town:
        name: 7
        url: nonsense
        edtion: 2566
        crawl: {maxPages: 0}
      retention: {days: many}
      """)
    #expect(configuration == nil)
    #expect(
      faults.map { $0.line(in: .en).split(separator: " ").prefix(2).joined(separator: " ") } == [
        "oitcheck.yml:2: town.name:", "oitcheck.yml:3: town.url:", "oitcheck.yml:4: town.edtion:",
        "oitcheck.yml:5: town.crawl.maxPages:", "oitcheck.yml:6: retention.days:",
      ])
  }
}
