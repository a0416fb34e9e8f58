import Foundation
import Synchronization
import WebURL

/// The role of whatever knows the IP addresses of a host name.
package protocol AddressResolver: Sendable {
  /// IPv4 addresses first; empty where the name does not resolve. A host that is a number is its own answer.
  func addresses(of host: String) async -> [IPAddress]
}

/// The system's resolver, its answers kept for a while so that what was checked is what is connected to.
package final class SystemResolver: AddressResolver {
  private struct Answer {
    let addresses: [IPAddress]
    let until: ContinuousClock.Instant
  }

  private static let lifetime = Duration.seconds(600)
  private static let failureLifetime = Duration.seconds(30)
  private static let maximumAnswers = 4_096

  private let fixed: [String: IPAddress]
  private let answers = Mutex<[String: Answer]>([:])

  /// - Parameter fixed: Answers given from outside, by host name in lower case, such as the loopback address of a
  ///   recorded `.example` site.
  package init(fixed: [String: IPAddress] = [:]) {
    self.fixed = fixed
  }

  package func addresses(of host: String) async -> [IPAddress] {
    if let address = fixed[host] ?? IPAddress(parsing: host) { return [address] }
    let now = ContinuousClock.now
    if let known = answers.withLock({ $0[host] }), known.until > now { return known.addresses }
    let found = await Self.ask(host)
    let lifetime = found.isEmpty ? Self.failureLifetime : Self.lifetime
    answers.withLock {
      if $0.count >= Self.maximumAnswers { $0.removeAll() }
      $0[host] = Answer(addresses: found, until: now + lifetime)
    }
    return found
  }

  /// getaddrinfo blocks, so it waits on a thread of its own; a cancelled crawl does not wait for it.
  private static func ask(_ host: String) async -> [IPAddress] {
    let answer = OneAnswer<[IPAddress]>()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        answer.expect(continuation)
        DispatchQueue.global().async { answer.give(lookUp(host)) }
      }
    } onCancel: {
      answer.give([])
    }
  }

  private static func lookUp(_ host: String) -> [IPAddress] {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    hints.ai_flags = AI_ADDRCONFIG
    var list: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
    defer { freeaddrinfo(list) }
    var found: [IPAddress] = []
    var entry = list
    while let current = entry, found.count < 32 {
      var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
      if getnameinfo(
        current.pointee.ai_addr, current.pointee.ai_addrlen, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST) == 0,
        let address = IPAddress(parsing: String(decoding: text.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)),
        !found.contains(address)
      {
        found.append(address)
      }
      entry = current.pointee.ai_next
    }
    return found.filter(\.isV4) + found.filter { !$0.isV4 }
  }
}

extension IPAddress {
  fileprivate var isV4: Bool {
    if case .v4 = self { true } else { false }
  }
}
