import Archive
import AuditCore
import Foundation

/// A conversion as a WARC `conversion` record: JSON, because it is page by page and may say why there is no text.
enum ConversionRecord {
  static let mediaType = "application/vnd.oitcheck.conversion+json"

  static func record(
    _ conversion: Conversion, for target: String, at date: Timestamp, of original: String
  ) -> WARCRecord {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // A value of strings and numbers always encodes; an empty body reads back as no conversion.
    let body = (try? encoder.encode(conversion)).map { Array($0) } ?? []
    return .conversion(for: target, at: date, contentType: mediaType, body: body, of: original)
  }

  static func read(_ record: WARCRecord) -> Conversion? {
    guard record.contentType == mediaType else { return nil }
    return try? JSONDecoder().decode(Conversion.self, from: Data(record.block))
  }
}
