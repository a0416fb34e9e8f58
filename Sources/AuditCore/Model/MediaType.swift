/// What a body is, decided from its first bytes before its label: servers lie about types.
package enum MediaType: String, Sendable, Hashable, Codable, CaseIterable {
  case html = "text/html"
  case plainText = "text/plain"
  case csv = "text/csv"
  case xml = "application/xml"
  case feed = "application/rss+xml"
  case sitemap = "application/sitemap+xml"
  case json = "application/json"
  case pdf = "application/pdf"
  case docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
  case xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
  case pptx = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
  case odt = "application/vnd.oasis.opendocument.text"
  case ods = "application/vnd.oasis.opendocument.spreadsheet"
  case doc = "application/msword"
  case xls = "application/vnd.ms-excel"
  case ppt = "application/vnd.ms-powerpoint"
  case zip = "application/zip"
  case rar = "application/vnd.rar"
  case gzip = "application/gzip"
  case image = "image/*"
  case audioVideo = "video/*"
  case script = "text/javascript"
  case style = "text/css"
  case binary = "application/octet-stream"

  /// Whether an assessor would call it a document (a file), rather than a page.
  package var isDocument: Bool {
    switch self {
    case .pdf, .docx, .xlsx, .pptx, .odt, .ods, .doc, .xls, .ppt, .zip, .rar, .csv: true
    default: false
    }
  }

  /// Whether reading it needs a program of its own (see Converters) instead of Extraction alone.
  package var needsConverter: Bool {
    switch self {
    case .pdf, .doc, .xls, .ppt: true
    default: false
    }
  }
}
