import CCurl
import Foundation

/// One easy handle of libcurl, with the connection that its last request left open.
///
/// Unchecked, because libcurl lets a handle be used on any thread, but on one at a time ("libcurl-thread"): whoever has
/// taken a handle out of `CurlHandles`, or made it, is its only user until it is put back.
final class CurlHandle: @unchecked Sendable {
  private let handle: UnsafeMutableRawPointer

  /// Nil where there is no memory.
  init?() {
    guard Self.isReady, let handle = curl_easy_init() else { return nil }
    self.handle = handle
  }

  deinit { curl_easy_cleanup(handle) }

  private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  /// Asks, and returns when the answer is received or given up.
  /// - Returns: How it ended ("libcurl-errors"), and what libcurl says of a failure.
  func ask(_ order: CurlOrder, into reception: CurlReception) -> (code: Int32, words: String) {
    curl_easy_reset(handle)
    let fields = Self.list(of: order.fields.map { "\($0.name): \($0.value)" })
    let route = Self.list(of: [order.route])
    defer {
      curl_slist_free_all(fields)
      curl_slist_free_all(route)
    }
    for (option, number) in order.numbers { _ = easy_set_number(handle, option, number) }
    for (option, text) in order.texts { _ = easy_set_text(handle, option, text) }
    _ = easy_set_list(handle, CURLOPT_HTTPHEADER, fields)
    _ = easy_set_list(handle, CURLOPT_CONNECT_TO, route)
    var words = [CChar](repeating: 0, count: Int(CURL_ERROR_SIZE))
    let code = withExtendedLifetime(reception) {
      receive(into: Unmanaged.passUnretained(reception).toOpaque())
      return words.withUnsafeMutableBufferPointer { words in
        _ = easy_set_pointer(handle, CURLOPT_ERRORBUFFER, words.baseAddress)
        defer { _ = easy_set_pointer(handle, CURLOPT_ERRORBUFFER, nil) }
        return curl_easy_perform(handle)
      }
    }
    let text = String(decoding: words.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    return (Int32(bitPattern: code.rawValue), text.isEmpty ? String(cString: curl_easy_strerror(code)) : text)
  }

  private func receive(into reception: UnsafeMutableRawPointer) {
    _ = easy_set_pointer(handle, CURLOPT_HEADERDATA, reception)
    _ = easy_set_pointer(handle, CURLOPT_WRITEDATA, reception)
    _ = easy_set_pointer(handle, CURLOPT_XFERINFODATA, reception)
    _ = easy_set_receiver(handle, CURLOPT_HEADERFUNCTION) { bytes, _, count, reception in
      CurlReception.at(reception)?.receive(headLine: CurlHandle.piece(bytes, count)) == true ? count : 0
    }
    _ = easy_set_receiver(handle, CURLOPT_WRITEFUNCTION) { bytes, _, count, reception in
      CurlReception.at(reception)?.receive(bodyPiece: CurlHandle.piece(bytes, count)) == true ? count : 0
    }
    // Called once a second at least, also while nothing comes.
    _ = easy_set_progress(handle) { reception, _, _, _, _ in CurlReception.at(reception)?.isStopped == false ? 0 : 1 }
    _ = easy_set_number(handle, CURLOPT_NOPROGRESS, 0)
  }

  private static func piece(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeRawBufferPointer(start: bytes, count: count).assumingMemoryBound(to: UInt8.self)
  }

  private static func list(of lines: [String]) -> UnsafeMutablePointer<curl_slist>? {
    var list: UnsafeMutablePointer<curl_slist>?
    for line in lines { list = curl_slist_append(list, line) ?? list }
    return list
  }
}

extension CurlReception {
  fileprivate static func at(_ place: UnsafeMutableRawPointer?) -> CurlReception? {
    place.map { Unmanaged<CurlReception>.fromOpaque($0).takeUnretainedValue() }
  }
}
