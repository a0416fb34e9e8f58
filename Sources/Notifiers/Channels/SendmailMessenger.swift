import AuditCore
import Programs

/// An e-mail handed to the machine's own `sendmail`, whoever provides it (postfix, exim, msmtp).
struct SendmailMessenger: Messenger {
  private let envelope: Envelope
  private let means: MessengerMeans

  init?(_ channel: NotificationTarget.Channel, _ means: MessengerMeans) throws(ChannelFault) {
    guard case .sendmail(let from, let receivers) = channel else { return nil }
    envelope = try Envelope(from: from, to: receivers)
    self.means = means
  }

  func attempt(_ notice: AlarmNotice) async -> Attempt {
    var limits = ProgramLimits()
    limits.wallSeconds = means.limit / .seconds(1)
    limits.startedProcesses = nil
    var program = LimitedProgram(tool: .sendmail, limits: limits, tools: means.tools)
    program.input = Letter(of: notice, envelope).bytes(lineEnd: "\n")
    // `-i`: a line with a full stop alone does not end the letter. Addresses never begin with a hyphen.
    let outcome = await program.outcome(of: ["-i", "-f", envelope.from, "--"] + envelope.to, in: nil)
    guard case .exited(let code) = outcome.end else { return .failure(of: outcome) }
    // sysexits.h: 75 is a failure of the moment, 69 and 71 to 74 one of the machine; the others hold until something changes.
    return code == 0
      ? .delivered
      : .fault(
        "sendmail ส่งไม่สำเร็จ (\(code))", "sendmail did not take it (\(code))",
        isLasting: ![1, 69, 71, 72, 73, 74, 75].contains(code))
  }
}
