import AuditCore
import Foundation

/// The head of an answer as bytes, read with the patience that servers need (RFC 9112 §4, §5).
struct RawResponse {
  var status: Int
  var fields: [HTTPField]

  /// Reads the final head, interim answers (1xx) passed over; nil where it is not there yet.
  init?(_ output: [UInt8]) {
    var rest = output[...]
    repeat {
      guard let end = Self.endOfHead(rest) else { return nil }
      let lines = rest[..<end.lines].split(separator: 0x0A).map { $0.last == 0x0D ? $0.dropLast() : $0 }
      rest = rest[end.head...]
      guard let start = lines.first, start.starts(with: "HTTP/".utf8) else { return nil }
      let words = start.split(separator: 0x20)
      guard words.count > 1, let code = Int(String(decoding: words[1], as: UTF8.self)) else { return nil }
      status = code
      fields = lines.dropFirst().prefix(Self.maximumFields).compactMap(Self.field)
    } while (100..<200).contains(status)
  }

  private static let maximumFields = 500

  private static func endOfHead(_ bytes: ArraySlice<UInt8>) -> (lines: Int, head: Int)? {
    var position = bytes.startIndex
    while let feed = bytes[position...].firstIndex(of: 0x0A) {
      let next = bytes.index(after: feed)
      if bytes[next...].starts(with: [0x0D, 0x0A]) { return (feed, next + 2) }
      if bytes[next...].first == 0x0A { return (feed, next + 1) }
      position = next
    }
    return nil
  }

  private static func field(_ line: ArraySlice<UInt8>) -> HTTPField? {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { return nil }
    let name = String(decoding: line[..<colon], as: UTF8.self)
    let raw = line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
    return HTTPField(name: name, value: text(of: raw, isAddress: name.lowercased() == "location"))
  }

  /// Bytes that are no UTF-8 are taken for windows-874, in which Thai servers write file names; in an address each is
  /// written as `%XX`, as browsers send it back.
  private static func text(of raw: ArraySlice<UInt8>, isAddress: Bool) -> String {
    let bytes = Array(raw)
    if let text = String(validating: bytes, as: UTF8.self) { return text.trimmingCharacters(in: .whitespaces) }
    if isAddress { return String(decoding: RobotsPattern.escaped(bytes), as: UTF8.self) }
    let thai = String.Encoding(rawValue: 0x8000_041D)
    return String(bytes: bytes, encoding: thai) ?? String(bytes: bytes, encoding: .isoLatin1) ?? ""
  }
}
