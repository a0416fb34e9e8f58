import ThaiText

/// Looks for one required element in what discloses an item. Each kind of the closed vocabulary is a few lines here;
/// the words come from the rule pack.
struct ElementCheck: Sendable {
  private let rule: ElementRule
  private let words: WordSearch
  /// Pages of the site around the evidence, for what does not stand in the document itself.
  private let site: SiteSigns

  init(_ rule: ElementRule, site: SiteSigns) {
    self.rule = rule
    words = WordSearch(rule.words, isBelowTitle: rule.isBelowTitle)
    self.site = site
  }

  func outcome(in bundle: EvidenceBundle) -> ElementOutcome {
    guard rule.need != .cannotCheck else { return .cannotCheck }
    let found: (page: Int, quote: String)? =
      switch rule.type {
      case .words, .table, .links: words.find(in: bundle.parts, across: rule.acrossFiles)
      case .person: person(in: bundle)
      case .contact: contact(in: bundle)
      case .telephone: telephone(in: bundle)
      case .mail: mail(in: bundle)
      case .address: address(in: bundle)
      case .money: money(in: bundle)
      case .figures: figures(in: bundle)
      case .date: date(in: bundle)
      case .schedule: schedule(in: bundle)
      case .signature: signature(in: bundle)
      case .form: form(in: bundle)
      case .twoWay: twoWay(in: bundle)
      case .social: social(in: bundle)
      case .image: image(in: bundle)
      case .map: map(in: bundle)
      case .months: months(in: bundle)
      }
    return found.map { .found(page: $0.page, quote: Quotation.of($0.quote)) } ?? .missing
  }

  /// The office named in the words, and a person's name near it.
  private func person(in bundle: EvidenceBundle) -> (page: Int, quote: String)? {
    guard let office = words.find(in: bundle.parts, across: true) else { return nil }
    for part in bundle.parts {
      if let at = TextSigns.firstPerson(in: part.text.folded) {
        return rule.words.isEmpty ? (part.page, part.text.quote(at: at)) : office
      }
    }
    return nil
  }

  /// A number or an address, or the words of a way that has neither (LINE).
  private func contact(in bundle: EvidenceBundle) -> (page: Int, quote: String)? {
    telephone(in: bundle) ?? mail(in: bundle)
      ?? (rule.words.isEmpty ? nil : words.find(in: bundle.parts, across: true))
  }

  /// A number to dial: the word telephone with nothing behind it reaches nobody.
  private func telephone(in bundle: EvidenceBundle) -> (page: Int, quote: String)? {
    block(in: bundle, ContactSigns.holdsTelephone) ?? link(in: bundle, to: ["tel:"])
  }

  private func mail(in bundle: EvidenceBundle) -> (page: Int, quote: String)? {
    block(in: bundle, ContactSigns.holdsMail) ?? link(in: bundle, to: ["mailto:", "/cdn-cgi/l/email-protection"])
  }

  private func block(in bundle: EvidenceBundle, _ holds: (String) -> Bool) -> (page: Int, quote: String)? {
    for part in bundle.parts {
      if let block = part.text.blocks.first(where: { holds($0.text) }) { return (part.page, block.text) }
    }
    return nil
  }

  private func link(in bundle: EvidenceBundle, to beginnings: [String]) -> (page: Int, quote: String)? {
    for part in bundle.parts {
      let link = part.document.links.first { link in beginnings.contains { link.rawTarget.hasPrefix($0) } }
      if let link { return (part.page, link.rawTarget) }
    }
    return nil
  }

  /// The words, or an address as envelopes bear it: `99 ม.4 ต.ทดสอบ อ.เมือง จ.ทดสอบ 10000`.
  private func address(in bundle: EvidenceBundle) -> (page: Int, quote: String)? {
    if let named = words.find(in: bundle.parts, across: true) { return named }
    for part in bundle.parts {
      if let block = PostalAddress.firstBlock(in: part.text) { return (part.page, part.text.blocks[block].text) }
    }
    return nil
  }

  private func money(in bundle: EvidenceBundle) -> (page: Int, quote: String)? {
    guard let named = words.find(in: bundle.parts, across: true) else { return nil }
    for part in bundle.parts {
      if let block = TextSigns.firstAmount(in: part.text) {
        return named.quote.isEmpty ? (part.page, part.text.blocks[block].text) : named
      }
    }
    return nil
  }

  /// The words, and counts to go with them.
  private func figures(in bundle: EvidenceBundle) -> (page: Int, quote: String)? {
    guard let named = words.find(in: bundle.parts, across: true) else { return nil }
    let counts = bundle.parts.reduce(0) { $0 + TextSigns.counts(in: $1.text, upTo: Self.fewestFigures) }
    return counts >= Self.fewestFigures ? named : nil
  }

  private static let fewestFigures = 2

  private static let fewerThanYear = 330

  /// The words, or the months in which something is done: "ม.ค. - มี.ค. 66".
  private func schedule(in bundle: EvidenceBundle) -> (page: Int, quote: String)? {
    if let named = words.find(in: bundle.parts, across: true) { return named }
    for part in bundle.parts {
      for block in part.text.blocks.prefix(400) where !block.text.isEmpty {
        let months = PeriodReader.readings(in: block.text).contains { reading in
          let days = reading.interval.lowerBound.days(until: reading.interval.upperBound)
          return reading.role != .law && reading.kind != .date && days < Self.fewerThanYear
        }
        if months { return (part.page, block.text) }
      }
    }
    return nil
  }

  private func date(in bundle: EvidenceBundle) -> (page: Int, quote: String)? {
    guard words.find(in: bundle.parts, across: true) != nil else { return nil }
    for part in bundle.parts {
      for block in part.text.blocks.prefix(400) where !block.text.isEmpty {
        let readings = PeriodReader.readings(in: block.text)
        if readings.contains(where: { $0.role != .law && ($0.kind == .date || $0.kind == .month) }) {
          return (part.page, block.text)
        }
      }
    }
    return nil
  }

  /// A signing block: the office of the words, with a name in brackets or the word of signing beside it.
  private func signature(in bundle: EvidenceBundle) -> (page: Int, quote: String)? {
    for part in bundle.parts {
      if let place = SignatureBlock.find(in: part.text, chiefTitles: site.chiefTitles) {
        return (part.page, place.quote)
      }
    }
    return nil
  }

  /// A form that a visitor can fill in, or a way to one.
  private func form(in bundle: EvidenceBundle) -> (page: Int, quote: String)? {
    for part in bundle.parts where part.document.mediaType == .html {
      if let form = part.document.forms.first(where: { Self.isWorking($0) }) {
        return (part.page, form.text.isEmpty ? "form: " + form.fieldTypes.joined(separator: ", ") : form.text)
      }
      if let link = part.links.first(where: { site.leadsToService($0) }) {
        return (part.page, ClickPaths.label(of: link))
      }
      // The form may be one click deeper or filled by script: the words of a channel beside a link that is no file.
      let leadsOn = part.links.contains { link in
        link.kind != .canonical && link.kind != .dead && !(link.target.map { Self.isFile($0.path) } ?? true)
      }
      if leadsOn, !rule.words.isEmpty, let named = words.find(in: [part], across: false) { return named }
    }
    return nil
  }

  private static func isFile(_ path: String) -> Bool {
    let path = path.lowercased()
    return [".pdf", ".doc", ".docx", ".xls", ".xlsx", ".zip", ".rar", ".jpg", ".png"].contains { path.hasSuffix($0) }
  }

  /// Fields to write in, and neither a search box nor a login.
  static func isWorking(_ form: Form) -> Bool {
    guard form.region != .navigation, form.region != .header, form.region != .footer else { return false }
    let types = form.fieldTypes
    guard !types.contains("password"), !types.contains("search") else { return false }
    return types.contains { ["text", "textarea", "email", "tel", "file", "select", "number", "date"].contains($0) }
  }

  /// Visitors ask and the town answers: a board with answers, a chat, or a box to ask in.
  private func twoWay(in bundle: EvidenceBundle) -> (page: Int, quote: String)? {
    for part in bundle.parts where part.document.mediaType == .html {
      if let link = part.links.first(where: { site.isChat($0) }) { return (part.page, ClickPaths.label(of: link)) }
      let asks = part.document.forms.contains { Self.isWorking($0) && $0.fieldTypes.contains("textarea") }
      let named = words.find(in: [part], across: false)
      if let named, !named.quote.isEmpty { return named }
      if asks { return (part.page, part.document.title) }
      // A board whose name stands only in the window's title: the topics on it are its content.
      let title = WordSearch(rule.words).holds(in: ThaiFolding.fold(part.document.title))
      if title, let topic = part.links.first(where: { !$0.text.isEmpty && $0.kind == .anchor }) {
        return (part.page, part.document.title + " – " + topic.text)
      }
    }
    return nil
  }

  private func social(in bundle: EvidenceBundle) -> (page: Int, quote: String)? {
    for part in bundle.parts {
      if let link = part.document.links.first(where: { site.isSocial($0) }) {
        return (part.page, ClickPaths.label(of: link) + " → " + (link.target?.href ?? ""))
      }
    }
    return nil
  }

  private func image(in bundle: EvidenceBundle) -> (page: Int, quote: String)? {
    for part in bundle.parts {
      let named = rule.words.isEmpty ? nil : words.find(in: [part], across: false)
      if let picture = part.document.pictures.first(where: { $0.region == .main || $0.region == .aside }) {
        return (part.page, picture.text.isEmpty ? picture.source : picture.text)
      }
      if let named, !named.quote.isEmpty { return named }
    }
    return nil
  }

  private func map(in bundle: EvidenceBundle) -> (page: Int, quote: String)? {
    for part in bundle.parts {
      if let link = part.document.links.first(where: { site.isMap($0) }) {
        return (part.page, link.target?.href ?? link.rawTarget)
      }
    }
    return rule.words.isEmpty ? nil : words.find(in: bundle.parts, across: true)
  }

  /// All six months of the half are named, or one period that covers them.
  private func months(in bundle: EvidenceBundle) -> (page: Int, quote: String)? {
    for part in bundle.parts {
      if let quote = MonthSeries.wholeHalf(in: part.text) { return (part.page, quote) }
    }
    return nil
  }
}
