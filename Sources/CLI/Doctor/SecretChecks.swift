import ArgumentParser
import AuditCore
import Foundation
import Pipeline

/// Whether every secret that a target needs can be had. None is ever shown.
struct SecretChecks {
  let targets: [NotificationTarget]
  let secrets: Secrets

  func results() -> [CheckResult] {
    targets.map { target in
      let subject = both("ปลายทาง \(target.name)", "target \(target.name)")
      let faults = sources(of: target).compactMap(fault)
      guard let first = faults.first else { return .good(subject, both("ความลับครบ", "its secrets are there")) }
      return .bad(
        .validationFailure, subject, Bilingual(th: first.sentence(in: .th), en: first.sentence(in: .en)),
        do: both("แก้แล้วสั่ง oitcheck doctor อีกครั้ง", "mend it and run oitcheck doctor again"))
    }
  }

  private func fault(_ source: SecretSource) -> PipelineError? {
    do throws(PipelineError) {
      _ = try secrets.secret(from: source)
      return nil
    } catch {
      return error
    }
  }

  private func sources(of target: NotificationTarget) -> [SecretSource] {
    switch target.channel {
    case .webhook(let address, let signing): [address] + (signing.map { [$0] } ?? [])
    case .line(let token, let receiver, _): [token, receiver]
    case .smtp(let account, _): account.password.map { [$0] } ?? []
    case .sendmail: []
    }
  }
}
