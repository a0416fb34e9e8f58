import ArgumentParser
import AuditCore
import Crawling
import WebURL

/// The address of a site as people type it.
enum SiteAddress {
  /// Accepts a missing scheme (https is meant); refuses what is no web address with a sentence.
  static func parse(_ text: String) throws -> WebURL {
    let hasScheme = text.lowercased().hasPrefix("http://") || text.lowercased().hasPrefix("https://")
    let whole = hasScheme ? text : "https://" + text
    guard let url = WebURL(parsing: whole, domainToASCII: .libidn2), url.isHTTP, let host = url.host,
      host.contains(".") || host.contains(":") || host == "localhost", !text.contains(" ")
    else {
      throw ValidationError(
        "“\(text.prefix(200))” ไม่ใช่ที่อยู่เว็บไซต์ ตัวอย่างที่ถูกต้อง: https://www.example.go.th / is not a web address")
    }
    return url.withoutFragment
  }
}

func decodedAddress(_ url: WebURL) -> String { decodedForDisplay(url, longest: 60) }
