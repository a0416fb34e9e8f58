import AuditCore
import Programs

/// Word, Excel and PowerPoint files of before 2007. Word and Excel of 97–2003 and RTF are read here, because the
/// programs for them garble Thai; older ones, PowerPoint and what is damaged go to `catdoc`, `antiword`, `xls2csv`.
/// Letters of one byte are taken for windows-874.
package struct OldOfficeConverter: Converter {
  package let mediaTypes: Set<MediaType> = [.doc, .xls, .ppt]
  private let tools: Toolbox

  /// Whose reading it is, where no outside program was needed.
  private static let own = "oitcheck"

  package init() {
    self.init(tools: .installed)
  }

  init(tools: Toolbox) {
    self.tools = tools
  }

  package func convert(_ body: [UInt8], as type: MediaType, effort: ReadingEffort) async -> [Conversion] {
    if let own = ownReading(of: body) { return [own] }
    guard let folder = WorkFolder(), folder.write(body, as: "in.bin") else {
      return [.ownFault(.oldOffice, tool: Tool.catdoc.rawValue)]
    }
    let path = folder.path
    switch type {
    case .xls: return [await run(.xls2csv, ["-scp874", "-dutf-8", "-q3", "-b\u{C}", "in.bin"], in: path)]
    case .ppt: return [await run(.catppt, ["-scp874", "-dutf-8", "in.bin"], in: path)]
    default:
      let first = await run(.antiword, ["-m", "UTF-8.txt", "-w", "0", "in.bin"], in: path)
      if first.outcome == .text { return [first] }
      let second = await run(.catdoc, ["-scp874", "-dutf-8", "-w", "in.bin"], in: path)
      return [second.outcome == .text || first.outcome == .noTool ? second : first]
    }
  }

  /// nil where an outside program has to try.
  private func ownReading(of body: [UInt8]) -> Conversion? {
    if RichText.isRichText(body) { return reading(RichText.text(of: body), tool: Self.own) }
    guard let file = CompoundFile(body) else { return nil }
    do throws(WordBinaryText.Failure) {
      return reading(try WordBinaryText.text(of: file), tool: Self.own)
    } catch {
      if error == .locked { return locked }
    }
    do throws(WorkbookText.Failure) {
      return reading(try WorkbookText.text(of: file), tool: Self.own)
    } catch {
      return error == .locked ? locked : nil
    }
  }

  private var locked: Conversion {
    Conversion(method: .oldOffice, outcome: .unopenable, tool: Self.own, detail: "locked with a password")
  }

  private func run(_ tool: Tool, _ arguments: [String], in folder: String) async -> Conversion {
    let name = await ToolVersions.shared.name(of: tool, in: tools)
    let ending = await LimitedProgram(tool: tool, tools: tools).run(arguments, in: folder)
    guard case .output(let bytes) = ending else { return .ending(ending, of: .oldOffice, tool: name) }
    return reading(bytes, tool: name)
  }

  /// What the text is worth as a whole: a sheet or a page break says little of old files.
  private func reading(_ bytes: [UInt8], tool: String) -> Conversion {
    let texts = PageTexts(of: bytes)
    let whole = PageQuality(of: texts.pages.joined(separator: "\n")).kind
    guard whole == .readable || (whole == .sparse && texts.garbledCount == 0 && texts.holdsLetters) else {
      let detail = texts.garbledCount > 0 ? "it holds letters, but no language" : "no readable text"
      return Conversion(method: .oldOffice, outcome: .noText, tool: tool, detail: detail)
    }
    return Conversion(method: .oldOffice, outcome: .text, tool: tool, pages: texts.pages)
  }
}
