/// Builds PDF files (ISO 32000-1 §9.10.3) whose letters are called in `/ToUnicode` as a damaged producer would call
/// them: what stands on the paper and what programs read of it differ. No font is embedded; none is needed for text.
enum ThaiPDF {
  /// How a producer damages what it writes: a letter of the paper becomes these letters of the text layer.
  typealias Damage = @Sendable (Unicode.Scalar) -> String

  /// Pages of lines, every letter damaged.
  static func file(_ pages: [[String]], _ damage: Damage) -> [UInt8] {
    var codes: [Unicode.Scalar: Int] = [:]
    var contents: [String] = []
    for page in pages {
      let lines = page.map { line in
        let hex = line.unicodeScalars.map { scalar in
          let code = codes[scalar] ?? codes.count + 1
          codes[scalar] = code
          return hex4(code)
        }
        return "<\(hex.joined())> Tj T*"
      }
      contents.append("BT /F1 14 Tf 20 TL 60 760 Td\n\(lines.joined(separator: "\n"))\nET")
    }
    let rows = codes.sorted { $0.value < $1.value }.map { scalar, code in
      "<\(hex4(code))> <\(damage(scalar).utf16.map { hex4(Int($0)) }.joined())>"
    }
    let map = """
      /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def
      1 begincodespacerange <0000> <FFFF> endcodespacerange
      \(rows.count) beginbfchar
      \(rows.joined(separator: "\n"))
      endbfchar endcmap CMapName currentdict /CMap defineresource pop end end
      """
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Count \(pages.count) /Kids [\(pages.indices.map { "\(7 + 2 * $0) 0 R" }.joined(separator: " "))] >>",
      "<< /Type /Font /Subtype /Type0 /BaseFont /T /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>",
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /T /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)"
        + " /Supplement 0 >> /FontDescriptor 5 0 R /DW 500 /CIDToGIDMap /Identity >>",
      "<< /Type /FontDescriptor /FontName /T /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800"
        + " /Descent -200 /CapHeight 700 /StemV 80 >>",
      stream(map),
    ]
    for (place, content) in contents.enumerated() {
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1200 842] /Contents \(8 + 2 * place) 0 R"
          + " /Resources << /Font << /F1 3 0 R >> >> >>")
      objects.append(stream(content))
    }
    return PDFFiles.file(of: objects)
  }

  private static func stream(_ content: String) -> String {
    "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream"
  }

  private static func hex4(_ value: Int) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
