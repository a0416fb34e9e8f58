import AuditCore

/// What holds for every town: when an alarm is worth sending, what is kept, how far is crawled.
enum SettingsReader {
  static func alarms(_ node: RuleNode) -> AlarmSettings? {
    let keys = ["agreeing", "window", "silentNights", "reachedNights", "reminderDays", "heartbeatDays"]
    guard let map = node.mapping(of: keys) else { return nil }
    let usual = AlarmSettings()
    let nights = 1...100
    let window = map["window"]?.integer(in: nights) ?? usual.window
    let agreeing = map["agreeing"]?.integer(in: nights) ?? min(usual.agreeing, window)
    if agreeing > window {
      (map["agreeing"] ?? node).report(
        .badValue, th: "ต้องไม่มากกว่า window (\(window))", en: "must not be above window (\(window))")
    }
    let reminders = map["reminderDays"].map { ($0.list(atMost: 50) ?? []).compactMap { $0.integer(in: 0...365) } }
    return AlarmSettings(
      agreeing: agreeing, window: window,
      silentNights: map["silentNights"]?.integer(in: nights) ?? usual.silentNights,
      reachedNights: map["reachedNights"]?.integer(in: nights) ?? usual.reachedNights,
      reminderDays: reminders ?? usual.reminderDays, heartbeatDays: map["heartbeatDays"]?.integer(in: 1...365))
  }

  static func retention(_ node: RuleNode) -> Retention? {
    guard let map = node.mapping(of: ["days", "months", "snapshotDays"]) else { return nil }
    let usual = Retention()
    let days = 0...36_500
    return Retention(
      days: map["days"]?.integer(in: days) ?? usual.days, months: map["months"]?.integer(in: 0...1_200) ?? usual.months,
      snapshotDays: map["snapshotDays"]?.integer(in: days) ?? usual.snapshotDays)
  }

  /// What a town says of its crawl over what holds for all.
  static func budget(_ node: RuleNode, over usual: CrawlBudget = CrawlBudget()) -> CrawlBudget? {
    let keys = ["maxPages", "maxTime", "maxFile", "delay", "ownSite", "contact"]
    guard let map = node.mapping(of: keys) else { return nil }
    var budget = usual
    if let pages = map["maxPages"]?.integer(in: 1...1_000_000) { budget.maxPages = pages }
    if let time = map["maxTime"]?.quantity(TimeSpan.self, example: "90s, 60m, 2h") { budget.maxSeconds = time.seconds }
    if let size = map["maxFile"]?.quantity(ByteSize.self, example: "800KB, 50MB") { budget.maxFileBytes = size.bytes }
    if let delay = map["delay"].flatMap(delay) { budget.delay = delay }
    if let isOwn = map["ownSite"]?.flag() { budget.isOwnSite = isOwn }
    if let contact = map["contact"].flatMap(contact) { budget.contact = contact }
    return budget
  }

  private static func delay(_ node: RuleNode) -> Double? {
    guard let seconds = node.number() else { return nil }
    guard (0...3_600).contains(seconds) else {
      node.report(.badValue, th: "ต้องอยู่ระหว่าง 0 ถึง 3600 วินาที", en: "must be from 0 to 3600 seconds")
      return nil
    }
    return seconds
  }

  /// Stands in the User-Agent, so what a header cannot hold is refused rather than left out.
  private static func contact(_ node: RuleNode) -> String? {
    guard let text = node.line(longest: 200) else { return nil }
    guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !"()".utf8.contains($0) }) else {
      node.report(
        .badValue, th: "ต้องเป็นอีเมลหรือที่อยู่เว็บ ไม่มีช่องว่างหรืออักษรไทย",
        en: "must be an e-mail or web address, without spaces or Thai letters")
      return nil
    }
    return text
  }
}

extension RuleNode {
  /// A list that people keep by hand: longer ones are refused unread.
  func list(atMost most: Int) -> [RuleNode]? {
    guard let list = list() else { return nil }
    guard list.count <= most else {
      report(.count, th: "มี \(list.count) รายการ มากสุด \(most)", en: "\(list.count) entries; at most \(most)")
      return nil
    }
    return list
  }
}
