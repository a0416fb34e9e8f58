import Foundation

/// What the outside programs say of themselves, asked once a run: part of every conversion record.
package actor ToolVersions {
  package static let shared = ToolVersions()

  private var known: [String: String] = [:]

  /// Name and version, e.g. `pdftotext 22.12.0`; the name alone where it does not tell.
  package func name(of tool: Tool, in tools: Toolbox) async -> String {
    guard let path = tools.path(of: tool) else { return tool.rawValue }
    if let name = known[path] { return name }
    let words = await answer(of: tool, tool.versionArguments, in: tools).split(whereSeparator: \.isWhitespace)
    let told = words.firstIndex { $0.lowercased().hasPrefix("version") } ?? words.startIndex
    let version = words[told...].first { $0.utf8.contains { (48...57).contains($0) } }
    let name = tool.rawValue + (version.map { " " + $0.prefix(30) } ?? "")
    if version != nil { known[path] = name }
    return name
  }

  /// Whether Tesseract has a language model, by its three letters; nil where it cannot be asked.
  package func readsLanguage(_ language: String, in tools: Toolbox) async -> Bool? {
    let key = "languages of " + (tools.path(of: .tesseract) ?? "")
    let languages: String
    if let told = known[key] {
      languages = told
    } else {
      languages = await answer(of: .tesseract, ["--list-langs"], in: tools)
      guard !languages.isEmpty else { return nil }
      known[key] = languages
    }
    return languages.split(whereSeparator: \.isWhitespace).contains { $0 == language }
  }

  private func answer(of tool: Tool, _ arguments: [String], in tools: Toolbox) async -> String {
    guard let folder = WorkFolder() else { return "" }
    var program = LimitedProgram(tool: tool, tools: tools, messages: .output)
    program.limits.outputBytes = 1 << 16
    let ending = await program.run(arguments, in: folder.path)
    guard case .output(let bytes) = ending else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }
}
