import AuditCore
import Synchronization

/// One answer as libcurl hands it over, piece by piece on the thread of the request, kept under the request's caps.
final class CurlReception {
  private let request: FetchRequest
  private let stopping: StopSign
  private var head: [UInt8] = []
  /// The final head, once it is whole; interim answers (1xx) are passed over.
  private(set) var message: RawResponse?
  private(set) var body: [UInt8] = []
  /// Why no more was wanted, in the words of WARC; nil where everything was.
  private(set) var truncation: String?

  private static let mostOfHead = 262_144

  init(_ request: FetchRequest, stopping: StopSign) {
    self.request = request
    self.stopping = stopping
  }

  var isStopped: Bool { stopping.isUp }

  /// Takes a line of the head. False ends the transfer.
  func receive(headLine: UnsafeBufferPointer<UInt8>) -> Bool {
    // What comes after the final head are trailers (RFC 9112 §7.1.2).
    guard message == nil else { return true }
    head += headLine
    guard headLine.elementsEqual([0x0D, 0x0A]) || headLine.elementsEqual([0x0A]) else {
      return head.count <= Self.mostOfHead
    }
    message = RawResponse(head)
    truncation = message.flatMap { BodyInterest.refusal(of: $0.fields, by: request) }
    return truncation == nil
  }

  /// Takes a piece of the decoded body. False ends the transfer.
  func receive(bodyPiece: UnsafeBufferPointer<UInt8>) -> Bool {
    let room = request.maxBytes - body.count
    body += bodyPiece.prefix(room)
    guard bodyPiece.count > room else { return true }
    truncation = "length"
    return false
  }
}

/// Tells a request on another thread that nobody waits for it any more.
final class StopSign: Sendable {
  private let sign = Atomic(false)

  var isUp: Bool { sign.load(ordering: .relaxed) }

  func raise() { sign.store(true, ordering: .relaxed) }
}
