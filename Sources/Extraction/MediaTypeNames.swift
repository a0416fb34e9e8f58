import AuditCore

/// The labels and endings that name media types.
enum MediaTypeNames {
  /// The type that a Content-Type names, its parameters left out; nil where it says nothing.
  static func type(ofLabel contentType: String?) -> MediaType? {
    guard let contentType else { return nil }
    let name = String(contentType.prefix { $0 != ";" }).trimmed.lowercased()
    if let type = labels[name] ?? MediaType(rawValue: name) { return type }
    if name.hasPrefix("image/") { return .image }
    if name.hasPrefix("video/") || name.hasPrefix("audio/") { return .audioVideo }
    if name.hasSuffix("+json") { return .json }
    if name.hasSuffix("+xml") { return .xml }
    if name.hasPrefix("text/") { return .plainText }
    return nil
  }

  /// The type that the ending of a path names; programs of the server (`.php`) name none.
  static func type(ofPath path: String) -> MediaType? {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    return endings[String(path[path.utf8.index(after: dot)...].prefix(8)).lowercased()]
  }

  private static let labels: [String: MediaType] = [
    "application/xhtml+xml": .html, "text/xml": .xml, "application/rss+xml": .feed, "application/atom+xml": .feed,
    "application/rdf+xml": .feed, "application/x-pdf": .pdf, "application/javascript": .script,
    "application/x-javascript": .script, "application/x-zip-compressed": .zip, "application/x-zip": .zip,
    "application/x-rar-compressed": .rar, "application/x-rar": .rar, "application/x-gzip": .gzip,
    "application/vnd.ms-powerpoint": .ppt, "application/x-msexcel": .xls, "application/rtf": .doc, "text/rtf": .doc,
    "application/csv": .csv, "text/comma-separated-values": .csv, "application/octet-stream": .binary,
    "application/force-download": .binary, "application/download": .binary, "binary/octet-stream": .binary,
  ]

  private static let endings: [String: MediaType] = [
    "html": .html, "htm": .html, "xhtml": .html, "txt": .plainText, "csv": .csv, "tsv": .csv, "xml": .xml, "rss": .feed,
    "atom": .feed, "json": .json, "pdf": .pdf, "docx": .docx, "docm": .docx, "xlsx": .xlsx, "xlsm": .xlsx,
    "pptx": .pptx,
    "ppsx": .pptx, "odt": .odt, "ods": .ods, "doc": .doc, "dot": .doc, "rtf": .doc, "xls": .xls, "ppt": .ppt,
    "pps": .ppt,
    "zip": .zip, "rar": .rar, "gz": .gzip, "jpg": .image, "jpeg": .image, "png": .image, "gif": .image, "webp": .image,
    "bmp": .image, "svg": .image, "ico": .image, "tif": .image, "tiff": .image, "mp4": .audioVideo, "mp3": .audioVideo,
    "avi": .audioVideo, "wmv": .audioVideo, "mov": .audioVideo, "flv": .audioVideo, "js": .script, "css": .style,
    "exe": .binary, "7z": .binary, "swf": .binary,
  ]
}
