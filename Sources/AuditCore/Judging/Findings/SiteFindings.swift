import ThaiText
import WebURL

/// What the owner of a site wants to know beside the items: citizens' numbers in disclosed files, gambling spam,
/// disclosures that sit on a vendor's test host, on a drive that asks for access, or on a social network only.
struct SiteFindings {
  private let index: SiteIndex
  private let language: Language
  private static let mostOfAKind = 50

  init(index: SiteIndex, language: Language) {
    self.index = index
    self.language = language
  }

  private func say(_ th: String, _ en: String) -> String { language == .th ? th : en }

  /// In the order of the recording, by kind.
  func findings(evidenceFor judged: [ItemFinding]) -> [Finding] {
    Array(privacy().prefix(Self.mostOfAKind)) + Array(spam().prefix(Self.mostOfAKind))
      + Array(unread().prefix(Self.mostOfAKind)) + Array(places(judged).prefix(Self.mostOfAKind))
  }

  // MARK: Privacy

  private func privacy() -> [Finding] {
    index.pages.compactMap { page in
      guard let document = page.document else { return nil }
      var first: String?
      var count = 0
      let links = page.links.lazy.filter { !index.links[$0].isChrome }.map { index.links[$0].link.text }
      let isHTML = document.mediaType == .html
      let texts = [page.url.href, document.title] + (isHTML ? page.ownBlocks : document.blocks).map(\.text) + links
      var seen: Set<String> = []
      for text in texts {
        for range in CitizenNumber.ranges(in: text) where seen.insert(Self.digits(of: text[range])).inserted {
          count += 1
          first = first ?? CitizenNumber.masked(String(text[range]))
        }
      }
      guard let first else { return nil }
      return Finding(
        kind: .privacy, url: page.url.href,
        detail: say(
          "พบเลขประจำตัวประชาชน \(count) แห่ง เช่น \(first) ควรปิดบังก่อนเผยแพร่",
          "\(count) citizens' identity numbers, such as \(first); mask them before publishing"))
    }
  }

  /// The digits of a number alone: the same number in a text and in the link to it is one.
  private static func digits(of number: Substring) -> String {
    String(decoding: ThaiFolding.fold(String(number)), as: UTF8.self)
  }

  // MARK: Documents

  /// Documents that did not open or were read in part only, with the reason: what they hold was not looked at. A program
  /// that is missing on the machine is said once for all of them.
  private func unread() -> [Finding] {
    var countByTool: [String: Int] = [:]
    var found: [(finding: Finding, tool: String?)] = []
    for page in index.pages {
      guard let document = page.document, document.mediaType.isDocument, let words = lack(of: page, document) else {
        continue
      }
      var tool: String?
      if case .unreadable(.noTool, let detail) = page.condition {
        tool = detail
        countByTool[detail, default: 0] += 1
        if countByTool[detail] != 1 { continue }
      }
      found.append((Finding(kind: .document, url: page.url.href, detail: words.text(in: language)), tool))
    }
    return found.map { entry in
      guard let count = entry.tool.flatMap({ countByTool[$0] }), count > 1 else { return entry.finding }
      return Finding(
        kind: .document, url: entry.finding.url,
        detail: entry.finding.detail + say(" · รวม \(count) ไฟล์", " · \(count) files in all"))
    }
  }

  /// Why a document was not read, or not as a whole; nil where it was.
  private func lack(of page: IndexedPage, _ document: Document) -> Bilingual? {
    let words = ConditionWords.of(page.condition)
    if case .unreadable(.noText, let detail) = page.condition {
      return Bilingual(th: words.th + " (\(detail))", en: words.en + " (\(detail))")
    }
    if page.condition.isBroken || page.condition.unknownCause != nil { return words }
    guard !document.faults.isEmpty else { return nil }
    let faults = document.faults.joined(separator: "; ")
    return Bilingual(th: "อ่านได้ไม่ครบ (\(faults))", en: "read only in part (\(faults))")
  }

  // MARK: Spam

  private func spam() -> [Finding] {
    index.pages.filter(\.isSpam).map { page in
      Finding(
        kind: .spam, url: page.url.href,
        detail: say(
          "หน้านี้มีโฆษณาการพนัน เว็บไซต์อาจถูกเจาะ (ไม่นับเป็นหลักฐาน): “\(Quotation.of(page.heading))”",
          "carries gambling advertisements, the site may be hacked (never counted as evidence): “\(Quotation.of(page.heading))”"
        ))
    }
  }

  // MARK: Where disclosures sit

  private func places(_ judged: [ItemFinding]) -> [Finding] {
    var seen: Set<String> = []
    var found: [Finding] = []
    for item in judged {
      guard !item.item.ownPage, let best = item.best, let address = address(of: best) else { continue }
      guard let place = HostPlace(of: address, home: index.home), seen.insert(item.item.number + address.href).inserted
      else { continue }
      found.append(
        Finding(
          kind: place == .vendor ? .vendorHost : .offSite, url: address.href,
          detail: item.item.number + ": " + words(place, best)))
    }
    return found
  }

  private func address(of assessment: Assessment) -> WebURL? {
    if let page = assessment.page { return index.pages[page].url }
    guard let link = assessment.candidate.best?.link else { return nil }
    return index.links[link].link.target
  }

  private func words(_ place: HostPlace, _ assessment: Assessment) -> String {
    switch place {
    case .vendor: return say("อยู่บนโฮสต์ของผู้พัฒนาหรือโฮสต์ทดสอบ", "sits on a vendor's or test host")
    case .social:
      return say("อยู่เฉพาะในสื่อสังคมออนไลน์ ไม่ได้อยู่บนเว็บไซต์หลัก", "only on a social network, not on the main site")
    case .drive:
      if case .unreadable(.login, _) = assessment.outcome {
        return say(
          "ไฟล์ในไดรฟ์ต้องขอสิทธิ์เข้าถึง ผู้ประเมินก็เปิดไม่ได้", "the drive asks for access; an assessor will not see it either")
      }
      return say(
        "ไฟล์อยู่ในไดรฟ์นอกเว็บไซต์หลัก ตรวจว่าเปิดสาธารณะ", "on a drive outside the main site; check that it is public")
    case .elsewhere: return say("อยู่นอกเว็บไซต์หลัก", "outside the main site")
    }
  }
}

/// What kind of host outside a town's own site a disclosure sits on.
enum HostPlace: Equatable {
  case vendor, social, drive, elsewhere

  private static let drives = [
    "drive.google.com", "docs.google.com", "onedrive.live.com", "1drv.ms", "dropbox.com", "sharepoint.com", "mega.nz",
    "mediafire.com",
  ]

  /// Nil for the site itself and for other government hosts.
  init?(of address: WebURL, home: WebURL) {
    guard let host = address.host, let own = home.host else { return nil }
    let bare = own.hasPrefix("www.") ? String(own.dropFirst(4)) : own
    let labels = host.split(separator: ".")
    if ["test", "demo", "dev", "staging", "beta", "uat", "localhost"].contains(labels.first.map(String.init) ?? "") {
      self = .vendor
      return
    }
    if host == bare || host.hasSuffix("." + bare) || host.hasSuffix(".go.th") { return nil }
    if SiteSigns.isSocial(host: host) {
      self = .social
    } else if Self.drives.contains(where: { host == $0 || host.hasSuffix("." + $0) }) {
      self = .drive
    } else {
      self = .elsewhere
    }
  }
}
