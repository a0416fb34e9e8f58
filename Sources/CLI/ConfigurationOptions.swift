import ArgumentParser
import AuditCore
import Foundation
import Pipeline
import RulePacks
import ThaiText
import WebURL

/// Which configuration is meant, and which of its towns.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "ไฟล์ตั้งค่า (ค่าเริ่มต้นเมื่อไม่ระบุที่อยู่: ./\(Configuration.fileName)) / configuration (default where no address is given)",
      valueName: "file"))
  var config: String?

  @Option(help: ArgumentHelp("แห่งใดในไฟล์ตั้งค่า / town of the configuration, by its key", valueName: "key"))
  var town: String?

  /// The file that was named, or the one of this folder where a town or nothing else was named.
  func configuration(for pack: RulePack, isNeeded: Bool) throws -> Configuration? {
    guard let path = config ?? (isNeeded || town != nil ? Configuration.fileName : nil) else { return nil }
    return try ConfigurationFile.read(path: path, rules: pack)
  }

  /// The town asked for by its key; else the only one.
  func chosenTown(of configuration: Configuration) throws -> Town {
    if let named = try namedTown(of: configuration) { return named }
    guard let only = configuration.towns.first, configuration.towns.count == 1 else {
      throw UsageFault(
        "ไฟล์ตั้งค่ามีหลายแห่ง ระบุ --town: \(keys(configuration)) / several towns: name one with --town")
    }
    return only
  }

  /// The town asked for by its key; else the one with the address that is looked at.
  func town(of configuration: Configuration, at site: WebURL) throws -> Town {
    if let named = try namedTown(of: configuration) { return named }
    let known = configuration.towns.filter { town in
      (try? SiteAddress.parse(town.url)).map { Self.isSame($0, site) } ?? false
    }
    guard let town = known.first, known.count == 1 else {
      throw UsageFault(
        "ไฟล์ตั้งค่าไม่มีแห่งเดียวที่มีที่อยู่ \(decodedAddress(site)) ระบุ --town: \(keys(configuration)) / "
          + "not exactly one town of the configuration has this address: name one with --town")
    }
    return town
  }

  private func namedTown(of configuration: Configuration) throws -> Town? {
    guard let key = town else { return nil }
    guard let named = configuration.towns.first(where: { $0.key == key }) else {
      throw UsageFault(
        "ไม่มี “\(key.prefix(64))” ในไฟล์ตั้งค่า มี: \(keys(configuration)) / no such town in the configuration")
    }
    return named
  }

  private func keys(_ configuration: Configuration) -> String {
    let keys = configuration.towns.prefix(20).map(\.key).joined(separator: ", ")
    return configuration.towns.count > 20 ? keys + ", …" : keys
  }

  /// One site, whether by http or https, with or without `www.` and the last slash.
  private static func isSame(_ a: WebURL, _ b: WebURL) -> Bool { place(a) == place(b) }

  private static func place(_ url: WebURL) -> String {
    let host = url.host ?? ""
    let path = url.requestTarget.hasSuffix("/") ? String(url.requestTarget.dropLast()) : url.requestTarget
    let port = url.href.split(separator: "/", maxSplits: 2).dropFirst().first.flatMap { authority in
      authority.utf8.count > host.utf8.count ? String(authority.dropFirst(host.count)) : nil
    }
    return (host.hasPrefix("www.") ? String(host.dropFirst(4)) : host) + (port ?? "") + path
  }
}

extension JudgingOptions {
  /// What the command line leaves open, as the configuration says.
  func filled(from configuration: Configuration?) -> JudgingOptions {
    var options = self
    options.askedLanguage = askedLanguage ?? configuration?.language
    return options
  }
}

extension CrawlOptions {
  /// What the command line leaves open, as the configuration says of the town.
  func filled(from town: Town?) -> CrawlOptions {
    guard let town else { return self }
    var options = self
    options.maxPages = maxPages ?? town.crawl.maxPages
    options.maxTime = maxTime ?? town.crawl.maxSeconds.map { TimeSpan(seconds: $0) }
    options.maxFile = maxFile ?? town.crawl.maxFileBytes.map { ByteSize(bytes: $0) }
    options.delay = delay ?? town.crawl.delay
    options.ownSite = ownSite || town.crawl.isOwnSite
    options.contact = contact ?? town.crawl.contact
    options.siteName = siteName ?? town.name
    if extraHosts.isEmpty { options.extraHosts = town.extraHosts }
    return options
  }
}

/// Waivers that no longer hold, told once a run: their items count as gaps again.
enum ExpiredWaivers {
  static func note(of town: Town?, on day: CivilDate) {
    for (item, waiver) in town?.expiredWaivers(on: day) ?? [] {
      Console.note(
        "ข้อ \(item): การยกเว้นสิ้นสุดแล้วเมื่อ \(waiver.until ?? "") จึงตรวจตามปกติ / its waiver has ended, so it is judged")
    }
  }
}
