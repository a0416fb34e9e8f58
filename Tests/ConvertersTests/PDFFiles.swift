/// Builds small PDF files (ISO 32000-1) whose pages hold Latin text of a standard font, or nothing.
enum PDFFiles {
  static func text(_ pages: [String], size: (width: Int, height: Int) = (595, 842)) -> [UInt8] {
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Count \(pages.count) /Kids [\(pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " "))] >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for (place, page) in pages.enumerated() {
      let lines = page.split(separator: "\n").map { "(\($0)) Tj T*" }.joined(separator: "\n")
      let content = "BT /F1 14 Tf 16 TL 60 \(size.height - 80) Td\n\(lines)\nET"
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(size.width) \(size.height)] /Contents \(5 + 2 * place) 0 R"
          + " /Resources << /Font << /F1 3 0 R >> >> >>")
      objects.append("<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream")
    }
    return file(of: objects)
  }

  /// The objects of a file, the first of them its catalogue, with their table.
  static func file(of objects: [String]) -> [UInt8] {
    var file = "%PDF-1.4\n"
    var places: [Int] = []
    for (place, object) in objects.enumerated() {
      places.append(file.utf8.count)
      file += "\(place + 1) 0 obj\n\(object)\nendobj\n"
    }
    let table = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for place in places { file += String(repeating: "0", count: 10 - "\(place)".count) + "\(place) 00000 n \n" }
    file += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n"
    return Array(file.utf8)
  }

  /// Says that it is locked, by a standard security handler whose keys fit no password that is tried.
  static func locked() -> [UInt8] {
    let file = String(decoding: text(["secret"]), as: UTF8.self)
    let key = String(repeating: "41", count: 32)
    let encryption = "/Encrypt << /Filter /Standard /V 1 /R 2 /O <\(key)> /U <\(key)> /P -4 >> /ID [<41> <41>]"
    return Array(file.replacing("/Root 1 0 R", with: "/Root 1 0 R \(encryption)").utf8)
  }
}
