import AuditCore
import Crawling
import Foundation
import TestSupport
import Testing
import WebURL

/// Real sockets on loopback; every test is bounded by its own deadline.
@Suite("Fetching with all means", .serialized, .timeLimit(.minutes(20)))
struct LiveFetcherTests: RealAnswers {
  private func fetcher() -> LiveFetcher {
    LiveFetcher(
      options: HTTPClientOptions(userAgent: "oitcheck/test"), resolver: SystemResolver(), clock: SystemClock())
  }

  private func fetch(
    _ server: LoopbackServer, _ path: String = "/", with fetcher: LiveFetcher
  ) async throws -> FetchResult {
    let url = try #require(WebURL(parsing: "http://127.0.0.1:\(server.port)\(path)"))
    return await fetcher.fetch(FetchRequest(url: url, maxBytes: 1_000_000, deadline: .seconds(60)))
  }

  @Test("A file name in TIS-620 in a header does not lose the file")
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
    "A host with one unreadable answer after the other is asked through the fallback at once")
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
}
