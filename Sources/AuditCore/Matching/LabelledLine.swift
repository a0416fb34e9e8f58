/// One line with the item it is known to be about: a row of a labelled list.
package struct LabelledLine: Sendable, Hashable {
  package var id: String
  package var text: String
  package var url: String?
  /// `O31`, nil for none.
  package var item: String?
  /// Whether the year of the text is the one the item asks for; nil where it shows none.
  package var isCurrent: Bool?
  /// More than one label can be defended: not scored.
  package var isAmbiguous: Bool
  package var source: String

  package init(
    id: String, text: String, url: String?, item: String?, isCurrent: Bool?, isAmbiguous: Bool, source: String
  ) {
    self.id = id
    self.text = text
    self.url = url
    self.item = item
    self.isCurrent = isCurrent
    self.isAmbiguous = isAmbiguous
    self.source = source
  }
}

/// As a labelled list has it: `{"id", "text", "url", "item_2566", "counts_2566", "ambiguous", "source"}`.
extension LabelledLine: Decodable {
  private enum Key: String, CodingKey {
    case id, text, url, ambiguous, source
    case item = "item_2566"
    case isCurrent = "counts_2566"
  }

  package init(from decoder: any Decoder) throws {
    let row = try decoder.container(keyedBy: Key.self)
    self.init(
      id: try row.decode(String.self, forKey: .id), text: try row.decode(String.self, forKey: .text),
      url: try row.decodeIfPresent(String.self, forKey: .url),
      item: try row.decodeIfPresent(String.self, forKey: .item),
      isCurrent: try row.decodeIfPresent(Bool.self, forKey: .isCurrent),
      isAmbiguous: try row.decodeIfPresent(Bool.self, forKey: .ambiguous) ?? false,
      source: try row.decodeIfPresent(String.self, forKey: .source) ?? "")
  }
}
