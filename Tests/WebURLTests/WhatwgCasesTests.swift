import CIDN2
import Foundation
import TestSupport
import Testing
import WebURL

/// The conformance data of the WHATWG URL Standard, as web-platform-tests keep it.
@Suite("The WHATWG URL cases")
struct WhatwgCasesTests {
  /// Cases whose outcome differs, by their input, and why. At most 3 % of the http(s) and failure cases.
  static let leftOut = [
    "https://%e2%98%83": "libidn2 keeps to IDNA 2008, which has no symbols in domains; no registry sells ☃",
    "ftp://%e2%98%83": "the same host",
  ]

  @Test("Every http(s) and every failure case has the outcome the standard gives", .enabled(if: WhatwgCase.areAtHand))
  func webAndFailureCases() throws {
    let cases = try WhatwgCase.all().filter { $0.isFailure || $0.isHTTP }
    #expect(cases.count == 514)
    #expect(Self.leftOut.count * 100 <= cases.count * 3)
    var passed = 0
    for one in cases where Self.leftOut[one.input] == nil {
      let complaint = one.complaint()
      #expect(complaint == nil)
      if complaint == nil { passed += 1 }
    }
    print("WHATWG http(s) and failure cases: \(passed) of \(cases.count) as the standard says")
  }

  @Test("The cases of the other schemes have the outcome the standard gives", .enabled(if: WhatwgCase.areAtHand))
  func otherSchemes() throws {
    let cases = try WhatwgCase.all().filter { !$0.isFailure && !$0.isHTTP }
    var passed = 0
    for one in cases where Self.leftOut[one.input] == nil {
      let complaint = one.complaint()
      #expect(complaint == nil)
      if complaint == nil { passed += 1 }
    }
    print("WHATWG cases of other schemes: \(passed) of \(cases.count) as the standard says")
  }
}

/// One entry of `urltestdata.json`.
struct WhatwgCase {
  let input: String
  let base: String?
  let expected: [String: String]
  let isFailure: Bool

  var isHTTP: Bool { expected["protocol"] == "http:" || expected["protocol"] == "https:" }

  private static let file = Folders.sharedMaterial?.appending(path: "data/peer/url/urltestdata.json")
  static let areAtHand = file.map { FileManager.default.fileExists(atPath: $0.path) } ?? false

  static func all() throws -> [WhatwgCase] {
    let file = try #require(file)
    let entries = try #require(JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [Any])
    return entries.compactMap { entry in
      guard let fields = entry as? [String: Any], let input = fields["input"] as? String else { return nil }
      return WhatwgCase(
        input: input, base: fields["base"] as? String, expected: fields.compactMapValues { $0 as? String },
        isFailure: fields["failure"] as? Bool ?? false)
    }
  }

  /// What is wrong with our reading of the case, or nil.
  func complaint() -> String? {
    let baseURL = base.flatMap { WebURL(parsing: $0, domainToASCII: .libidn2) }
    if base != nil, baseURL == nil { return isFailure ? nil : "base of \(input.debugDescription) refused" }
    let name = "\(input.debugDescription) on \(base ?? "nothing")"
    guard let url = WebURL(parsing: input, relativeTo: baseURL, domainToASCII: .libidn2) else {
      return isFailure ? nil : "\(name): refused, expected \(expected["href"] ?? "")"
    }
    guard !isFailure else { return "\(name): read as \(url.href), expected refusal" }
    for (part, found) in parts(of: url) where expected[part] != nil && expected[part] != found {
      return "\(name): \(part) is \(found), expected \(expected[part] ?? "")"
    }
    return WebURL(parsing: url.href) == url ? nil : "\(name): \(url.href) does not read as itself"
  }

  private func parts(of url: WebURL) -> [(String, String)] {
    let port = url.port.map(String.init) ?? ""
    let host = url.host ?? ""
    return [
      ("href", url.href), ("protocol", url.scheme + ":"), ("username", url.username), ("password", url.password),
      ("host", port.isEmpty ? host : host + ":" + port), ("hostname", host), ("port", port), ("pathname", url.path),
      ("search", url.query.map { $0.isEmpty ? "" : "?" + $0 } ?? ""),
      ("hash", url.fragment.map { $0.isEmpty ? "" : "#" + $0 } ?? ""),
    ] + (url.isHTTP ? [("origin", url.origin)] : [])
  }
}

extension DomainToASCII {
  /// libidn2 as the crawler uses it: UTS 46 without the transitional mappings.
  static let libidn2 = DomainToASCII { domain in
    var output: UnsafeMutablePointer<CChar>?
    let flags = Int32(IDN2_NONTRANSITIONAL.rawValue)
    guard idn2_to_ascii_8z(domain, &output, flags) == 0, let output else { return nil }
    defer { idn2_free(output) }
    return String(cString: output)
  }
}
