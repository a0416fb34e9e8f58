import AuditCore
import CLibXML2

/// An element between its start and its end, with what has to be put back when it ends.
struct OpenElement {
  /// What ends together with the element.
  struct Duties: OptionSet {
    let rawValue: UInt16
    static let region = Duties(rawValue: 1)
    /// The headings inside speak for nothing outside.
    static let headings = Duties(rawValue: 2)
    static let menuEntry = Duties(rawValue: 4)
    static let submenu = Duties(rawValue: 8)
    static let bold = Duties(rawValue: 16)
    static let unseen = Duties(rawValue: 32)
    static let article = Duties(rawValue: 64)
    /// A button that opens a panel: its words are the panel's heading.
    static let panelButton = Duties(rawValue: 128)
    /// A panel that a button opens.
    static let panel = Duties(rawValue: 256)
    static let listLead = Duties(rawValue: 512)
    /// Named like a heading by its class.
    static let titled = Duties(rawValue: 1_024)
    /// The place that an application's script fills.
    static let applicationRoot = Duties(rawValue: 2_048)
  }

  let node: xmlNodePtr
  let tag: Tag
  let textStart: Int
  let firstLink: Int
  let firstAlternative: Int
  /// Bytes of text outside links when it began.
  let plainStart: Int
  var duties: Duties = []
  /// The link that the element is, by index.
  var link: Int?
  var savedRegion: Region
  var savedKind: Block.Kind
  /// Its path of tags, once a link below it has asked for it.
  var path: String?
}

/// `body/div.menu/ul/li/a`: the tags above a link with their first class name.
enum DOMPath {
  static func step(_ node: xmlNodePtr, classes: XMLText?) -> String {
    var step = String(decoding: XMLText(node.pointee.name).bytes.prefix(24), as: UTF8.self)
    if let classes {
      let first = classes.bytes.drop { $0 <= 0x20 }.prefix { $0 > 0x20 }.prefix(40)
      if !first.isEmpty { step += "." + String(decoding: first, as: UTF8.self) }
    }
    return step
  }

  /// Fills in the paths of the open elements from the outermost one that has none, and gives the innermost.
  static func path(of elements: inout [OpenElement]) -> String {
    var from = elements.count
    while from > 0, elements[from - 1].path == nil { from -= 1 }
    var path = from > 0 ? elements[from - 1].path ?? "" : ""
    for at in from..<elements.count {
      let element = elements[at]
      if element.tag != .html, path.utf8.count < PageLimits.domPath {
        let step = step(element.node, classes: XMLText.classes(of: element.node))
        path = path.isEmpty ? step : path + "/" + step
      }
      elements[at].path = path
    }
    return path
  }
}

extension XMLText {
  static func classes(of element: xmlNodePtr) -> XMLText? {
    var next = element.pointee.properties
    while let attribute = next {
      if let name = attribute.pointee.name, name.spells("class") {
        return XMLText(attribute.pointee.children?.pointee.content)
      }
      next = attribute.pointee.next
    }
    return nil
  }
}
