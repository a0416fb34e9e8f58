import AuditCore
import Foundation
import RulePacks
import Testing

/// A secret never stands in the file, and what stands there by mistake is never repeated.
@Suite("Secrets in a configuration")
struct ConfigurationSecretTests {
  private static let password = "hunter2hunter2"

  @Test(
    "A secret in the clear is refused with a sentence that does not repeat it",
    arguments: [
      ("{env: LINE_TOKEN}", "\(password)"), ("{env: MAIL_PASSWORD}", "\(password)"),
      ("{env: MAIL_PASSWORD}", "[\(password)]"), ("{file: secrets/hook}", "'\(password)'"),
      ("https://hooks.nongsai.go.th/oit", "https://hooks.nongsai.go.th/services/\(password)\(password)"),
      ("https://hooks.nongsai.go.th/oit", "https://hooks.nongsai.go.th/?token=\(password)\(password)"),
      ("https://hooks.nongsai.go.th/oit", "https://\(password)@hooks.nongsai.go.th/oit"),
      ("smtps://mail", "smtps://oit:\(password)@mail"),
    ])
  func inClear(old: String, new: String) {
    let faults = ConfigurationFixture.faults(replacing: old, with: new)
    #expect(faults.contains { $0.kind == .secretInClear }, "\(faults)")
    #expect(!faults.contains { "\($0)".contains(Self.password) })
  }

  @Test(
    "A secret in the wrong place of its mapping is refused and not repeated",
    arguments: [
      "{env: \"\(password) and more\"}", "{\(password): env}", "{env: A, file: b}", "{value: \(password)}", "{}",
      "{env: [\(password)]}", "{env: }", "{file: \"a\\nb\"}",
    ])
  func wrongPlace(new: String) {
    let faults = ConfigurationFixture.faults(replacing: "{env: MAIL_PASSWORD}", with: new)
    #expect(!faults.isEmpty)
    #expect(!faults.contains { "\($0)".contains(Self.password) }, "\(faults)")
  }

  @Test("A secret shows stars wherever it is printed")
  func stars() {
    let secret = Secret(Self.password)
    #expect("\(secret) \(String(reflecting: secret)) \(String(describing: [secret]))".contains(Self.password) == false)
    var dumped = ""
    dump(secret, to: &dumped)
    #expect(!dumped.contains(Self.password))
  }
}
