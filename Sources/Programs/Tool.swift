import Foundation

/// An outside program that something rests on: conversion, the Word memo, messages.
package enum Tool: String, CaseIterable, Sendable {
  case pdftotext, pdfinfo, pdftoppm, tesseract, catdoc, xls2csv, catppt, antiword, prlimit, curl, pandoc, sendmail

  /// The Debian package that brings it.
  package var debianPackage: String {
    switch self {
    case .pdftotext, .pdfinfo, .pdftoppm: "poppler-utils"
    case .tesseract: "tesseract-ocr tesseract-ocr-tha"
    case .catdoc, .xls2csv, .catppt: "catdoc"
    case .antiword: "antiword"
    case .prlimit: "util-linux"
    case .curl: "curl"
    case .pandoc: "pandoc"
    case .sendmail: "msmtp-mta"
    }
  }

  /// How it is asked for its version; empty for one that tells it unasked, or never.
  package var versionArguments: [String] {
    switch self {
    case .pdftotext, .pdfinfo, .pdftoppm: ["-v"]
    case .tesseract, .prlimit, .curl, .pandoc: ["--version"]
    case .catdoc, .xls2csv, .catppt: ["-V"]
    case .antiword, .sendmail: []
    }
  }
}

/// Where the outside programs lie: found on the machine, or named by a test.
package struct Toolbox: Sendable {
  /// What is installed in the system's own folders; `PATH` is not asked.
  package static let installed = Toolbox()

  /// Paths that replace those of the machine; an empty path is a program that is not there.
  private let named: [Tool: String]

  package init(named: [Tool: String] = [:]) {
    self.named = named
  }

  private static let found: [Tool: String] = {
    var found: [Tool: String] = [:]
    for tool in Tool.allCases {
      found[tool] = ["/usr/bin/", "/usr/local/bin/", "/bin/", "/usr/sbin/"].map { $0 + tool.rawValue }
        .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
    return found
  }()

  /// nil where it is not installed.
  package func path(of tool: Tool) -> String? {
    guard let path = named[tool] else { return Self.found[tool] }
    return path.isEmpty ? nil : path
  }

  package func has(_ tool: Tool) -> Bool { path(of: tool) != nil }
}
