import Foundation
import TestSupport
import Testing

/// An answer that ends the process costs the recording nothing but a second start.
@Suite("An answer that URLSession does not survive")
struct EngineFaultTests {
  @Test("A recording that broke off is gone on with to its end", .timeLimit(.minutes(2)))
  func trailers() throws {
    let folder = try TemporaryFolder()
    let site = try LoopbackServer { head in
      func answer(_ fields: String, _ body: String) -> LoopbackServer.Reply {
        .bytes(Array("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\(fields)\r\n\r\n\(body)".utf8))
      }
      if head.hasPrefix("GET /trailer ") {
        // RFC 9112 §7.1.2: a field after the last chunk. Swift 6.3 dies of it.
        return answer("Transfer-Encoding: chunked", "a\r\n<h1>b</h1>\r\n0\r\nX-After: 1\r\n\r\n")
      }
      let page = head.hasPrefix("GET / ") ? "<h1>เทศบาล</h1><a href=\"/trailer\">ประกาศ</a>" : ""
      guard !page.isEmpty else { return .bytes(Array("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".utf8)) }
      return answer("Content-Length: \(page.utf8.count)", page)
    }
    let words = ["record", "http://127.0.0.1:\(site.port)/", folder.path("snapshot"), "--delay", "0", "--quiet"]
    var run = try ProgramRun(words, environment: ["SWIFT_BACKTRACE": "enable=no"])
    if run.code != 0 { run = try ProgramRun(words + ["--resume"]) }
    #expect(run.code == 0, "\(run.errors)")
    let index = try String(contentsOfFile: folder.path("snapshot/index.jsonl"), encoding: .utf8)
    #expect(index.contains("/trailer"))
    #expect(FileManager.default.fileExists(atPath: folder.path("snapshot/manifest.json")))
  }
}
