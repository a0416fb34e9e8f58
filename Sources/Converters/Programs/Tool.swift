import Foundation

/// An outside program that conversion rests on.
enum Tool: String, CaseIterable, Sendable {
  case pdftotext, pdfinfo, pdftoppm, tesseract, catdoc, xls2csv, catppt, antiword, prlimit

  /// The Debian package that brings it.
  var debianPackage: String {
    switch self {
    case .pdftotext, .pdfinfo, .pdftoppm: "poppler-utils"
    case .tesseract: "tesseract-ocr tesseract-ocr-tha"
    case .catdoc, .xls2csv, .catppt: "catdoc"
    case .antiword: "antiword"
    case .prlimit: "util-linux"
    }
  }

  /// How it is asked for its version.
  var versionArguments: [String] {
    switch self {
    case .pdftotext, .pdfinfo, .pdftoppm: ["-v"]
    case .tesseract, .prlimit: ["--version"]
    case .catdoc, .xls2csv, .catppt: ["-V"]
    case .antiword: []
    }
  }
}

/// Where the outside programs lie: found on the machine, or named by a test.
struct Toolbox: Sendable {
  /// What is installed in the system's own folders; `PATH` is not asked.
  static let installed = Toolbox()

  /// Paths that replace those of the machine; an empty path is a program that is not there.
  var named: [Tool: String] = [:]

  private static let found: [Tool: String] = {
    var found: [Tool: String] = [:]
    for tool in Tool.allCases {
      found[tool] = ["/usr/bin/", "/usr/local/bin/", "/bin/"].map { $0 + tool.rawValue }
        .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
    return found
  }()

  /// nil where it is not installed.
  func path(of tool: Tool) -> String? {
    guard let path = named[tool] else { return Self.found[tool] }
    return path.isEmpty ? nil : path
  }

  func has(_ tool: Tool) -> Bool { path(of: tool) != nil }
}
