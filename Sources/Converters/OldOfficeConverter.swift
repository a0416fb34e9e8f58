import AuditCore

/// Word, Excel and PowerPoint files of before 2007 through `catdoc`, `xls2csv` and `catppt` (catdoc), `antiword` where
/// catdoc gives nothing. Files of one byte a letter are taken for windows-874, the code page of Thai Windows.
package struct OldOfficeConverter: Converter {
  package let mediaTypes: Set<MediaType> = [.doc, .xls, .ppt]
  private let tools: Toolbox

  package init() {
    self.init(tools: .installed)
  }

  init(tools: Toolbox) {
    self.tools = tools
  }

  package func convert(_ body: [UInt8], as type: MediaType, effort: ReadingEffort) async -> [Conversion] {
    guard let folder = WorkFolder(), folder.write(body, as: "in.bin") else {
      return [.ownFault(.oldOffice, tool: Tool.catdoc.rawValue)]
    }
    switch type {
    case .xls: return [await run(.xls2csv, ["-scp874", "-dutf-8", "-q3", "-b\u{0C}", "in.bin"], in: folder.path)]
    case .ppt: return [await run(.catppt, ["-scp874", "-dutf-8", "in.bin"], in: folder.path)]
    default:
      let first = await run(.catdoc, ["-scp874", "-dutf-8", "-w", "in.bin"], in: folder.path)
      if first.outcome == .text { return [first] }
      let second = await run(.antiword, ["-m", "UTF-8.txt", "-w", "0", "in.bin"], in: folder.path)
      return [second.outcome == .text ? second : first]
    }
  }

  private func run(_ tool: Tool, _ arguments: [String], in folder: String) async -> Conversion {
    let name = await ToolVersions.shared.name(of: tool, in: tools)
    let ending = await LimitedProgram(tool: tool, tools: tools).run(arguments, in: folder)
    guard case .output(let bytes) = ending else { return .ending(ending, of: .oldOffice, tool: name) }
    let texts = PageTexts(of: bytes)
    let text = texts.pages.joined(separator: "\n")
    guard texts.readableCount > 0 || PageQuality(of: text).kind == .readable else {
      return .ending(ending, of: .oldOffice, tool: name)
    }
    return Conversion(method: .oldOffice, outcome: .text, tool: name, pages: texts.pages, detail: texts.fault)
  }
}
