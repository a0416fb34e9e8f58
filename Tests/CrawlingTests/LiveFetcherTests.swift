import AuditCore
import Crawling
import Foundation
import Programs
import TestSupport
import Testing
import WebURL

/// Real sockets on loopback; every test is bounded by its own deadline.
@Suite("Fetching", .serialized, .timeLimit(.minutes(20)))
struct LiveFetcherTests {
  private static let hasCurl = Toolbox.installed.has(.curl)

  /// Longer than any test may take: what ends before was ended by something else.
  private static let ages = Duration.seconds(3_600)

  private func fetcher(stall: Duration = .seconds(60), ports: [String: Int] = [:]) -> LiveFetcher {
    let options = HTTPClientOptions(userAgent: "oitcheck/test", stallLimit: stall, ports: ports)
    let home = IPAddress.v4(0x7F00_0001)
    return LiveFetcher(
      options: options, resolver: SystemResolver(fixed: ["town.example": home]), clock: SystemClock())
  }

  private func fetch(
    _ server: LoopbackServer, _ path: String = "/", cap: Int = 1_000_000, deadline: Duration = .seconds(60),
    unwanted: [String] = [], with fetcher: LiveFetcher? = nil
  ) async throws -> FetchResult {
    let url = try #require(WebURL(parsing: "http://127.0.0.1:\(server.port)\(path)"))
    return await (fetcher ?? self.fetcher()).fetch(
      FetchRequest(url: url, maxBytes: cap, deadline: deadline, unwantedTypes: unwanted))
  }

  private static func head(_ fields: String, status: String = "200 OK") -> [UInt8] {
    Array("HTTP/1.1 \(status)\r\n\(fields)Connection: close\r\n\r\n".utf8)
  }

  private func response(_ result: FetchResult) throws -> FetchResponse {
    guard case .response(let response) = result else {
      Issue.record("no answer: \(result)")
      throw CancellationError()
    }
    return response
  }

  private func failure(_ result: FetchResult) -> FetchFailure? {
    if case .failure(let failure, _, _) = result { failure } else { nil }
  }

  @Test("A page comes with its fields, the request with an honest name")
  func page() async throws {
    let server = try LoopbackServer { _ in
      .bytes(Self.head("Content-Type: text/html\r\nX-One: 1\r\n") + Array("สวัสดี".utf8))
    }
    let answer = try response(try await fetch(server, "/a?b=%E0%B8%81"))
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

  @Test("A named host is reached on the machine and port it is fixed to, under its own name")
  func fixedHost() async throws {
    let server = try LoopbackServer { _ in .bytes(Self.head("") + Array("town".utf8)) }
    let url = try #require(WebURL(parsing: "http://town.example/a"))
    let fetcher = fetcher(ports: ["town.example": server.port])
    let answer = try response(await fetcher.fetch(FetchRequest(url: url, maxBytes: 100, deadline: .seconds(60))))
    #expect(answer.body == Array("town".utf8))
    #expect(server.heads.first?.contains("Host: town.example\r\n") == true)
  }

  @Test("A redirect is an answer, not a way")
  func redirect() async throws {
    let server = try LoopbackServer { _ in .bytes(Self.head("Location: /b\r\n", status: "302 Found")) }
    let answer = try response(try await fetch(server))
    #expect(answer.status == 302)
    #expect(answer.fields["Location"] == "/b")
    #expect(server.heads.count == 1)
  }

  @Test("A body without end is cut at the cap")
  func byteCap() async throws {
    let server = try LoopbackServer { _ in
      .endless(
        head: Self.head("Content-Type: text/html\r\n"), piece: Array(repeating: 0x61, count: 4_096), atMost: 50_000)
    }
    let answer = try response(try await fetch(server, cap: 100_000))
    #expect(answer.body.count == 100_000)
    #expect(answer.truncated == "length")
  }

  @Test("A file that says it is too long, and a type nobody wants, end with their head")
  func uninteresting() async throws {
    let server = try LoopbackServer { head in
      head.contains("/film")
        ? .trickle(head: Self.head("Content-Type: video/mp4\r\n"), atMost: 100)
        : .trickle(head: Self.head("Content-Type: application/pdf\r\nContent-Length: 900000000\r\n"), atMost: 100)
    }
    let file = try response(try await fetch(server, "/file", cap: 1_000))
    #expect(file.truncated == "length" && file.body.isEmpty)
    let film = try response(try await fetch(server, "/film", unwanted: ["video/"]))
    #expect(film.truncated == "unspecified" && film.body.isEmpty)
  }

  @Test("A trickle ends at the deadline with what there is, a silence before it")
  func deadline() async throws {
    let server = try LoopbackServer { head in
      head.contains("/trickle")
        ? .trickle(head: Self.head("Content-Type: text/html\r\n") + [0x61], atMost: 36_000)
        : .silence(head: [], seconds: 3_600)
    }
    // On a busy machine the first byte may take longer than a deadline: the next one is four times as long.
    var trickle: FetchResponse?
    for seconds in [1, 4, 16, 64] where trickle == nil {
      let result = try await fetch(server, "/trickle", deadline: .seconds(seconds), with: fetcher(stall: Self.ages))
      if case .response(let response) = result { trickle = response } else { #expect(failure(result) == .timedOut) }
    }
    #expect(trickle?.truncated == "time" && trickle?.body.isEmpty == false)
    let silence = try await fetch(
      server, "/silence", deadline: Self.ages, with: fetcher(stall: .milliseconds(500)))
    #expect(failure(silence) == .timedOut)
  }

  @Test("A reset, a closed port and a name that does not resolve are told apart")
  func failures() async throws {
    let server = try LoopbackServer { _ in .reset }
    #expect(failure(try await fetch(server)) == .connectionReset)
    let url = try #require(WebURL(parsing: "http://127.0.0.1:1/"))
    let closed = await fetcher().fetch(FetchRequest(url: url, maxBytes: 10, deadline: .seconds(60)))
    #expect(failure(closed) == .connectionRefused)
    let nowhere = try #require(WebURL(parsing: "http://no-such-host.invalid/"))
    let unknown = await fetcher().fetch(FetchRequest(url: nowhere, maxBytes: 10, deadline: .seconds(60)))
    #expect(failure(unknown) == .nameNotResolved)
  }

  @Test("A body that ends early is told as such")
  func shortBody() async throws {
    let server = try LoopbackServer { _ in
      .bytes(Self.head("Content-Type: text/html\r\nContent-Length: 100\r\n") + Array("short".utf8))
    }
    let answer = try response(try await fetch(server))
    #expect(answer.truncated == "disconnect")
    #expect(answer.body == Array("short".utf8))
  }

  @Test("A file name in TIS-620 in a header does not lose the file", .enabled(if: hasCurl, "curl is not installed"))
  func thaiHeader() async throws {
    let name: [UInt8] = [0xBC, 0xD1, 0xA7]
    let server = try LoopbackServer { head in
      head.contains("/moved")
        ? .bytes(Array("HTTP/1.1 302 Found\r\nLocation: /".utf8) + name + Array("\r\nConnection: close\r\n\r\n".utf8))
        : .bytes(
          Array("HTTP/1.1 200 OK\r\nContent-Disposition: attachment; filename=\"".utf8) + name
            + Array(".pdf\"\r\nConnection: close\r\n\r\n%PDF".utf8))
    }
    let fetcher = fetcher()
    // The engine cannot read it. The second attempt, at the crawl's own pace, is the fallback's.
    #expect(failure(try await fetch(server, "/file", with: fetcher)) != nil)
    let file = try response(try await fetch(server, "/file", with: fetcher))
    #expect(server.heads.count == 2)
    #expect(file.body == Array("%PDF".utf8))
    #expect(file.fields["Content-Disposition"] == "attachment; filename=\"ผัง.pdf\"")
    _ = try await fetch(server, "/moved", with: fetcher)
    #expect(try response(try await fetch(server, "/moved", with: fetcher)).fields["Location"] == "/%BC%D1%A7")
  }

  @Test(
    "A host with one unreadable answer after the other is asked through the fallback at once",
    .enabled(if: hasCurl, "curl is not installed"))
  func thaiHost() async throws {
    let server = try LoopbackServer { _ in
      .bytes(
        Array("HTTP/1.1 200 OK\r\nX-Town: ".utf8) + [0xBC, 0xD1, 0xA7] + Array("\r\nConnection: close\r\n\r\na".utf8))
    }
    let fetcher = fetcher()
    for number in 0..<3 { _ = try await fetch(server, "/\(number)", with: fetcher) }
    #expect(try response(try await fetch(server, "/new", with: fetcher)).body == [0x61])
    #expect(server.heads.count == 4)
  }

  @Test("The session cookie of a site is sent back to it")
  func cookies() async throws {
    let server = try LoopbackServer { _ in
      .bytes(Self.head("Set-Cookie: PHPSESSID=abc123; path=/; HttpOnly\r\n") + [0x61])
    }
    let fetcher = fetcher()
    _ = try await fetch(server, with: fetcher)
    _ = try await fetch(server, with: fetcher)
    #expect(server.heads.count == 2)
    #expect(server.heads.first?.contains("Cookie:") == false)
    #expect(server.heads.last?.contains("Cookie: PHPSESSID=abc123\r\n") == true)
  }

  @Test("A cancelled request ends at once")
  func cancellation() async throws {
    let server = try LoopbackServer { _ in .silence(head: [], seconds: 3_600) }
    let url = try #require(WebURL(parsing: "http://127.0.0.1:\(server.port)/"))
    // By itself it would end as timed out, if ever.
    let options = HTTPClientOptions(userAgent: "oitcheck/test", stallLimit: Self.ages)
    let engine = URLSessionFetcher(options: options, resolver: SystemResolver(), clock: SystemClock())
    let fetcher = LiveFetcher(engine: engine, fallback: engine, hasFallback: false)
    let task = Task { await fetcher.fetch(FetchRequest(url: url, maxBytes: 10, deadline: Self.ages)) }
    while server.heads.isEmpty { try await Task.sleep(for: .milliseconds(1)) }
    task.cancel()
    #expect(failure(await task.value) == .cancelled)
  }
}
