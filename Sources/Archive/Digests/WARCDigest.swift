import AuditCore
import Crypto
import Foundation

/// The digest of some bytes with the name of its algorithm, as WARC-Block-Digest and WARC-Payload-Digest carry it
/// (ISO 28500 §5.8–5.9): `sha256:` and base32 (RFC 4648 §6) when written by us, other algorithms when read.
package struct WARCDigest: Sendable, Hashable {
  package enum Algorithm: String, Sendable {
    case md5, sha1, sha256, sha512

    var byteCount: Int {
      switch self {
      case .md5: 16
      case .sha1: 20
      case .sha256: 32
      case .sha512: 64
      }
    }
  }

  package let algorithm: Algorithm
  package let bytes: [UInt8]

  /// The digest of `content` by `algorithm`.
  package init(_ algorithm: Algorithm = .sha256, of content: some DataProtocol) {
    self.algorithm = algorithm
    bytes =
      switch algorithm {
      case .md5: Array(Insecure.MD5.hash(data: content))
      case .sha1: Array(Insecure.SHA1.hash(data: content))
      case .sha256: Array(SHA256.hash(data: content))
      case .sha512: Array(SHA512.hash(data: content))
      }
  }

  /// A digest already computed elsewhere, such as piece by piece.
  package init(_ algorithm: Algorithm, bytes: [UInt8]) {
    self.algorithm = algorithm
    self.bytes = bytes
  }

  /// Reads `algorithm:value`, the value in base32, base64 or hex, padded or not, as the field's tools write it;
  /// nil for an unknown algorithm or a value that is no digest.
  package init?(labelled text: String) {
    guard let algorithm = Self.algorithm(of: text), let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else {
      return nil
    }
    let value = Array(text.utf8[text.utf8.index(after: colon)...].filter { $0 != UInt8(ascii: "=") })
    let decoded: [UInt8]? =
      switch value.count {
      case algorithm.byteCount * 2: Hexadecimal.bytes(value)
      case (algorithm.byteCount * 8 + 4) / 5: Base32.bytes(value)
      default: Self.base64(value)
      }
    guard let decoded, decoded.count == algorithm.byteCount else { return nil }
    self.init(algorithm, bytes: decoded)
  }

  /// The algorithm that a labelled digest names, nil where it is none that is known here.
  package static func algorithm(of text: String) -> Algorithm? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    return Algorithm(rawValue: text[..<colon].lowercased().filter { $0 != "-" })
  }

  /// `sha256:` and lower-case hex, as reports and the manifest carry it.
  package var evidence: ContentDigest { ContentDigest("\(algorithm.rawValue):\(Hexadecimal.text(bytes))") }

  /// `sha256:` and base32, as WARC headers carry it.
  package var base32: String { "\(algorithm.rawValue):\(Base32.text(bytes))" }

  /// RFC 4648 §4 and §5, without padding.
  private static func base64(_ value: [UInt8]) -> [UInt8]? {
    var text = String(decoding: value, as: UTF8.self)
      .replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
    while !text.utf8.count.isMultiple(of: 4) { text += "=" }
    return Data(base64Encoded: text).map { Array($0) }
  }
}
