import AuditCore

/// The blocks of a page while it is read: text gathers until a line of its own ends.
struct PageBlocks {
  private(set) var blocks: [Block] = []
  private(set) var start = 0
  /// What the text that gathers now will be.
  var kind = Block.Kind.paragraph
  private var isAllBold = true

  var count: Int { blocks.count }

  /// Text came in; whether bold or not decides whether a paragraph stands for a heading.
  mutating func gathered(bold: Bool) { if !bold { isAllBold = false } }

  /// Ends what gathers. Returns the text when it is a short paragraph in bold from end to end.
  mutating func flush(_ flow: FlowText, region: Region, mayBeHeading: Bool) -> String? {
    let range = start..<flow.count
    defer {
      start = flow.count
      isAllBold = true
    }
    let text = flow.text(range)
    guard !text.isEmpty else { return nil }
    let isHeading = mayBeHeading && isAllBold && kind == .paragraph && text.utf8.count <= PageLimits.shortText
    blocks.append(Block(kind: isHeading ? .heading(level: 6) : kind, text: text, region: region))
    return isHeading ? text : nil
  }

  /// Replaces what a table row gave so far by the row itself.
  mutating func putRow(_ cells: [String], from first: Int, region: Region) {
    blocks.removeSubrange(min(first, blocks.count)...)
    let text = cells.filter { !$0.isEmpty }.joined(separator: " | ")
    if !text.isEmpty { blocks.append(Block(kind: .row, text: text, cells: cells, region: region)) }
  }
}
