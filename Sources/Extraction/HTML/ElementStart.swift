import AuditCore
import CLibXML2

extension PageReader {
  /// Begins an element; true when its children are to be read.
  mutating func begin(_ node: xmlNodePtr) -> Bool {
    guard let name = node.pointee.name else { return false }
    let tag = Tag(name)
    let attributes = Attributes(node)
    guard unseenDepth == 0 else {
      if tag == .meta || tag == .base { return false }
      push(node, tag)
      return true
    }
    let word = tag == .other ? String(decoding: XMLText(name).bytes.prefix(24), as: UTF8.self) : nil
    let isRoot = shell.element(tag, name: word, id: attributes.id)
    if standsAlone(node, tag, attributes) { return false }
    beginPart(node, tag, attributes)
    if isRoot { open[open.count - 1].duties.insert(.applicationRoot) }
    return true
  }

  /// Elements that hold nothing to read further down.
  private mutating func standsAlone(_ node: xmlNodePtr, _ tag: Tag, _ attributes: Attributes) -> Bool {
    switch tag {
    case .br, .hr:
      flow.breakWord()
      preceding.breakLine()
      if tag == .hr { flushBlock() }
    case .title:
      if title.isEmpty, open.last?.tag != .svg {
        title = XMLText(node.pointee.children?.pointee.content).words(limit: 500)
      }
    case .base:
      if base == nil { base = attributes.href.map { String(decoding: LinkTarget.cleaned($0.bytes), as: UTF8.self) } }
    case .meta: meta(attributes)
    case .link: related(attributes)
    case .img: picture(attributes)
    case .input: input(attributes)
    case .area: region(attributes, node)
    case .frame, .iframe, .embed, .source: embedded(node, tag, attributes)
    case .option: option(node, attributes)
    case .textarea:
      forms.field(type: "textarea", name: attributes.name?.lowercased ?? "")
      forms.say(attributes.placeholder?.words(limit: 200) ?? "")
    default: return false
    }
    return true
  }

  private mutating func push(_ node: xmlNodePtr, _ tag: Tag) {
    open.append(
      OpenElement(
        node: node, tag: tag, textStart: flow.count, firstLink: links.count, firstAlternative: alternatives.count,
        plainStart: preceding.bytes, savedRegion: region, savedKind: blocks.kind))
  }

  private mutating func beginPart(_ node: xmlNodePtr, _ tag: Tag, _ attributes: Attributes) {
    let names = classes.names(of: attributes.classes)
    if tag.isBlock { flushBlock() }
    push(node, tag)
    let this = open.count - 1
    if tag.isUnseen {
      unseenDepth += 1
      open[this].duties.insert(.unseen)
      return
    }
    if tag == .strong {
      boldDepth += 1
      open[this].duties.insert(.bold)
    }
    beginRegion(this, attributes, names)
    beginList(this, names)
    beginHeading(this, attributes, names)
    beginTable(this)
    switch tag {
    case .form:
      forms.open(
        action: attributes.action.map { String(decoding: LinkTarget.cleaned($0.bytes), as: UTF8.self) } ?? "",
        method: attributes.method?.lowercased ?? "get", region: region, at: flow.count)
    case .select:
      forms.field(type: "select", name: attributes.name?.lowercased ?? "")
      isJumpMenu =
        attributes.onchange.map {
          Array($0.bytes).position(ofLowercase: "location") != nil
            || Array($0.bytes).position(ofLowercase: "jumpmenu") != nil
        } ?? false
    case .object: embedded(node, tag, attributes)
    default: break
    }
    beginLink(this, attributes, names)
  }

  private mutating func beginRegion(_ this: Int, _ attributes: Attributes, _ names: ClassNames) {
    let tag = open[this].tag
    if tag == .article || tag == .section || tag == .main {
      articleDepth += 1
      open[this].duties.insert(.article)
    }
    let id = attributes.id == nil ? ClassNames() : classes.names(of: attributes.id)
    let found = classes.region(of: tag, attributes, classes: names, id: id, isInArticle: articleDepth > 0)
    guard let found, found != region else { return }
    region = found
    open[this].duties.insert(.region)
    if found != .header && found != .main { saveHeadings(this, startAnew: true) }
  }

  private mutating func saveHeadings(_ this: Int, startAnew: Bool) {
    guard !open[this].duties.contains(.headings) else { return }
    savedTrails.append(trail)
    open[this].duties.insert(.headings)
    if startAnew { trail.forget() }
  }

  private mutating func beginList(_ this: Int, _ names: ClassNames) {
    let tag = open[this].tag
    if tag == .ul || tag == .ol || names.isSubmenu {
      if let first = menus.openList(in: flow) {
        open[this].duties.insert(.submenu)
        let openLink = open.lazy.compactMap(\.link).max() ?? -1
        links.dropTogglers(since: max(first, openLink + 1))
      }
    }
    if tag == .ul || tag == .ol {
      listLeads.append(preceding.range)
      open[this].duties.insert(.listLead)
    }
    if tag == .li || names.isMenuEntry && tag == .div {
      if tag == .li, let lead = listLeads.last { preceding.restore(lead) }
      menus.openEntry(at: flow.count, firstLink: links.count)
      open[this].duties.insert(.menuEntry)
    }
    if tag == .li { blocks.kind = .listItem }
  }

  private mutating func beginHeading(_ this: Int, _ attributes: Attributes, _ names: ClassNames) {
    let tag = open[this].tag
    switch tag {
    case .table, .dl, .fieldset, .details, .article, .section, .li: saveHeadings(this, startAnew: false)
    case .caption, .legend, .summary, .dt:
      blocks.kind = .heading(level: 6)
      trail.close(HeadingTrail.label)
    case .p, .div, .td, .th, .dd, .body, .main: if case .heading = blocks.kind {} else { blocks.kind = .paragraph }
    default: break
    }
    if let level = tag.headingLevel {
      trail.close(level)
      blocks.kind = .heading(level: level)
      tables.markLayout()
    } else if names.isHeading, tag != .a, tag != .li, tag != .ul, tag != .table {
      open[this].duties.insert(.titled)
      if tag.isBlock { blocks.kind = .heading(level: 6) }
    }
    if let id = attributes.id, !panelNames.isEmpty,
      let name = panelNames[String(decoding: id.bytes.prefix(100), as: UTF8.self)]
    {
      saveHeadings(this, startAnew: false)
      trail.open(HeadingTrail.label, name, end: 0)
    }
    let opensSomething = attributes.toggle != nil || attributes.opens != nil || names.isAccordionButton
    if opensSomething, tag == .a || tag == .button || tag == .div || tag == .li || tag == .summary || tag == .other {
      open[this].duties.insert(.panelButton)
    }
  }

  /// A row that begins inside a cell of the same table ends that cell and its row: a tag in it was never closed.
  private mutating func endUnclosedRow(before this: Int) {
    guard tables.isInRow, let outer = open[..<this].lastIndex(where: { $0.tag == .tr || $0.tag == .table }),
      open[outer].tag == .tr
    else { return }
    if let cell = open[outer..<this].lastIndex(where: { $0.tag == .td || $0.tag == .th }) { endCell(open[cell]) }
    endRow()
  }

  private mutating func beginTable(_ this: Int) {
    switch open[this].tag {
    case .table: tables.openTable()
    case .tr:
      endUnclosedRow(before: this)
      preceding.restore(nil)
      tables.openRow(TableRows.Row(start: flow.count, firstLink: links.count, firstBlock: blocks.count))
    default: break
    }
  }
}
