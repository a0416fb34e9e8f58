import Archive
import AuditCore
import Foundation

/// Real web pages and lines, where the shared material lies beside the checkout; nothing of it is kept.
struct RecordedPages {
  private let folder: URL

  /// `OITCHECK_SHARED`, else `../shared` beside the working folder; nil where there is none.
  init?(workingFolder: URL) {
    let named = ProcessInfo.processInfo.environment["OITCHECK_SHARED"].map { URL(filePath: $0) }
    let shared = named ?? workingFolder.deletingLastPathComponent().appending(path: "shared")
    folder = shared.appending(path: "data")
    guard FileManager.default.fileExists(atPath: folder.path) else { return nil }
  }

  /// The texts of the labelled list.
  func lines() throws -> [String] {
    let file = folder.appending(path: "labelled-links.jsonl")
    guard let data = FileManager.default.contents(atPath: file.path) else { return [] }
    return try data.split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(LabelledLine.self, from: $0).text
    }
  }

  /// The web pages of the recorded sites, at most 10 MB.
  func pages() throws -> [Delivery] {
    let sites = folder.appending(path: "peer/realsites")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: sites.path)) ?? []
    var pages: [Delivery] = []
    var bytes = 0
    for name in names.sorted() where name.hasSuffix(".warc.gz") {
      let reader = try WARCReader(path: sites.appending(path: name).path)
      while let record = try reader.next() {
        guard bytes < 10_000_000 else { return pages }
        guard record.type == .response, let answer = record.response(), answer.status == 200,
          answer.fields["Content-Type"]?.lowercased().hasPrefix("text/html") == true
        else { continue }
        let page = Delivery(status: 200, fields: answer.fields, body: answer.body, digest: answer.digest)
        pages.append(page)
        bytes += page.body.count
      }
    }
    return pages
  }
}
