import AuditCore
import CLibXML2

extension PageReader {
  /// Ends the innermost open element.
  mutating func leave() {
    guard let element = open.last else { return }
    open.removeLast()
    if element.duties.contains(.unseen) { unseenDepth -= 1 }
    guard unseenDepth == 0 else { return }
    if element.tag.isBlock { flushBlock() }
    endLink(element)
    endHeading(element)
    endPanelButton(element)
    endForm(element)
    endTable(element)
    endItem(element)
    restore(element)
  }

  private mutating func restore(_ element: OpenElement) {
    if element.duties.contains(.bold) { boldDepth -= 1 }
    if element.duties.contains(.applicationRoot), flow.count == element.textStart { shell.rootIsEmpty() }
    if element.duties.contains(.article) { articleDepth -= 1 }
    if element.duties.contains(.headings), let saved = savedTrails.popLast() {
      trail.leave(saved, at: element.duties.contains(.region) ? 0 : flow.count)
    }
    if element.duties.contains(.region) { region = element.savedRegion }
    if element.duties.contains(.submenu) { menus.closeList() }
    if element.duties.contains(.listLead) { _ = listLeads.popLast() }
    if element.tag == .select { isJumpMenu = false }
    blocks.kind = element.savedKind
    if element.tag.isBlock, links.count > element.firstLink { preceding.close(since: element.textStart) }
  }

  private mutating func endHeading(_ element: OpenElement) {
    let limit = PageLimits.headingText
    switch element.tag {
    case .h1, .h2, .h3, .h4, .h5, .h6:
      trail.open(element.tag.headingLevel ?? 6, words(of: element, limit: limit), end: flow.count)
      preceding.close(since: element.textStart)
    case .caption, .legend, .summary, .dt:
      trail.open(HeadingTrail.label, words(of: element, limit: limit), end: flow.count)
    default:
      guard element.duties.contains(.titled), links.count == element.firstLink, !tables.isInRow else { return }
      let text = flow.text(element.textStart..<flow.count, limit: limit)
      guard text.utf8.count <= PageLimits.shortText, trail.texts.last != text else { return }
      if element.tag.isBlock, region != .navigation { trail.open(HeadingTrail.label, text, end: flow.count) }
    }
  }

  /// Remembers the name of the panel that a button opens; an accordion's button is also the heading of what follows.
  private mutating func endPanelButton(_ element: OpenElement) {
    guard element.duties.contains(.panelButton) else { return }
    let text = words(of: element, limit: PageLimits.headingText)
    guard !text.isEmpty, text.utf8.count <= PageLimits.headingText else { return }
    let attributes = Attributes(element.node)
    for target in [attributes.opens, attributes.href] {
      guard let bytes = target?.bytes, bytes.count < 100 else { continue }
      let id = bytes.first == UInt8(ascii: "#") ? Array(bytes.dropFirst()) : Array(bytes)
      if !id.isEmpty, panelNames.count < 2_000 { panelNames[String(decoding: id, as: UTF8.self)] = text }
    }
    let does = attributes.toggle?.lowercased ?? "collapse"
    if does == "collapse", region != .navigation, region != .header, !tables.isInRow {
      trail.open(HeadingTrail.label, text, end: flow.count)
    }
  }

  private mutating func endForm(_ element: OpenElement) {
    switch element.tag {
    case .label, .button, .legend: forms.label(words(of: element, limit: 200))
    case .form:
      guard let form = forms.close(in: flow) else { return }
      let link = Link(
        kind: .form, target: nil, rawTarget: form.action, text: form.text.cut(toBytes: 200), headings: trail.texts,
        region: region, domPath: DOMPath.path(of: &open), line: Int(xmlGetLineNo(element.node)))
      if let at = links.open(link) { links.close(at, text: link.text, label: "") }
    default: break
    }
  }

  private mutating func endTable(_ element: OpenElement) {
    switch element.tag {
    case .td, .th: endCell(element)
    case .tr: endRow()
    case .table: tables.closeTable()
    default: break
    }
  }

  mutating func endCell(_ element: OpenElement) {
    let attributes = Attributes(element.node)
    if flow.count - element.textStart > PageLimits.layoutText { tables.markLayout() }
    tables.closeCell(
      words(of: element, limit: PageLimits.cellText), isHeader: element.tag == .th,
      rowspan: attributes.rowspan?.number ?? 1, colspan: attributes.colspan?.number ?? 1)
  }

  /// A row of data is one block and stands beside its links; a single cell across names the rows below it.
  mutating func endRow() {
    guard let row = tables.closeRow(), !row.isLayout, row.ownCells > 0 else { return }
    if row.cells.count > 1 {
      blocks.putRow(row.cells, from: row.firstBlock, region: region)
      links.setRow(row.cells, since: row.firstLink)
    } else if row.span > 1, links.count == row.firstLink, row.cells[0].utf8.count <= PageLimits.shortText {
      trail.open(HeadingTrail.group, row.cells[0], end: flow.count)
    }
  }

  /// Tells the links inside an element what it says, if it says more than they do.
  private mutating func endItem(_ element: OpenElement) {
    var own = element.textStart..<flow.count
    if element.duties.contains(.menuEntry) { own = menus.closeEntry(at: flow.count) ?? own }
    guard element.tag.isBlock, links.hasWaiting(since: element.firstLink) else { return }
    let isItem = element.tag == .li || element.tag == .p || element.tag.headingLevel != nil
    let saysMore = preceding.bytes > element.plainStart
    let isTooMuch = own.count > PageLimits.itemText || links.count - element.firstLink > PageLimits.linksOfItem
    if isItem, saysMore || element.tag == .li {
      links.settleItem(flow.text(own, limit: PageLimits.itemText), since: element.firstLink)
    } else if isTooMuch || element.tag.isPartOfPage || element.tag == .tr {
      links.settleItem("", since: element.firstLink)
    } else if saysMore {
      links.settleItem(flow.text(own), since: element.firstLink)
    } else {
      links.climb(since: element.firstLink)
    }
  }
}
