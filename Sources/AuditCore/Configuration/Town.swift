/// One watched site: the address, how it is crawled and judged, and what its officers have said about it.
package struct Town: Sendable, Hashable {
  /// Short name for folders and `--town`: letters, digits, `-` and `_` only, so that it is safe as a folder name.
  package var key: String
  /// As printed in reports: `เทศบาลตำบลตัวอย่าง`.
  package var name: String
  /// http or https address of the home page.
  package var url: String
  /// Body type of the vocabulary (`tambon-municipality`); nil leaves it to the site's own words.
  package var bodyType: String?
  /// Other hosts that count as the site.
  package var extraHosts: [String]
  /// Buddhist era; nil for the edition of the judged fiscal year where there is one, else the program's default.
  package var edition: Int?
  /// Units of the town by item number: who mends `O12`. Others keep the unit of the rule pack.
  package var responsible: [String: String]
  /// By item number.
  package var waivers: [String: Waiver]
  /// Answer sheet (CSV or XLSX) the town has declared or means to declare, relative to the folder of `oitcheck.yml`.
  package var answers: String?
  /// Names of notification targets.
  package var notify: [String]
  package var crawl: CrawlBudget

  package init(key: String, name: String, url: String) {
    self.key = key
    self.name = name
    self.url = url
    extraHosts = []
    responsible = [:]
    waivers = [:]
    notify = []
    crawl = CrawlBudget()
  }
}

/// How far and how politely a configured town is crawled; nil means the command line's default.
package struct CrawlBudget: Sendable, Hashable {
  package var maxPages: Int?
  package var maxSeconds: Int?
  package var maxFileBytes: Int?
  /// Seconds between requests to one host.
  package var delay: Double?
  package var isOwnSite = false
  /// Told to the site in the User-Agent.
  package var contact: String?

  package init() {}
}
