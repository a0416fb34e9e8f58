import Programs

/// One run of curl with a file to send. Of what curl says only its exit code is used: its words may quote an address, and
/// an address may hold a token.
struct CurlRun {
  let means: MessengerMeans

  static let fileName = "message"

  /// - Parameters:
  ///   - configuration: names the file as `fileName`.
  ///   - isWanted: see `LimitedProgram`.
  func outcome(
    of configuration: CurlConfiguration, sending file: [UInt8],
    isWanted: @escaping @Sendable ([UInt8]) -> Bool? = { _ in true }
  ) async -> ProgramOutcome? {
    guard let folder = WorkFolder(), folder.write(file, as: Self.fileName) else { return nil }
    var limits = ProgramLimits()
    limits.wallSeconds = means.limit / .seconds(1)
    limits.outputBytes = 65_536
    limits.startedProcesses = nil
    var program = LimitedProgram(tool: .curl, limits: limits, tools: means.tools)
    program.input = configuration.bytes
    program.isWanted = isWanted
    return await program.outcome(of: CurlConfiguration.arguments, in: folder.path)
  }
}

extension Attempt {
  /// What kept a program from doing its work, in words that hold nothing it was given.
  static func failure(of outcome: ProgramOutcome?) -> Attempt {
    switch outcome?.end {
    case nil: fault("เขียนโฟลเดอร์ชั่วคราวของเครื่องนี้ไม่ได้", "this machine's temporary folder cannot be written")
    case .notInstalled(let tool):
      fault(
        "เครื่องนี้ไม่มีโปรแกรม \(tool.rawValue) (apt install \(tool.debianPackage))",
        "\(tool.rawValue) is not installed", isLasting: true)
    case .tooLong: timedOut
    case .stopped: fault("ถูกสั่งให้หยุด", "was stopped")
    case .exited(let code): curlFailure(code)
    default: fault("โปรแกรมส่งข้อความทำงานไม่สำเร็จ", "the sending program did not do its work")
    }
  }

  static func fault(_ th: String, _ en: String, isLasting: Bool = false, wait: Duration? = nil) -> Attempt {
    .failed(reason: "\(th) / \(en)", isLasting: isLasting, wait: wait)
  }

  private static var timedOut: Attempt { fault("ปลายทางไม่ตอบภายในเวลา", "no answer in time") }

  /// Exit codes of curl (its manual, "EXIT CODES").
  private static func curlFailure(_ code: Int32) -> Attempt {
    switch code {
    // 1 is also what curl says of an answer without a status line; the scheme was looked at before it ran.
    case 1, 8: fault("คำตอบของปลายทางอ่านไม่ได้", "the answer cannot be read")
    case 3: fault("ที่อยู่ปลายทางใช้ไม่ได้", "the address cannot be used", isLasting: true)
    case 5, 6: fault("หาชื่อเครื่องปลายทางไม่พบ", "the name of the server does not resolve")
    case 7: fault("ต่อกับเครื่องปลายทางไม่ได้", "the server cannot be reached")
    case 28: timedOut
    case 35, 51, 53, 54, 58, 59, 60, 64, 66, 77, 80, 82, 83, 90, 91:
      fault(
        "เข้ารหัสกับเครื่องปลายทางไม่ได้ ให้ตรวจใบรับรอง", "no trusted TLS connection: check its certificate", isLasting: true)
    case 67: fault("ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง", "the user or the password is refused", isLasting: true)
    case 52, 55, 56, 92: fault("การเชื่อมต่อขาด", "the connection broke")
    default: fault("ส่งไม่สำเร็จ (curl \(code))", "not delivered (curl \(code))")
    }
  }
}
