import AuditCore
import CLibXML2
import WebURL

/// One walk over the tree of a page, in reading order and without recursion, that gathers everything a
/// `Document` says: text and links are never looked for a second time.
struct PageReader {
  var flow = FlowText()
  var blocks = PageBlocks()
  var links = PageLinks()
  var forms = PageForms()
  var tables = TableRows()
  var menus = MenuTrail()
  var trail = HeadingTrail()
  var preceding = PrecedingText()
  var crumbs = CrumbTrail()
  var shell = ScriptShell()
  var classes = ClassReader()

  var open: [OpenElement] = []
  var savedTrails: [HeadingTrail] = []
  var listLeads: [Range<Int>?] = []
  /// Texts of images, with the place in the flow where they stand.
  var alternatives: [(at: Int, text: String)] = []
  var pictures: [Picture] = []
  /// Names of panels by their ids, from the buttons that open them.
  var panelNames: [String: String] = [:]
  var region = Region.main
  var title = ""
  var base: String?
  var unseenDepth = 0
  var boldDepth = 0
  var articleDepth = 0
  var openLinks = 0
  /// The `onchange` of the drop-down list that is open goes where its value says.
  var isJumpMenu = false

  /// Reads all nodes of a tree.
  mutating func read(_ tree: borrowing HTMLTree) {
    var next = tree.first
    while let node = next {
      if enter(node), let child = node.pointee.children {
        next = child
        continue
      }
      next = following(node)
    }
    while !open.isEmpty { leave() }
    flushBlock()
  }

  /// The node after one that is finished; ends the elements that end there.
  private mutating func following(_ node: xmlNodePtr) -> xmlNodePtr? {
    var node = node
    while true {
      if open.last?.node == node { leave() }
      if let sibling = node.pointee.next { return sibling }
      guard let parent = node.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE else { return nil }
      node = parent
    }
  }

  /// Takes in a node; true when its children are to be read.
  private mutating func enter(_ node: xmlNodePtr) -> Bool {
    switch node.pointee.type {
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
      text(XMLText(node.pointee.content))
      return false
    case XML_ELEMENT_NODE: return begin(node)
    default: return false
    }
  }

  private mutating func text(_ text: XMLText) {
    guard unseenDepth == 0 else {
      shell.unseen(text, in: open.last?.tag)
      return
    }
    let start = flow.count
    let holdsLetter = flow.append(text.bytes)
    guard flow.count > start else { return }
    blocks.gathered(bold: boldDepth > 0)
    if region == .breadcrumb, holdsLetter { crumbs.add(flow.text(start..<flow.count, limit: 300)) }
    if openLinks == 0, holdsLetter { preceding.text(from: start, to: flow.count) }
  }

  /// Ends the text that gathers, as what it was gathering for.
  mutating func flushBlock() {
    let mayBeHeading = !tables.isInRow && region != .navigation && links.count == firstLinkOfBlock && openLinks == 0
    if let heading = blocks.flush(flow, region: region, mayBeHeading: mayBeHeading) {
      trail.open(HeadingTrail.bold, heading, end: flow.count)
    }
    firstLinkOfBlock = links.count
    flow.breakWord()
    preceding.breakLine()
  }

  private var firstLinkOfBlock = 0

  /// What an element says: its text, else the texts of its images.
  func words(of element: OpenElement, limit: Int) -> String {
    let text = flow.text(element.textStart..<flow.count, limit: limit)
    return text.isEmpty ? alternativeText(since: element.firstAlternative, limit: limit) : text
  }

  func alternativeText(since first: Int, limit: Int) -> String {
    guard alternatives.count > first else { return "" }
    return alternatives[first...].map(\.text).joined(separator: " ").cut(toBytes: limit)
  }

  /// What was read, with addresses resolved.
  mutating func document(at url: WebURL, charset: CharsetDecision, faults: [String]) -> Document {
    var faults = faults
    if links.isFull { faults.append("more than \(PageLimits.links) links: the rest was not read") }
    var allLinks = links.finished()
    if allLinks.isEmpty, flow.count < 200, let redirect = shell.redirect {
      allLinks.append(Link(kind: .refresh, target: nil, rawTarget: redirect, text: ""))
    }
    let content = blocks.blocks.reduce(0) { $0 + ($1.region == .main ? $1.text.utf8.count : 0) }
    LinkResolution(page: url, base: base, charset: charset.charset).resolve(&allLinks)
    return Document(
      mediaType: .html, title: title, blocks: blocks.blocks, links: allLinks, forms: forms.finish(in: flow),
      pictures: pictures, breadcrumb: crumbs.crumbs, charset: charset.description, faults: faults,
      isScriptShell: shell.isShell(visibleBytes: flow.count, contentBytes: content, links: allLinks.count))
  }
}
