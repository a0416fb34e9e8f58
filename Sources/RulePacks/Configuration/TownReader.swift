import AuditCore
import ThaiText
import WebURL

/// One town: its address, how it is judged, and what its officers have said about it.
struct TownReader {
  let rules: RulePack
  /// Names that `notify` may use.
  let targets: [String]
  /// What holds for every town.
  let crawl: CrawlBudget
  /// With one town everybody is told; in a list each town says whom, lest one town's gaps reach another's officers.
  let isOnlyTown: Bool

  private static let keys = [
    "key", "name", "url", "bodyType", "extraHosts", "edition", "responsible", "waivers", "answers", "notify", "crawl",
  ]

  func town(_ node: RuleNode) -> Town? {
    guard let map = node.mapping(of: Self.keys) else { return nil }
    let name = map.required("name")?.line()
    let url = map.required("url")?.webAddress() == nil ? nil : map["url"]?.text()
    let key = key(map, url: url)
    let edition = map["edition"].flatMap(edition)
    let duties = DutyReader(rules: rules, edition: edition)
    var town = Town(key: key ?? "", name: name ?? "", url: url ?? "")
    town.bodyType = map["bodyType"].flatMap(bodyType)
    town.extraHosts = (map["extraHosts"]?.list(atMost: 50) ?? []).compactMap { $0.host() }
    town.edition = edition
    if ["responsible", "waivers", "answers"].contains(where: { map[$0] != nil }) { duties.demandEdition(map) }
    town.responsible = map["responsible"].map(duties.units) ?? [:]
    town.waivers = map["waivers"].map(duties.waivers) ?? [:]
    town.answers = map["answers"]?.line(longest: 1_000)
    town.notify = notify(map)
    town.crawl = map["crawl"].flatMap { SettingsReader.budget($0, over: crawl) } ?? crawl
    return key == nil || name == nil || url == nil ? nil : town
  }

  /// As given, or the host: `www.nongsai.go.th` is `nongsai-go-th`.
  private func key(_ map: RuleMapping, url: String?) -> String? {
    if let node = map["key"] {
      guard let key = node.text() else { return nil }
      guard Self.isKey(key) else {
        node.report(
          .badValue, th: "ใช้ได้เฉพาะ a–z A–Z 0–9 - และ _ ขึ้นต้นด้วยตัวอักษรหรือตัวเลข ยาวไม่เกิน 64",
          en: "only letters a–z A–Z, digits, - and _, beginning with a letter or digit, at most 64")
        return nil
      }
      return key
    }
    guard let url else { return nil }
    guard let host = WebURL(parsing: url)?.host else { return map.required("key")?.text() }
    let bare = host.hasPrefix("www.") ? host.dropFirst(4) : host[...]
    let key = String(decoding: bare.utf8.map { Self.isKeyByte($0) ? $0 : UInt8(ascii: "-") }, as: UTF8.self)
    return Self.isKey(key) ? key : map.required("key")?.text()
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isKey(_ text: String) -> Bool {
    text.utf8.count <= 64 && text.utf8.allSatisfy(isKeyByte) && text.utf8.first.map(isAlphanumeric) == true
  }

  private func edition(_ node: RuleNode) -> Int? {
    guard let year = node.integer() else { return nil }
    guard rules.edition(year) != nil else {
      let known = rules.editions.map { "\($0.year)" }.joined(separator: ", ")
      node.report(
        .badValue, th: "ไม่มีรายการ OIT ปี \(year) มีเฉพาะ \(known)", en: "no edition \(year); there are \(known)")
      return nil
    }
    return year
  }

  /// The key of the vocabulary, or the Thai name that it has there.
  private func bodyType(_ node: RuleNode) -> String? {
    let types = rules.vocabulary.bodyTypes
    if let text = node.node.scalar?.string, !text.isEmpty {
      let folded = ThaiFolding.fold(text)
      if let type = types.first(where: { ThaiFolding.fold($0.name.th) == folded }) { return type.key }
    }
    return node.choice(of: types.map(\.key))
  }

  private func notify(_ map: RuleMapping) -> [String] {
    if let node = map["notify"] {
      return (node.list(atMost: 200) ?? []).compactMap { $0.choice(of: targets) }
    }
    if !isOnlyTown, !targets.isEmpty {
      _ = map.required("notify")
    }
    return targets
  }
}
