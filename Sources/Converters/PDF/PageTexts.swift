/// The pages of a text layer, judged one by one.
struct PageTexts: Sendable {
  /// Page by page; what is no language is left out.
  private(set) var pages: [String] = []
  /// Numbers, from 1, of pages of which nothing or too little can be read.
  private(set) var unreadable: [Int] = []
  private(set) var readableCount = 0
  private(set) var garbledCount = 0
  private(set) var restoredCount = 0

  /// - Parameter bytes: what `pdftotext` gives: UTF-8, a form feed after every page.
  init(of bytes: [UInt8]) {
    var texts = bytes.split(separator: 0x0C, omittingEmptySubsequences: false)
    if texts.last?.isEmpty ?? false { texts.removeLast() }
    var known: MisreadLetters?
    for text in texts {
      append(String(decoding: text, as: UTF8.self), &known)
    }
  }

  private mutating func append(_ page: String, _ known: inout MisreadLetters?) {
    switch PageQuality(of: page).kind {
    case .readable:
      readableCount += 1
      pages.append(page)
    case .sparse:
      pages.append(page)
      unreadable.append(pages.count)
    case .garbled:
      if let restored = restored(page, &known) {
        readableCount += 1
        restoredCount += 1
        pages.append(restored)
      } else {
        garbledCount += 1
        pages.append("")
        unreadable.append(pages.count)
      }
    }
  }

  /// Gives up after two pages without success: the whole document is like them.
  private func restored(_ page: String, _ known: inout MisreadLetters?) -> String? {
    guard known != nil || garbledCount < 2, let restored = MisreadLetters.restored(page, known: &known),
      PageQuality(of: restored).kind == .readable
    else { return nil }
    return restored
  }

  /// Whether anything at all was kept.
  var holdsLetters: Bool { pages.contains { $0.unicodeScalars.contains { $0.value > 0x20 } } }

  /// What is wrong with the text layer, nil where nothing is.
  var fault: String? {
    if readableCount == 0 {
      return garbledCount > 0 ? "the text layer holds letters, but no language" : "no readable text layer"
    }
    if !unreadable.isEmpty { return "\(unreadable.count) of \(pages.count) pages hold no readable text" }
    return restoredCount > 0 ? "letters of a font without a table were restored" : nil
  }
}
