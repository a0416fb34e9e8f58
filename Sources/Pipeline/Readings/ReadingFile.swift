import Archive
import AuditCore
import Extraction
import Foundation

/// The file in which readings wait for the next night: the program that wrote it, a checksum, then every text once and
/// the documents made of them.
///
/// It is believed only by the very program that wrote it, with the same library beside it: what reads otherwise must
/// not be handed what was read before.
enum ReadingFile {
  private static let mark = Array("oitcheck readings 1\n".utf8)
  private static let largest = 256 << 20

  static func read(_ path: String) -> [ReadingKey: Document]? {
    guard FileManager.default.fileExists(atPath: path), let reader,
      let bytes = try? AtomicFile.read(path, limit: largest), bytes.starts(with: mark + reader)
    else { return nil }
    let head = mark.count + reader.count
    guard bytes.count >= head + 32 else { return nil }
    let content = Array(bytes[(head + 32)...])
    guard WARCDigest(of: content).bytes.elementsEqual(bytes[head..<(head + 32)]) else { return nil }
    var decoding = ReadingDecoding(content)
    return try? decoding.readings()
  }

  static func write(_ readings: [ReadingKey: Document], to path: String) {
    guard let reader else { return }
    var encoding = ReadingEncoding()
    for (key, document) in readings { encoding.add(document, as: key) }
    let content = encoding.content
    guard content.count < largest else { return }
    try? AtomicFile.write(mark + reader + WARCDigest(of: content).bytes + content, to: path)
  }

  /// Who reads: SHA-256 of the running program and of the version of the library it parses with.
  private static let reader: [UInt8]? = {
    guard let program = try? AtomicFile.read("/proc/self/exe", limit: 1 << 30) else { return nil }
    return WARCDigest(of: WARCDigest(of: program).bytes + Array(DocumentExtractor.libraryVersion.utf8)).bytes
  }()
}
