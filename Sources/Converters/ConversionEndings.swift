import AuditCore
import Programs

/// What a run that gave no text means for a document.
extension Conversion {
  static func ending(_ ending: LimitedProgram.Ending, of method: Method, tool: String) -> Conversion {
    let name = tool.split(separator: " ").first.map(String.init) ?? tool
    switch ending {
    case .output:
      return Conversion(method: method, outcome: .noText, tool: tool, detail: "no readable text")
    case .failed(let code):
      return Conversion(
        method: method, outcome: .unopenable, tool: tool, detail: "\(name) does not open it (exit code \(code))")
    case .limit(let what):
      return Conversion(method: method, outcome: .limit, tool: tool, detail: "\(name) \(what)")
    case .notInstalled(let missing):
      return Conversion(
        method: method, outcome: .noTool, tool: missing.debianPackage,
        detail: "\(missing.rawValue) is not installed: apt install \(missing.debianPackage)")
    case .notRun(let why):
      return Conversion(method: method, outcome: .notTried, tool: tool, detail: "\(name) \(why)")
    }
  }

  /// The machine's fault, not the document's.
  static func ownFault(_ method: Method, tool: String) -> Conversion {
    Conversion(
      method: method, outcome: .notTried, tool: tool,
      detail: "the temporary folder of this machine cannot be written")
  }

  static func withoutOCR(_ why: String) -> Conversion {
    Conversion(method: .ocr, outcome: .notTried, tool: Tool.tesseract.rawValue, detail: why)
  }
}
