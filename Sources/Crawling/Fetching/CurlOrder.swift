import AuditCore
import CCurl
import WebURL

/// What libcurl is told of one request ("curl_easy_setopt").
struct CurlOrder: Sendable {
  var numbers: [(CURLoption, Int)]
  var texts: [(CURLoption, String)]
  var fields: [HTTPField]
  /// Where to connect, in place of where the address says.
  var route: String

  /// How much of a server's TLS has to be in order.
  enum Trust {
    case checked
    /// Any certificate, and the protocols and ciphers of 1999.
    case any
  }

  init(for request: FetchRequest, at machine: IPAddress, options: HTTPClientOptions, trust: Trust) {
    let host = request.url.host ?? ""
    let port = request.url.effectivePort ?? 80
    let number: String = if case .v6 = machine { "[\(machine)]" } else { machine.description }
    route = "\(host):\(port):\(number):\(options.ports[host] ?? port)"
    // A value that would end its line is nothing we send.
    fields = options.fields(for: request).filter { $0.value.utf8.allSatisfy { $0 >= 0x20 } }
    if request.isAlone { fields.append(HTTPField(name: "Connection", value: "close")) }
    texts = [
      (CURLOPT_URL, request.url.withoutFragment.href), (CURLOPT_PROTOCOLS_STR, "http,https"),
      (CURLOPT_ACCEPT_ENCODING, ""),
    ]
    numbers = [
      (CURLOPT_NOSIGNAL, 1), (CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1), (CURLOPT_MAXCONNECTS, 1),
      (CURLOPT_TIMEOUT_MS, Int(request.deadline / .milliseconds(1))), (CURLOPT_LOW_SPEED_LIMIT, 1),
      (CURLOPT_LOW_SPEED_TIME, max(1, Int(options.stallLimit.inSeconds.rounded(.up)))),
    ]
    if request.isAlone { numbers += [(CURLOPT_FRESH_CONNECT, 1), (CURLOPT_FORBID_REUSE, 1)] }
    if trust == .any {
      numbers += [
        (CURLOPT_SSL_VERIFYPEER, 0), (CURLOPT_SSL_VERIFYHOST, 0), (CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_0),
      ]
      texts.append((CURLOPT_SSL_CIPHER_LIST, "DEFAULT@SECLEVEL=0"))
    }
  }
}
