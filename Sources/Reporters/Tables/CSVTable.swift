/// A table as RFC 4180 writes it, with a UTF-8 byte order mark so that Excel reads Thai.
///
/// Cells hold texts from a hostile site: none can become a formula (``guarded(_:)``).
struct CSVTable {
  private var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// - Parameter warning: A first line above the header, where the report has one.
  init(warning: String?, header: [String]) {
    if let warning { add([warning]) }
    add(header)
  }

  mutating func add(_ cells: [String]) {
    bytes += cells.map { Self.written(Self.guarded($0)) }.joined(separator: ",").utf8
    bytes += "\r\n".utf8
  }

  var file: [UInt8] { bytes }

  /// An apostrophe before what a spreadsheet would take for a formula: = + - @, tab and line ends at the front, their
  /// full-width forms, also behind spaces and invisible characters that an import may drop.
  static func guarded(_ cell: String) -> String {
    let first = cell.unicodeScalars.first { scalar in
      let isBlank = scalar == " " || scalar.value == 0xA0 || scalar.value == 0x3000
      return !isBlank && !scalar.properties.isDefaultIgnorableCodePoint
    }
    switch first?.value {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0A, 0x0D: return "'" + cell
    case 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20, 0x2212, 0xFE62, 0xFE63, 0xFE66, 0xFE6B: return "'" + cell
    default: return cell
    }
  }

  /// Quoted where RFC 4180 asks for it and where another country's list separator could split the cell.
  private static func written(_ cell: String) -> String {
    let needsQuotes = cell.unicodeScalars.contains { ",;\"\t\r\n".unicodeScalars.contains($0) }
    guard needsQuotes || cell.hasPrefix(" ") || cell.hasSuffix(" ") else { return cell }
    var quoted = "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
