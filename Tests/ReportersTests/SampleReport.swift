import AuditCore

/// A small invented report with every verdict in it, for the goldens: an imaginary town, ten items in three
/// sub-indicators.
enum SampleReport {
  static func small(language: Language = .th) -> AuditReport {
    let sample = SampleItems(language: language)
    return AuditReport(
      tool: .init(version: "0.1.0"), edition: 2566, editionConfidence: "high",
      rulesDigest: "sha256:" + String(repeating: "a", count: 64), asOf: "2023-06-15", judgedFiscalYear: 2566,
      official: true, language: language,
      site: .init(name: "เทศบาลตำบลตัวอย่าง", url: "http://www.example-town.example/"),
      snapshot: .init(digest: "sha256:" + String(repeating: "b", count: 64), recordedAt: "2023-06-15T01:30:00Z"),
      coverage: Coverage(
        known: 64, fetched: 58, refusedByRobots: 1, failed: 2, overBudget: 0, estimatedUnseen: 3, sufficient: true),
      stopReason: "finished", items: sample.all,
      declared: [
        DeclaredAnswer(
          item: "O12", page: "http://www.example-town.example/ita", urls: ["http://www.example-town.example/o12.pdf"],
          explanation: "หน้าหลัก > ITA", status: .outdated, why: "เป็นรายงานของปี 2565")
      ],
      findings: [
        Finding(kind: .tls, url: "https://www.example-town.example/", detail: "ใบรับรองหมดอายุ"),
        Finding(kind: .vendorHost, url: "http://files.vendor.example/a.pdf", detail: "ไฟล์อยู่บนโฮสต์ของผู้รับจ้าง"),
      ],
      score: Score(
        bySubIndicator: [
          .init(id: "9.1", title: "ข้อมูลพื้นฐาน", score: 50, high: 75, items: 4, met: 2),
          .init(id: "9.2", title: "การบริหารงาน", score: 25, high: 50, items: 4, met: 1),
          .init(id: "10.1", title: "การป้องกันการทุจริต", score: 0, high: 50, items: 2, met: 0),
        ],
        byIndicator: [
          .init(id: "9", title: "การเปิดเผยข้อมูล", score: 37.5, high: 62.5, items: 8, met: 3),
          .init(id: "10", title: "การป้องกันการทุจริต", score: 0, high: 50, items: 2, met: 0),
        ], oit: 18.75, oitHigh: 56.25))
  }

  /// The ratings of an invented edition.
  static let scoring = Scoring(
    item: "all-or-nothing",
    weights: [
      .init(instrument: "IIT", percent: 30), .init(instrument: "EIT", percent: 30),
      .init(instrument: "OIT", percent: 40),
    ],
    bands: [
      .init(name: Bilingual(th: "ดีเยี่ยม", en: "Excellent"), from: 95, everyInstrument: 85, confirmed: true),
      .init(name: Bilingual(th: "ผ่าน", en: "Passed"), from: 80, everyInstrument: nil, confirmed: false),
      .init(name: Bilingual(th: "ต้องปรับปรุง", en: "To improve"), from: 0, everyInstrument: nil, confirmed: true),
    ], source: RuleSource(seen: [], confidence: "high"))
}
