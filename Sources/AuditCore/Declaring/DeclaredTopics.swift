/// Takes the answer sheet at its word as to which item an address is for, and leaves every other mention to the words.
/// The declaration is worth as much as a link that names the item: the judge still looks whether the content is it.
struct DeclaredTopics: TopicRecognizer {
  let base: any TopicRecognizer
  let items: [ItemRule]

  /// How surely a row of the sheet names its item.
  private static let confidence = 0.9
  /// The menu that declared links stand under. No page can show it: U+001F does not survive the reading of a page.
  private static let mark = "\u{1F}declared"

  static func menuPath(of item: ItemRule) -> [String] { [mark, item.number] }

  func topics(of mention: Mention) -> [TopicMatch] {
    guard mention.menuPath.count == 2, mention.menuPath[0] == Self.mark,
      let item = items.first(where: { $0.number == mention.menuPath[1] })
    else { return base.topics(of: mention) }
    return item.concepts.map {
      TopicMatch(concept: $0, confidence: Self.confidence, name: item.title.th, reasons: ["declared"])
    }
  }
}
