import AuditCore

/// Reports as a hostile site would like to shape them.
enum HostileReport {
  /// Markup, escape sequences, formulas, changes of writing direction, piled-up marks.
  static let attacks = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</style><svg onload=alert(1)>", "--><b>", "]]><b>",
    "\u{1B}[31;5mred\u{1B}[0m", "\u{1B}]0;title\u{07}", "\u{9B}2J", "\u{1B}P1;2|x\u{1B}\\", "a\rb\nc\td\u{8}\u{7F}",
    "=HYPERLINK(\"http://evil.example\",\"x\")", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＋1", "－1", "＠x",
    " =1", "\u{200B}=1", "\u{FEFF}=1", "ก\u{202E}ข\u{2066}ค\u{2069}", "ก" + String(repeating: "\u{E49}", count: 5_000),
    "[click](javascript:alert(1))", "![x](http://evil.example/x.png)", "| a | b |", "`code`", "**bold**", "# heading",
    "www.evil.example", "https://evil.example/", "@mention", "&lt;&amp;&#60;", "%s%n%d", "$(id)", "`id`", "; rm -rf /",
  ]

  static let addresses = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,<script>alert(1)</script>", "file:///etc/passwd",
    "http://user:secret@www.example-town.example/", "http://www.example-town.example/\"onclick=\"alert(1)",
    "http://www.example-town.example/<script>", "http://www.example-town.example/a|b\\c?x=1&copy=2#`<>",
    "//evil.example/", "", "not an address", "vbscript:x", "http://[bad", "=cmd|' /C calc'!A0",
    "http://www.example-town.example/" + String(repeating: "ก", count: 40_000),
  ]

  /// One item for each attack, the attack in every text of it.
  static let full: AuditReport = {
    var report = SampleReport.small()
    report.site = .init(name: attacks.joined(), url: "http://www.example-town.example/$(reboot)`id`;&|'\"")
    report.stopReason = attacks[5]
    report.items = (attacks + addresses).enumerated().map { place, attack in
      item(attack, address: addresses[place % addresses.count], number: place + 1)
    }
    report.findings = (attacks + addresses).map { Finding(kind: .spam, url: $0, detail: $0) }
    report.declared = (attacks + addresses).map {
      DeclaredAnswer(item: $0, page: $0, urls: [$0], explanation: $0, status: .notJudged, why: $0)
    }
    report.score.bySubIndicator[0].title = attacks[0]
    report.score.note = attacks[0] + attacks[5]
    return report
  }()

  /// A report without items, as of a site that never answered.
  static let empty: AuditReport = {
    var report = SampleReport.small()
    report.site.name = ""
    report.items = []
    report.findings = []
    report.declared = []
    report.coverage = Coverage(
      known: 1, fetched: 0, refusedByRobots: 0, failed: 1, overBudget: 0, estimatedUnseen: 0, sufficient: false)
    report.score = Score(bySubIndicator: [], byIndicator: [], oit: 0, oitHigh: 0)
    return report
  }()

  /// Forty-three items, each with as much evidence as there may be and texts of 20,000 letters.
  static let huge: AuditReport = {
    var report = SampleReport.small()
    let long = String(repeating: "ก้<&\"", count: 4_000)
    report.site.name = long
    report.items = (1...43).map { number in
      var item = item(long, address: "http://www.example-town.example/\(number)?" + long, number: number)
      item.evidence = Array(repeating: item.evidence[0], count: 40)
      item.nearMisses = Array(repeating: item.nearMisses[0], count: 40)
      return item
    }
    report.findings = Array(repeating: Finding(kind: .spam, url: long, detail: long), count: 500)
    return report
  }()

  private static func item(_ attack: String, address: String, number: Int) -> ItemReport {
    let verdict = Verdict.allCases[number % Verdict.allCases.count]
    return ItemReport(
      number: "O\(number)", key: attack, concepts: [attack], title: attack,
      subIndicator: number % 2 == 0 ? "9.1" : attack,
      verdict: verdict, cause: verdict == .unknown ? .blocked : nil, confidence: 0.5, points: 1,
      pointsLost: verdict.earnsPoints ? 0 : 1, dueDate: attack, summary: attack,
      missingElements: [.init(id: attack, th: attack, en: attack)], period: .init(required: attack, found: attack),
      searched: .init(pages: 1, documents: 1, names: [attack]),
      evidence: [
        Evidence(
          url: address, clickPath: [attack, attack], quote: attack, element: attack, mediaType: attack, sha256: attack,
          fetchedAt: attack)
      ], nearMisses: [NearMiss(url: address, quote: attack, why: attack)], remedy: attack, responsible: attack,
      waiver: verdict == .waived ? Waiver(reason: attack, by: attack, until: attack) : nil)
  }
}
