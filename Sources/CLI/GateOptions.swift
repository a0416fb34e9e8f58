import ArgumentParser
import AuditCore

/// Which results make the exit code say so.
struct GateOptions: ParsableArguments {
  @Option(
    name: .customLong("fail-on"),
    help: ArgumentHelp(
      "ผลที่ถือว่าไม่ผ่าน (คั่นด้วยจุลภาค) / verdicts that give exit code 1", valueName: "list"))
  var failOn = "missing,broken,outdated,partial"

  @Option(
    name: .customLong("max-unknown"),
    help: ArgumentHelp("สัดส่วนคะแนนที่ตรวจไม่ได้สูงสุด (%) / points that may stay unknown", valueName: "percent"))
  var maxUnknown = 25.0

  @Flag(help: "ไม่แสดงความคืบหน้า / no progress on standard error")
  var quiet = false

  func validate() throws {
    for word in words where Verdict(rawValue: word) == nil {
      throw ValidationError(
        "--fail-on ไม่รู้จัก “\(word)” / does not know “\(word)”; use missing, broken, outdated, partial, unknown")
    }
    guard (0...100).contains(maxUnknown) else {
      throw ValidationError("--max-unknown ต้องอยู่ระหว่าง 0 ถึง 100 / must be between 0 and 100")
    }
  }

  private var words: [String] { failOn.split(separator: ",").map { String($0).filter { $0 != " " } } }

  var verdicts: Set<Verdict> { Set(words.compactMap(Verdict.init(rawValue:))) }
}
