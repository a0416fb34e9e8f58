import Archive
import AuditCore
import Crawling
import Extraction
import Foundation
import WebURL

/// The answer sheet as a file: text that spreadsheets export, or an XLSX.
package struct VerificationSheet: Sendable {
  /// The file's own name, without its folder.
  package let name: String
  package let bytes: [UInt8]
  package let rows: [SheetRow]

  /// Bytes of a sheet that is read; the largest real one has some thousands.
  package static let largest = 4_000_000

  /// - Throws: `PipelineError` in one sentence where the file cannot be read or is no sheet.
  package init(path: String) throws {
    guard let handle = FileHandle(forReadingAtPath: path),
      let data = try? handle.read(upToCount: Self.largest + 1)
    else {
      throw PipelineError("อ่านแบบคำตอบไม่ได้", "the answer sheet cannot be read", path: path, cause: "no such file")
    }
    guard data.count <= Self.largest else {
      throw PipelineError(
        "แบบคำตอบใหญ่เกินไป", "the answer sheet is too large", path: path, cause: "at most \(Self.largest) bytes")
    }
    try self.init(name: URL(filePath: path).lastPathComponent, bytes: Array(data))
  }

  package init(name: String, bytes: [UInt8]) throws {
    self.name = name
    self.bytes = bytes
    switch bytes.prefix(4) {
    case [0x50, 0x4B, 0x03, 0x04]: rows = try Self.officeRows(bytes, name: name)
    case [0xD0, 0xCF, 0x11, 0xE0]:
      throw PipelineError(
        "แบบคำตอบเป็นไฟล์ .xls รุ่นเก่าหรือติดรหัสผ่าน ให้บันทึกเป็น .xlsx หรือ .csv",
        "the answer sheet is an old .xls or locked: save it as .xlsx or .csv", path: name, cause: "not read")
    default: rows = SeparatedRows.rows(of: bytes)
    }
  }

  /// The sheet as kept in the snapshot of a verification; nil where that holds none.
  init?(recordedIn folder: SnapshotFolder, name: String) throws {
    guard let entry = try folder.index()[Self.archiveName].last else { return nil }
    try self.init(name: name, bytes: WARCReader.record(at: entry.location, in: folder.archivePath).block)
  }

  /// The rows of the sheet that holds the most addresses: others are explanations and lists.
  private static func officeRows(_ bytes: [UInt8], name: String) throws -> [SheetRow] {
    do throws(SpreadsheetGrid.Unreadable) {
      let sheets = try SpreadsheetGrid.sheets(of: bytes).filter { !$0.isEmpty }
      let counts = sheets.map { rows in rows.count { $0.holdsAddress } }
      let best = counts.max() ?? 0
      return zip(sheets, counts).first { $0.1 == best }?.0 ?? []
    } catch {
      throw PipelineError("เปิดแบบคำตอบไม่ได้", "the answer sheet does not open", path: name, cause: error.detail)
    }
  }

  /// The answers, read against an edition's list.
  package func answers(edition: Edition, site: WebURL) -> DeclaredSheet {
    DeclaredSheet(rows: rows, edition: edition, site: site, domainToASCII: .libidn2)
  }

  /// How the sheet is kept in the snapshot: a WARC resource under a name that no site has.
  static let archiveName = "urn:oitcheck:answer-sheet"
}
