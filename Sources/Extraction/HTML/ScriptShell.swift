/// The signs of a page that is empty until a script has run in the browser.
struct ScriptShell {
  private var scripts = 0
  private var hasApplicationRoot = false
  private var hasEmptyRoot = false
  private var unseenText: [UInt8] = []
  private var inlineScript: [UInt8] = []

  private static let roots: Set<String> = [
    "root", "app", "__next", "__nuxt", "q-app", "application", "app-root", "react-root", "vue-app", "main-app",
    "gatsby",
    "___gatsby",
  ]

  /// An element that is seen; true when it is the place that an application's script fills.
  mutating func element(_ tag: Tag, name: String?, id: XMLText?) -> Bool {
    if tag == .script { scripts += 1 }
    let isRoot: Bool
    switch tag {
    case .div, .main, .section: isRoot = id.map { Self.roots.contains($0.lowercased) } ?? false
    case .other: isRoot = name?.hasPrefix("app-") ?? false
    default: isRoot = false
    }
    hasApplicationRoot = hasApplicationRoot || isRoot
    return isRoot
  }

  /// The place for a script's content ended without content.
  mutating func rootIsEmpty() { hasEmptyRoot = true }

  /// Text inside `<noscript>` and scripts: never page text, but it tells why there is none.
  mutating func unseen(_ text: XMLText, in tag: Tag?) {
    if tag == .script {
      if inlineScript.count < 4_000 { inlineScript.append(contentsOf: text.bytes.prefix(4_000)) }
    } else if tag != .style, unseenText.count < 2_000 {
      unseenText.append(contentsOf: text.bytes.prefix(2_000))
    }
  }

  /// A page with next to no text and links, a script, and either a place for it to fill or words that ask for
  /// scripts; or a page with a frame of menus around an empty place of that kind.
  /// - Parameter contentBytes: Text outside menus, headers and footers.
  func isShell(visibleBytes: Int, contentBytes: Int, links: Int) -> Bool {
    guard scripts > 0 else { return false }
    if hasEmptyRoot, contentBytes < 120 { return true }
    guard visibleBytes < 120, links <= 2 else { return false }
    let asksForScript = unseenText.position(ofLowercase: "javascript") != nil
    return hasApplicationRoot || asksForScript
  }

  /// Where a script on an otherwise empty page sends the browser at once.
  var redirect: String? {
    guard inlineScript.position(ofLowercase: "location") != nil,
      let at = inlineScript.position(ofLowercase: "location"), inlineScript.position(ofLowercase: "function") == nil
    else { return nil }
    guard case .address(let address) = ScriptedAddress.read(Array(inlineScript[at...])) else { return nil }
    return address
  }
}
