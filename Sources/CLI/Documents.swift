import AuditCore
import Converters
import Extraction
import Pipeline

/// The programs that read documents, in the order in which they are asked.
enum Documents {
  /// Pages that OCR may read in one recording, all documents together.
  static let scannedPages = 120

  static func conversion() -> DocumentConversion {
    let single: [any Converter] = [PDFTextConverter(ocr: OCR(pageBudget: scannedPages)), OldOfficeConverter()]
    return DocumentConversion(converters: single + [ZipConverter(archive: ZipMembers(), converters: single)])
  }
}
