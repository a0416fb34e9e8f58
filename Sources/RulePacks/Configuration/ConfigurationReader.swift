import AuditCore
import WebURL

/// The whole of `oitcheck.yml`: one `town` or a list of `towns`, and what holds for all of them.
struct ConfigurationReader {
  let rules: RulePack

  private static let keys = ["town", "towns", "targets", "alarms", "retention", "crawl", "language", "dataFolder"]

  /// Nil, or incomplete, where a fault was reported.
  func configuration(_ root: RuleNode) -> Configuration? {
    guard let map = root.mapping(of: Self.keys) else { return nil }
    let targets = map["targets"].map(TargetReader.targets) ?? []
    let crawl = map["crawl"].flatMap { SettingsReader.budget($0) } ?? CrawlBudget()
    let usual = Configuration(towns: [])
    return Configuration(
      towns: towns(map, targets: namedTargets(map["targets"]), crawl: crawl), targets: targets,
      alarms: map["alarms"].flatMap(SettingsReader.alarms) ?? usual.alarms,
      retention: map["retention"].flatMap(SettingsReader.retention) ?? usual.retention,
      language: map["language"]?.choice(of: Language.self) ?? usual.language,
      dataFolder: map["dataFolder"]?.line(longest: 1_000) ?? usual.dataFolder)
  }

  /// The names as written, also of targets with a fault, so that one mistake is not told again at each town.
  private func namedTargets(_ node: RuleNode?) -> [String] {
    (node?.node.sequence ?? []).prefix(200).compactMap { $0.mapping?["name"]?.scalar?.string }
  }

  private func towns(_ map: RuleMapping, targets: [String], crawl: CrawlBudget) -> [Town] {
    let reader = TownReader(rules: rules, targets: targets, crawl: crawl, isOnlyTown: map["town"] != nil)
    switch (map["town"], map["towns"]) {
    case (let only?, nil): return reader.town(only).map { [$0] } ?? []
    case (nil, let several?): return towns(several, reader)
    case (_?, let several?):
      several.report(.duplicate, th: "ใช้ town หรือ towns อย่างใดอย่างหนึ่ง", en: "give either town or towns")
    case (nil, nil): _ = map.required("town")
    }
    return []
  }

  private func towns(_ node: RuleNode, _ reader: TownReader) -> [Town] {
    var places: [String: Int] = [:]
    var sites: [String: Int] = [:]
    let entries = node.list(atMost: 2_000) ?? []
    if node.node.sequence?.isEmpty == true {
      node.report(.missing, th: "ต้องมีอย่างน้อยหนึ่งแห่ง", en: "needs at least one town")
    }
    return entries.compactMap { entry in
      guard let town = reader.town(entry) else { return nil }
      // Folders are named by keys, and some file systems do not tell cases apart.
      if let line = places.updateValue(entry.line, forKey: town.key.lowercased()) {
        entry.report(
          .duplicate, th: "คีย์ “\(town.key)” ซ้ำกับแห่งที่บรรทัด \(line) ให้ใส่ key ที่ต่างกัน",
          en: "key “\(town.key)” is that of the town on line \(line) too: give each its own key")
      }
      // One site has one memory of what was told: of two towns the second would never be told anything.
      let site = WebURL(parsing: town.url)?.withoutFragment.href ?? town.url
      if let line = sites.updateValue(entry.line, forKey: site) {
        entry.report(
          .duplicate, th: "ที่อยู่ \(site) ซ้ำกับแห่งที่บรรทัด \(line) ให้รวมเป็นแห่งเดียวและใส่ผู้รับทุกคนใน notify",
          en: "\(site) is the address of the town on line \(line) too: make it one town that notifies everybody")
      }
      return town
    }
  }
}
