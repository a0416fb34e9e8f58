import Converters
import Pipeline

/// The programs that read documents, in the order in which they are asked.
enum Documents {
  /// Pages that OCR may read in one recording, all documents together.
  static let scannedPages = 120

  static func conversion() -> DocumentConversion {
    DocumentConversion(converters: [PDFTextConverter(ocr: OCR(pageBudget: scannedPages)), OldOfficeConverter()])
  }
}
