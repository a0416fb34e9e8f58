import CIDN2
import WebURL

extension DomainToASCII {
  /// `เทศบาล.ไทย` → `xn--…` by libidn2: IDNA 2008 with the mapping of UTS 46, non-transitional (WHATWG URL §3.3).
  package static let libidn2 = DomainToASCII { domain in
    var result: UnsafeMutablePointer<CChar>?
    let flags = Int32(IDN2_NFC_INPUT.rawValue | IDN2_NONTRANSITIONAL.rawValue)
    guard idn2_to_ascii_8z(domain, &result, flags) == Int32(IDN2_OK.rawValue), let result else { return nil }
    defer { idn2_free(result) }
    return String(cString: result)
  }
}
