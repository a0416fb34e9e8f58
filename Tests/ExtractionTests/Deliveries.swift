import AuditCore
import Foundation
import TestSupport
import WebURL

@testable import Extraction

/// The page that the tests read from.
enum Site {
  static let page = WebURL(parsing: "http://town.example/ita/index.php")

  static func document(
    _ body: [UInt8], type: String? = "text/html; charset=utf-8", path: String = "/ita/index.php",
    conversions: [Conversion] = []
  ) throws -> Document {
    guard let url = WebURL(parsing: "http://town.example" + path) else { throw CocoaError(.coderInvalidValue) }
    let fields = type.map { [HTTPField(name: "content-type", value: $0)] } ?? []
    let delivery = Delivery(
      status: 200, fields: fields, body: body, digest: ContentDigest("sha256:0"), conversions: conversions)
    return DocumentExtractor().document(from: delivery, at: url)
  }

  static func read(_ html: String) throws -> Document { try document(Array(html.utf8)) }

  /// A file of the shared peer data.
  static func peer(_ path: String) throws -> [UInt8] {
    guard let shared = Folders.sharedMaterial else { throw CocoaError(.fileNoSuchFile) }
    return Array(try Data(contentsOf: shared.appending(path: "data/peer/" + path)))
  }
}

extension Document {
  func link(_ text: String) -> Link? { links.first { $0.text == text } }
  func link(to raw: String) -> Link? { links.first { $0.rawTarget == raw } }
  var rows: [[String]] { blocks.filter { $0.kind == .row }.map(\.cells) }
}
