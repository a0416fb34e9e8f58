import Archive
import AuditCore
import Crawling
import Foundation
import TestSupport
import Testing
import WebURL

/// URLSession and libcurl each do the same for a request. Real sockets on loopback; every test is bounded by its own
/// deadline.
@Suite("Fetching", .serialized, .timeLimit(.minutes(20)))
struct FetcherTests: RealAnswers {
  enum Means: CaseIterable {
    case session, libcurl
  }

  /// Longer than any test may take: what ends before was ended by something else.
  private static let ages = Duration.seconds(3_600)

  private func fetcher(
    by means: Means, stall: Duration = .seconds(60), ports: [String: Int] = [:]
  ) -> any Fetcher {
    let options = HTTPClientOptions(userAgent: "oitcheck/test", stallLimit: stall, ports: ports)
    let resolver = SystemResolver(fixed: ["town.example": IPAddress.v4(0x7F00_0001)])
    return switch means {
    case .session: URLSessionFetcher(options: options, resolver: resolver, clock: SystemClock())
    case .libcurl: CurlFetcher(options: options, resolver: resolver, clock: SystemClock())
    }
  }

  private func fetch(
    by means: Means, _ server: LoopbackServer, _ path: String = "/", cap: Int = 1_000_000,
    deadline: Duration = .seconds(60), unwanted: [String] = [], with fetcher: (any Fetcher)? = nil
  ) async throws -> FetchResult {
    let url = try #require(WebURL(parsing: "http://127.0.0.1:\(server.port)\(path)"))
    return await (fetcher ?? self.fetcher(by: means)).fetch(
      FetchRequest(url: url, maxBytes: cap, deadline: deadline, unwantedTypes: unwanted))
  }

  @Test("A page comes with its fields, the request with an honest name", arguments: Means.allCases)
  func page(means: Means) async throws {
    let server = try LoopbackServer { _ in
      .bytes(Self.head("Content-Type: text/html\r\nX-One: 1\r\n") + Array("สวัสดี".utf8))
    }
    let answer = try response(try await fetch(by: means, server, "/a?b=%E0%B8%81"))
    #expect(answer.status == 200)
    #expect(answer.fields["x-one"] == "1")
    #expect(String(decoding: answer.body, as: UTF8.self) == "สวัสดี")
    #expect(answer.serverAddress == "127.0.0.1")
    #expect(answer.truncated == nil)
    let head = try #require(server.heads.first)
    #expect(head.hasPrefix("GET /a?b=%E0%B8%81 HTTP/1.1\r\n"))
    #expect(head.contains("User-Agent: oitcheck/test\r\n"))
    #expect(head.contains("Host: 127.0.0.1:\(server.port)\r\n"))
  }

  @Test("A named host is reached on the machine and port it is fixed to, under its own name", arguments: Means.allCases)
  func fixedHost(means: Means) async throws {
    let server = try LoopbackServer { _ in .bytes(Self.head("") + Array("town".utf8)) }
    let url = try #require(WebURL(parsing: "http://town.example/a"))
    let fetcher = fetcher(by: means, ports: ["town.example": server.port])
    let answer = try response(await fetcher.fetch(FetchRequest(url: url, maxBytes: 100, deadline: .seconds(60))))
    #expect(answer.body == Array("town".utf8))
    #expect(server.heads.first?.contains("Host: town.example\r\n") == true)
  }

  @Test("A redirect is an answer, not a way", arguments: Means.allCases)
  func redirect(means: Means) async throws {
    let server = try LoopbackServer { _ in .bytes(Self.head("Location: /b\r\n", status: "302 Found")) }
    let answer = try response(try await fetch(by: means, server))
    #expect(answer.status == 302)
    #expect(answer.fields["Location"] == "/b")
    #expect(server.heads.count == 1)
  }

  @Test("A body without end is cut at the cap", arguments: Means.allCases)
  func byteCap(means: Means) async throws {
    let server = try LoopbackServer { _ in
      .endless(
        head: Self.head("Content-Type: text/html\r\n"), piece: Array(repeating: 0x61, count: 4_096), atMost: 50_000)
    }
    let answer = try response(try await fetch(by: means, server, cap: 100_000))
    #expect(answer.body.count == 100_000)
    #expect(answer.truncated == "length")
  }

  @Test("A file that says it is too long, and a type nobody wants, end with their head", arguments: Means.allCases)
  func uninteresting(means: Means) async throws {
    let server = try LoopbackServer { head in
      head.contains("/film")
        ? .trickle(head: Self.head("Content-Type: video/mp4\r\n"), atMost: 100)
        : .trickle(head: Self.head("Content-Type: application/pdf\r\nContent-Length: 900000000\r\n"), atMost: 100)
    }
    let file = try response(try await fetch(by: means, server, "/file", cap: 1_000))
    #expect(file.truncated == "length" && file.body.isEmpty)
    let film = try response(try await fetch(by: means, server, "/film", unwanted: ["video/"]))
    #expect(film.truncated == "unspecified" && film.body.isEmpty)
  }

  @Test("A trickle ends at the deadline with what there is, a silence before it", arguments: Means.allCases)
  func deadline(means: Means) async throws {
    let server = try LoopbackServer { head in
      head.contains("/trickle")
        ? .trickle(head: Self.head("Content-Type: text/html\r\n") + [0x61], atMost: 36_000)
        : .silence(head: [], seconds: 3_600)
    }
    // On a busy machine the first byte may take longer than a deadline: the next one is four times as long.
    var trickle: FetchResponse?
    for seconds in [1, 4, 16, 64] where trickle == nil {
      let result = try await fetch(
        by: means, server, "/trickle", deadline: .seconds(seconds), with: fetcher(by: means, stall: Self.ages))
      if case .response(let response) = result { trickle = response } else { #expect(failure(result) == .timedOut) }
    }
    #expect(trickle?.truncated == "time" && trickle?.body.isEmpty == false)
    let silence = try await fetch(
      by: means, server, "/silence", deadline: Self.ages, with: fetcher(by: means, stall: .milliseconds(500)))
    #expect(failure(silence) == .timedOut)
  }

  @Test("A reset, a closed port and a name that does not resolve are told apart", arguments: Means.allCases)
  func failures(means: Means) async throws {
    let server = try LoopbackServer { _ in .reset }
    #expect(failure(try await fetch(by: means, server)) == .connectionReset)
    let url = try #require(WebURL(parsing: "http://127.0.0.1:1/"))
    let closed = await fetcher(by: means).fetch(FetchRequest(url: url, maxBytes: 10, deadline: .seconds(60)))
    #expect(failure(closed) == .connectionRefused)
    let nowhere = try #require(WebURL(parsing: "http://no-such-host.invalid/"))
    let unknown = await fetcher(by: means).fetch(FetchRequest(url: nowhere, maxBytes: 10, deadline: .seconds(60)))
    #expect(failure(unknown) == .nameNotResolved)
  }

  @Test("A body that ends early is told as such", arguments: Means.allCases)
  func shortBody(means: Means) async throws {
    let server = try LoopbackServer { _ in
      .bytes(Self.head("Content-Type: text/html\r\nContent-Length: 100\r\n") + Array("short".utf8))
    }
    let answer = try response(try await fetch(by: means, server))
    #expect(answer.truncated == "disconnect")
    #expect(answer.body == Array("short".utf8))
  }

  @Test("A cancelled request ends at once", arguments: Means.allCases)
  func cancellation(means: Means) async throws {
    let server = try LoopbackServer { _ in .silence(head: [], seconds: 3_600) }
    let url = try #require(WebURL(parsing: "http://127.0.0.1:\(server.port)/"))
    // By itself it would end as timed out, if ever.
    let fetcher = fetcher(by: means, stall: Self.ages)
    let task = Task { await fetcher.fetch(FetchRequest(url: url, maxBytes: 10, deadline: Self.ages)) }
    while server.heads.isEmpty { try await Task.sleep(for: .milliseconds(1)) }
    task.cancel()
    #expect(failure(await task.value) == .cancelled)
  }

  @Test("A head without end is given up, an answer in no HTTP is none", arguments: Means.allCases)
  func noHead(means: Means) async throws {
    let endless = try LoopbackServer { _ in
      .endless(
        head: Array("HTTP/1.1 200 OK\r\n".utf8), piece: Array("X-A: \(String(repeating: "1", count: 4_000))\r\n".utf8),
        atMost: 10_000)
    }
    #expect(failure(try await fetch(by: means, endless)) != nil)
    let other = try LoopbackServer { _ in .bytes(Array("220 mail.example ESMTP\r\n".utf8)) }
    #expect(failure(try await fetch(by: means, other)) != nil)
  }

  @Test("Interim answers are passed over", arguments: Means.allCases)
  func interim(means: Means) async throws {
    let server = try LoopbackServer { _ in
      .bytes(
        Array("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n".utf8)
          + Self.head("X-One: 1\r\n") + Array("ab".utf8))
    }
    let answer = try response(try await fetch(by: means, server))
    #expect(answer.status == 200 && answer.body == Array("ab".utf8) && answer.fields["X-One"] == "1")
  }

  /// Only libcurl: URLSession ends the process (Swift 6.3).
  @Test("Fields after a body in chunks are no fields of the answer")
  func trailers() async throws {
    let server = try LoopbackServer { _ in
      .bytes(
        Self.head("X-One: 1\r\nTransfer-Encoding: chunked\r\n")
          + Array("2\r\nab\r\n0\r\nX-One: 2\r\n\r\n".utf8))
    }
    let answer = try response(try await fetch(by: .libcurl, server))
    #expect(answer.body == Array("ab".utf8))
    #expect(answer.fields.map(\.value).contains("1") && !answer.fields.map(\.value).contains("2"))
  }

  @Test("A bomb is cut at the cap of decoded bytes", arguments: Means.allCases)
  func bomb(means: Means) async throws {
    var packed: [UInt8] = []
    try GzipPacker().pack([[UInt8](repeating: 0, count: 20_000_000)]) { packed += $0 }
    let server = try LoopbackServer { [packed] _ in
      .bytes(Self.head("Content-Encoding: gzip\r\nContent-Type: text/html\r\n") + packed)
    }
    let answer = try response(try await fetch(by: means, server, cap: 100_000))
    #expect(answer.body.count == 100_000 && answer.truncated == "length")
  }
}
