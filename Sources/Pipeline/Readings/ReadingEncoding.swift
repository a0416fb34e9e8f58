import AuditCore
import WebURL

/// Writes documents as numbers: what is text stands once in a table, since menus repeat on every page.
struct ReadingEncoding {
  private var numbers: [ExactText: Int] = [:]
  private var texts: [UInt8] = []
  private var documents: [UInt8] = []
  private var count = 0
  /// Whether an address reads back as itself.
  private var soundTargets: [WebURL: Bool] = [:]

  /// The table of texts, then the documents.
  var content: [UInt8] {
    var content: [UInt8] = []
    Self.put(numbers.count, into: &content)
    content += texts
    Self.put(count, into: &content)
    return content + documents
  }

  mutating func add(_ document: Document, as key: ReadingKey) {
    guard document.links.allSatisfy({ $0.target.map { isSound($0) } ?? true }) else { return }
    count += 1
    documents += key.bytes
    put(document.mediaType.rawValue)
    put(document.title)
    put(document.charset)
    put(document.breadcrumb)
    put(document.faults)
    put(document.isScriptShell ? 1 : 0)
    put(document.readability)
    put(document.blocks.count)
    for block in document.blocks { put(block) }
    put(document.links.count)
    for link in document.links { put(link) }
    put(document.forms.count)
    for form in document.forms {
      put(form.action)
      put(form.method)
      put(form.fieldTypes)
      put(form.text)
      put(form.region.rawValue)
    }
    put(document.pictures.count)
    for picture in document.pictures {
      put(picture.source)
      put(picture.text)
      put(picture.region.rawValue)
    }
  }

  private mutating func put(_ block: Block) {
    switch block.kind {
    case .paragraph: put(0)
    case .listItem: put(1)
    case .row: put(2)
    case .heading(let level): put(3 + max(0, level))
    }
    put(block.text)
    put(block.cells)
    put(block.region.rawValue)
    put(block.page.map { max(0, $0) + 1 } ?? 0)
    put(block.isScanned ? 1 : 0)
  }

  private mutating func put(_ link: Link) {
    put(link.kind.rawValue)
    put(link.target == nil ? 0 : 1)
    if let target = link.target { put(target.href) }
    put(link.rawTarget)
    put(link.text)
    put(link.label)
    put(link.row)
    put(link.item)
    put(link.before)
    put(link.headings)
    put(link.menuPath)
    put(link.region.rawValue)
    put(link.domPath)
    put(max(0, link.line))
    put(link.noFollow ? 1 : 0)
  }

  private mutating func put(_ readability: Readability) {
    switch readability {
    case .readable: put(0)
    case .damaged: put(1)
    case .unreadable(let cause, let detail):
      put(2)
      put(cause.rawValue)
      put(detail)
    case .unopenable(let detail):
      put(3)
      put(detail)
    }
  }

  private mutating func put(_ list: [String]) {
    put(list.count)
    for text in list { put(text) }
  }

  private mutating func put(_ text: String) {
    let key = ExactText(text)
    if let known = numbers[key] { return put(known) }
    let number = numbers.count
    numbers[key] = number
    Self.put(text.utf8.count, into: &texts)
    texts.append(contentsOf: text.utf8)
    put(number)
  }

  private mutating func put(_ number: Int) { Self.put(number, into: &documents) }

  /// Seven bits a byte, the lowest first; the highest bit says that more follow.
  private static func put(_ number: Int, into bytes: inout [UInt8]) {
    var rest = UInt(bitPattern: number)
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// An address is kept as its text. One that would not read back as itself keeps its page out of the file.
  private mutating func isSound(_ target: WebURL) -> Bool {
    if let known = soundTargets[target] { return known }
    let again = WebURL(parsing: target.href)
    let isSound =
      again.map {
        $0 == target && $0.host == target.host && $0.path == target.path && $0.query == target.query
          && $0.fragment == target.fragment
      } ?? false
    soundTargets[target] = isSound
    return isSound
  }
}
