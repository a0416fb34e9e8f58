import AuditCore
import WebURL

/// Reads a ZIP: the names of its files, then the text of those that can be read here or that converters have read.
/// A ZIP of which only names are known is unreadable: names alone prove nothing.
enum ZipListingReader {
  /// Files of one ZIP that are read, and levels of ZIPs in ZIPs (none).
  private static let memberLimit = 20
  private static let nameLimit = 1_000
  private static let endings: [String: MediaType] = [
    "docx": .docx, "xlsx": .xlsx, "pptx": .pptx, "odt": .odt, "ods": .ods, "csv": .csv, "txt": .plainText,
  ]

  static func document(from delivery: Delivery, at url: WebURL) -> Document {
    var document = Document(mediaType: .zip)
    let directory = ZipDirectory(delivery.body)
    if directory.entries.isEmpty {
      document.readability = .unopenable(
        detail: directory.isCut ? "the archive is cut or damaged" : "the archive is empty")
      return document
    }
    let files = directory.entries.filter { !$0.name.hasSuffix("/") }
    document.blocks = files.prefix(nameLimit).map { Block(kind: .listItem, text: $0.name) }
    if directory.isCut { document.faults.append("the archive is cut or damaged") }
    document.readability = .unreadable(.noText, detail: "only the names of the files inside were read")
    if files.allSatisfy(\.isEncrypted) { document.readability = .unopenable(detail: "locked with a password") }
    let texts = own(delivery.body, files, url) + converted(delivery.conversions)
    for (name, text) in texts where !text.blocks.isEmpty {
      document.blocks.append(Block(kind: .heading(level: 1), text: name))
      document.blocks += text.blocks
      if case .unreadable = document.readability { document.readability = text.readability }
      if text.readability == .readable { document.readability = .readable }
    }
    if case .unreadable = document.readability, let why = texts.last?.1.readability, why != .readable {
      if case .unreadable = why { document.readability = why }
    }
    return document
  }

  private static func own(
    _ bytes: [UInt8], _ files: [ZipDirectory.Entry], _ url: WebURL
  ) -> [(String, Document)] {
    var wanted: [String: MediaType] = [:]
    for file in files where wanted.count < memberLimit && !file.isEncrypted && file.size < 32 << 20 {
      let ending = file.name.split(separator: ".").last.map { $0.lowercased() } ?? ""
      if let type = endings[ending] { wanted[file.name] = type }
    }
    guard !wanted.isEmpty, let parts = try? ZipParts.unpack(bytes, wanting: { wanted[$0] != nil }) else { return [] }
    return parts.keys.sorted().compactMap { name in
      guard let part = parts[name], let type = wanted[name] else { return nil }
      switch type {
      case .csv: return (name, CSVReader.document(from: part, contentType: nil))
      case .plainText: return (name, PlainTextReader.document(from: part, type: .plainText, contentType: nil))
      default: return (name, OfficeDocumentReader.document(from: part, type: type, at: url))
      }
    }
  }

  private static func converted(_ conversions: [Conversion]) -> [(String, Document)] {
    var seen: Set<String> = []
    let names = conversions.compactMap(\.member).filter { seen.insert($0).inserted }
    return names.map { ($0, ConvertedText.document(of: .pdf, from: conversions, member: $0)) }
  }
}
