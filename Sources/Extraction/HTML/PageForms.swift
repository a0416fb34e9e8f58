import AuditCore

/// The forms of a page while it is read, and the fields that stand in none.
struct PageForms {
  private var current: Form?
  private var start = 0
  private var words: [String] = []
  private var labels: [String] = []
  private var looseTypes: [String] = []
  private var looseWords: [String] = []
  private(set) var forms: [Form] = []

  mutating func open(action: String, method: String, region: Region, at start: Int) {
    guard forms.count < PageLimits.forms else { return }
    current = Form(action: action, method: method, fieldTypes: [], text: "", region: region)
    self.start = start
    words = []
    labels = []
  }

  /// A field that a person sees. Fields for searching are told by their names.
  mutating func field(type: String, name: String) {
    let search: Set<String> = [
      "q", "s", "search", "keyword", "keywords", "query", "searchword", "txtsearch", "search_text",
    ]
    let type = type == "text" && search.contains(name) ? "search" : type
    if current == nil {
      if looseTypes.count < 100 { looseTypes.append(type) }
    } else if (current?.fieldTypes.count ?? 0) < 200 {
      current?.fieldTypes.append(type)
    }
  }

  /// A label or button text, which also stands in the flow.
  mutating func label(_ text: String) {
    guard current != nil else { return say(text) }
    if !text.isEmpty, labels.count < 120 { labels.append(text) }
  }

  /// A placeholder or the value of a button.
  mutating func say(_ text: String) {
    guard !text.isEmpty else { return }
    if current == nil {
      if looseWords.count < 60 { looseWords.append(text) }
    } else if words.count < 120 {
      words.append(text)
    }
  }

  /// Ends the form; returns it when it asks the server for a page (GET), as a link does.
  /// The whole text of a short form counts; ASP.NET wraps whole pages into one.
  mutating func close(in flow: FlowText) -> Form? {
    guard var form = current else { return nil }
    current = nil
    let whole = start..<flow.count
    let seen = whole.count <= 2_000 ? [flow.text(whole)] : labels
    form.text = (seen + words).filter { !$0.isEmpty }.joined(separator: " ").cut(toBytes: 2_400)
    forms.append(form)
    return form.method == "get" && !form.action.isEmpty ? form : nil
  }

  /// All forms; loose fields that a person can write to someone with make one of their own, run by script.
  mutating func finish(in flow: FlowText) -> [Form] {
    if current != nil { _ = close(in: flow) }
    let writes = looseTypes.contains("textarea") || looseTypes.contains("password") || looseTypes.count > 2
    if writes {
      forms.append(
        Form(
          action: "", method: "script", fieldTypes: looseTypes,
          text: looseWords.joined(separator: " ").cut(toBytes: 2_400), region: .main))
    }
    return forms
  }
}

extension String {
  /// At most so many bytes, cut between letters.
  func cut(toBytes limit: Int) -> String {
    guard utf8.count > limit else { return self }
    var end = utf8.index(utf8.startIndex, offsetBy: limit)
    while end > utf8.startIndex, utf8[end] & 0xC0 == 0x80 { end = utf8.index(before: end) }
    return String(self[..<end])
  }
}
