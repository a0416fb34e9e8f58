import AuditCore
import Foundation
import RulePacks
import TestSupport

/// The rules of this checkout, read once for the tests of topic matching.
enum TopicRules {
  static let pack: RulePack = {
    do {
      return try RulePackLoader.load(folder: Folders.package.appending(path: "Rules")).pack(digest: "sha256:test")
    } catch {
      preconditionFailure("the rules of this checkout do not load: \(error)")
    }
  }()

  static let numbering = ItemNumbering.lists(of: pack.editions)
  static let matcher = TopicMatcher(vocabulary: pack.vocabulary, numbering: numbering)
  static let indexReader = ItemIndexReader(vocabulary: pack.vocabulary, matcher: matcher, numbering: numbering)

  static func line(_ edition: Int, fiscalYear: Int? = nil) -> LineMatcher? {
    LineMatcher(pack: pack, edition: edition, fiscalYear: fiscalYear ?? edition, matcher: matcher)
  }

  /// The topic of a menu entry.
  static func topic(_ text: String, address: String? = "/page/12") -> ConceptID? {
    matcher.opinion(on: Mention(text: text, address: address, region: .navigation)).topic?.concept
  }

  /// Rows of a labelled list, one JSON object a line.
  static func labelledLines(_ file: URL) throws -> [LabelledLine] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(LabelledLine.self, from: Data($0.utf8))
    }
  }

  static func accuracy(of lines: [LabelledLine]) -> Accuracy? {
    guard let matcher = line(2566) else { return nil }
    return Accuracy(lines: lines, answers: lines.map { matcher.answer(text: $0.text, url: $0.url) })
  }
}
