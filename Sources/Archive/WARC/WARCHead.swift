import AuditCore

/// The header block of a record as read: its first line and its named fields (ISO 28500 §4).
struct WARCHead {
  var version = ""
  var headers: [HTTPField] = []
  /// What is wrong with single lines, each as a phrase.
  var complaints: [String] = []

  /// Versions whose records are read as they were meant.
  private static let knownVersions: Set = ["0.17", "0.18", "1.0", "1.1"]

  /// Adds one line without its line end. The first is the version, later ones are fields or, where they begin
  /// with white space, continue the field before (ISO 28500 §4, "folding").
  mutating func add(_ line: ArraySlice<UInt8>) {
    if version.isEmpty {
      version = String(decoding: line.dropFirst(5).filter { $0 > 0x20 }, as: UTF8.self)
      if !Self.knownVersions.contains(version) { complaints.append("WARC version \(version.prefix(20)) is not known") }
      return
    }
    let text = FieldText.decode(line)
    if line.first == UInt8(ascii: " ") || line.first == UInt8(ascii: "\t"), let last = headers.indices.last {
      headers[last].value += " " + FieldText.trim(text)
    } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
      let name = FieldText.decode(line[..<colon])
      let value = FieldText.decode(line[line.index(after: colon)...])
      headers.append(HTTPField(name: FieldText.trim(name), value: FieldText.trim(value)))
    } else {
      complaints.append("a header line has no colon")
    }
  }

  /// Names of the fields that every record must have and this one lacks (ISO 28500 §5.1).
  var missingFields: [String] {
    ["WARC-Type", "WARC-Record-ID", "WARC-Date"].filter { headers[$0] == nil }
  }

  /// The block's length in bytes, or what is wrong with it.
  var contentLength: Result<UInt64, ContentLengthProblem> {
    let values = Set(headers.filter { $0.name.lowercased() == "content-length" }.map(\.value))
    guard let value = values.first else { return .failure(.init(words: "Content-Length is missing")) }
    guard values.count == 1 else { return .failure(.init(words: "two Content-Length fields differ")) }
    let isNumber = !value.isEmpty && value.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard isNumber, let length = UInt64(value), length < 1 << 50 else {
      return .failure(.init(words: "Content-Length is not a length (\(value.prefix(40)))"))
    }
    return .success(length)
  }

  struct ContentLengthProblem: Error { let words: String }
}
