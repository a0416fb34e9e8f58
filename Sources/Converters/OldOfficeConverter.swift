import AuditCore

/// Word and Excel files of before 2007 through `catdoc` and `xls2csv` (catdoc), `antiword` where catdoc fails.
package struct OldOfficeConverter: Converter {
  package let mediaTypes: Set<MediaType> = [.doc, .xls, .ppt]

  package init() {}

  package func convert(_ body: [UInt8], as type: MediaType) async -> [Conversion] {
    guard let folder = WorkFolder(), folder.write(body, as: "in.bin") else {
      return [ended(.limit, "the temporary folder cannot be written", tool: "catdoc")]
    }
    let path = folder.path
    let conversion: Conversion
    switch type {
    case .doc:
      let first = await run("catdoc", ["-dutf-8", "-w", "in.bin"], in: path)
      conversion = first.outcome == .text ? first : await run("antiword", ["-m", "UTF-8.txt", "in.bin"], in: path)
      return [conversion.outcome == .noTool ? first : conversion]
    case .xls: conversion = await run("xls2csv", ["-dutf-8", "in.bin"], in: path)
    default: conversion = await run("catppt", ["-dutf-8", "in.bin"], in: path)
    }
    return [conversion]
  }

  private func run(_ name: String, _ arguments: [String], in folder: String) async -> Conversion {
    let tool = name + (ToolVersions.of(name, arguments: ["-V"]).map { " " + $0 } ?? "")
    switch await LimitedProgram(name: name).run(arguments, in: folder) {
    case .output(let bytes):
      let text = String(decoding: bytes, as: UTF8.self)
      return TextQuality(of: [text]).isUnreadable
        ? ended(.noText, "no readable text", tool: tool)
        : Conversion(method: .oldOffice, outcome: .text, tool: tool, pages: [text])
    case .failed(let code): return ended(.unopenable, "\(name) ended with \(code)", tool: tool)
    case .limit(let what): return ended(.limit, "\(name) \(what)", tool: tool)
    case .notInstalled: return ended(.noTool, "\(name) is not installed", tool: name == "antiword" ? name : "catdoc")
    }
  }

  private func ended(_ outcome: Conversion.Outcome, _ detail: String, tool: String) -> Conversion {
    Conversion(method: .oldOffice, outcome: outcome, tool: tool, detail: detail)
  }
}
