import AuditCore
import CLibXML2

extension PageReader {
  /// Begins a link where the element is one: an anchor, or anything that a click sends elsewhere.
  mutating func beginLink(_ this: Int, _ attributes: Attributes, _ names: ClassNames) {
    guard attributes.href != nil || attributes.onclick != nil || attributes.dataLink != nil else { return }
    let tag = open[this].tag
    let target = target(tag, attributes)
    guard let target else { return }
    let kind: Link.Kind
    let raw: String
    switch target {
    case .address(let address): (kind, raw) = (.anchor, address)
    case .scripted(let address): (kind, raw) = (.script, address)
    case .script(let code): (kind, raw) = (.script, code)
    case .nowhere(let text): (kind, raw) = (.dead, text)
    }
    if isToggle(attributes, raw) { return }
    flow.beginLink()
    open[this].link = links.open(link(kind, raw, attributes, at: open[this].node))
    if open[this].link != nil, kind != .dead { openLinks += 1 }
  }

  /// An anchor names its target in `href`; other elements are links only when the address can be told.
  private func target(_ tag: Tag, _ attributes: Attributes) -> LinkTarget? {
    if tag == .a, attributes.href != nil {
      let target = LinkTarget(href: attributes.href, onclick: attributes.onclick)
      if case .nowhere = target, let data = attributes.dataLink { return dataTarget(data) }
      return target
    }
    if let data = attributes.dataLink { return dataTarget(data) }
    guard attributes.onclick != nil else { return nil }
    let target = LinkTarget(href: nil, onclick: attributes.onclick)
    if case .scripted = target { return target }
    return nil
  }

  private func dataTarget(_ data: XMLText) -> LinkTarget? {
    let address = String(decoding: LinkTarget.cleaned(data.bytes), as: UTF8.self)
    return address.isEmpty || address.hasPrefix("#") || address.hasPrefix("{") ? nil : .scripted(address)
  }

  /// Buttons of menus, tabs, modals and sliders look like links and lead nowhere by design.
  private func isToggle(_ attributes: Attributes, _ raw: String) -> Bool {
    let staysHere = raw.isEmpty || raw.hasPrefix("#") || raw.lowercased().hasPrefix("javascript")
    guard staysHere else { return false }
    let role = attributes.role?.lowercased
    return attributes.toggle != nil || attributes.opens != nil || attributes.ariaExpanded != nil || role == "button"
      || role == "tab"
  }

  /// A link as far as its beginning tells.
  private mutating func link(_ kind: Link.Kind, _ raw: String, _ attributes: Attributes, at node: xmlNodePtr) -> Link {
    var headings = trail.texts
    if let column = tables.columnHeader, !column.isEmpty { headings.append(column) }
    let before = region == .navigation ? "" : preceding.range.map { flow.tail($0, limit: PageLimits.beforeText) } ?? ""
    return Link(
      kind: kind, target: nil, rawTarget: raw.cut(toBytes: PageLimits.rawTarget), text: "", before: before,
      headings: headings, menuPath: menus.labels, region: region, domPath: DOMPath.path(of: &open),
      line: Int(xmlGetLineNo(node)), noFollow: attributes.rel?.lowercased.contains("nofollow") ?? false)
  }

  mutating func endLink(_ element: OpenElement) {
    guard let link = element.link else { return }
    if links.links[link].kind != .dead {
      openLinks -= 1
      preceding.linkEnded()
    }
    let attributes = Attributes(element.node)
    let own = flow.text(element.textStart..<flow.count, limit: PageLimits.linkText)
    let images = alternativeText(since: element.firstAlternative, limit: PageLimits.linkText)
    let text = own.isEmpty ? images : images.isEmpty || own == images ? own : own + " " + images
    var label: [String] = []
    for part in [attributes.title?.words(limit: 300), attributes.ariaLabel?.words(limit: 300), images] {
      if let part, !part.isEmpty, !label.contains(part) { label.append(part) }
    }
    links.close(link, text: text, label: label.joined(separator: " "))
    flow.breakAfterLink()
  }

  /// A link that has no element of text of its own: an area, a frame, an embedded file, a relation.
  private mutating func addLink(
    _ kind: Link.Kind, _ source: XMLText?, text: String, label: String = "", _ attributes: Attributes, node: xmlNodePtr?
  ) {
    let raw = LinkTarget.cleaned(source?.bytes)
    guard !raw.isEmpty, !raw.begins(withLowercase: "about:"), !raw.begins(withLowercase: "data:"),
      !raw.begins(withLowercase: "javascript:")
    else { return }
    var link = Link(kind: kind, target: nil, rawTarget: String(decoding: raw, as: UTF8.self), text: text)
    if let node { link = self.link(kind, link.rawTarget, attributes, at: node) }
    if let at = links.open(link) { links.close(at, text: text, label: label) }
  }

  mutating func region(_ attributes: Attributes, _ node: xmlNodePtr) {
    let target = LinkTarget(href: attributes.href, onclick: attributes.onclick)
    let text = attributes.alt?.words() ?? ""
    let label = attributes.title?.words() ?? ""
    switch target {
    case .address(let raw), .scripted(let raw):
      var area = link(.area, raw, attributes, at: node)
      area.text = text
      if let at = links.open(area) { links.close(at, text: text, label: label) }
    case .script, .nowhere: break
    }
  }

  mutating func embedded(_ node: xmlNodePtr, _ tag: Tag, _ attributes: Attributes) {
    let label =
      [attributes.title, attributes.ariaLabel, attributes.name].compactMap { $0?.words(limit: 200) }
      .first { !$0.isEmpty } ?? ""
    switch tag {
    case .frame, .iframe:
      let written = LinkTarget.cleaned(attributes.source?.bytes)
      let isLazy = written.isEmpty || written.begins(withLowercase: "about:")
      let source = isLazy ? attributes.dataSource ?? attributes.source : attributes.source
      addLink(.frame, source, text: label, attributes, node: node)
    case .object: addLink(.embed, attributes.data, text: label, attributes, node: node)
    case .embed: addLink(.embed, attributes.source, text: label, attributes, node: node)
    default: break
    }
  }

  mutating func related(_ attributes: Attributes) {
    guard let rel = attributes.rel?.lowercased else { return }
    let title = attributes.title?.words(limit: 200) ?? ""
    switch rel {
    case "canonical": addLink(.canonical, attributes.href, text: title, attributes, node: nil)
    case "alternate", "next", "prev": addLink(.alternate, attributes.href, text: title, attributes, node: nil)
    default: break
    }
  }

  /// `<meta http-equiv=refresh content="0; url=…">` (HTML Standard §4.2.5.3).
  mutating func meta(_ attributes: Attributes) {
    guard attributes.httpEquiv?.lowercased == "refresh", let content = attributes.content else { return }
    let bytes = Array(content.bytes)
    guard let word = bytes.position(ofLowercase: "url"), let sign = bytes[word...].firstIndex(of: UInt8(ascii: "="))
    else { return }
    bytes[(sign + 1)...].withUnsafeBufferPointer { rest in
      let raw = LinkTarget.cleaned(rest)
      guard !raw.isEmpty else { return }
      let link = Link(kind: .refresh, target: nil, rawTarget: String(decoding: raw, as: UTF8.self), text: "")
      if let at = links.open(link) { links.close(at, text: "", label: "") }
    }
  }

  mutating func picture(_ attributes: Attributes) {
    var texts: [String] = []
    for text in [attributes.alt, attributes.title, attributes.ariaLabel] {
      if let words = text?.words(limit: 300), !words.isEmpty, !texts.contains(words) { texts.append(words) }
    }
    if let first = texts.first { alternatives.append((flow.count, first)) }
    guard pictures.count < PageLimits.pictures else { return }
    let written = LinkTarget.cleaned(attributes.source?.bytes)
    let isPlaceholder = written.isEmpty || written.begins(withLowercase: "data:")
    let source = isPlaceholder ? LinkTarget.cleaned((attributes.dataSource ?? attributes.source)?.bytes) : written
    pictures.append(
      Picture(
        source: String(decoding: source.prefix(300), as: UTF8.self), text: texts.joined(separator: " "), region: region)
    )
  }

  mutating func input(_ attributes: Attributes) {
    let type = attributes.type?.lowercased ?? "text"
    switch type {
    case "hidden": return
    case "submit", "button", "image", "reset":
      let text = (attributes.value ?? attributes.alt)?.words(limit: 200) ?? ""
      forms.say(text)
      if let onclick = attributes.onclick, case .address(let raw) = ScriptedAddress.read(Array(onclick.bytes)),
        !text.isEmpty,
        let at = links.open(
          Link(
            kind: .script, target: nil, rawTarget: raw, text: text, headings: trail.texts, menuPath: menus.labels,
            region: region))
      {
        links.close(at, text: text, label: "")
      }
    default:
      forms.field(type: type, name: attributes.name?.lowercased ?? "")
      forms.say(attributes.placeholder?.words(limit: 200) ?? attributes.ariaLabel?.words(limit: 200) ?? "")
    }
  }

  /// An entry of a drop-down list that sends the browser to its value.
  mutating func option(_ node: xmlNodePtr, _ attributes: Attributes) {
    guard isJumpMenu, let value = attributes.value else { return }
    let text = XMLText(node.pointee.children?.pointee.content).words(limit: 300)
    let raw = LinkTarget.cleaned(value.bytes)
    guard raw.count > 1, raw.contains(UInt8(ascii: "/")) || raw.contains(UInt8(ascii: ".")) else { return }
    addLink(.script, value, text: text, attributes, node: node)
  }
}
