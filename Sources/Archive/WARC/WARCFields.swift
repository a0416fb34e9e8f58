import AuditCore

/// `application/warc-fields`: one named value a line, as warcinfo and metadata records hold them (ISO 28500 §4).
package enum WARCFields {
  package static let mediaType = "application/warc-fields"

  /// Values are kept to one line: line ends in them become spaces.
  package static func bytes(_ fields: [HTTPField]) -> [UInt8] {
    Array(fields.map { "\(FieldText.token($0.name)): \(FieldText.oneLine($0.value))\r\n" }.joined().utf8)
  }

  /// The fields in order; lines without a colon are left out, lines that begin with white space continue the one
  /// before.
  package static func read(_ block: [UInt8]) -> [HTTPField] {
    var fields: [HTTPField] = []
    for line in block.split(separator: UInt8(ascii: "\n")) {
      if line.first == UInt8(ascii: " ") || line.first == UInt8(ascii: "\t"), let last = fields.indices.last {
        fields[last].value += " " + FieldText.trim(FieldText.decode(line))
      } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
        let name = FieldText.trim(FieldText.decode(line[..<colon]))
        fields.append(HTTPField(name: name, value: FieldText.trim(FieldText.decode(line[(colon + 1)...]))))
      }
    }
    return fields
  }
}
