import Archive
import AuditCore
import Testing

@Suite("HTTP messages in archives")
struct HTTPMessageTests {
  private func message(_ text: String) -> HTTPMessage? { HTTPMessage(Array(text.utf8)) }

  @Test("Status line, fields and body are told apart")
  func plain() throws {
    let read = try #require(
      message("HTTP/1.1 404 Not Found\r\nContent-Type: Text/HTML; charset=x\r\nA: b\r\n\r\nbody\r\n\r\n"))
    #expect(read.head.status == 404)
    #expect(read.head.mediaType == "text/html")
    #expect(read.head.fields["a"] == "b")
    #expect(String(decoding: read.body, as: UTF8.self) == "body\r\n\r\n")
  }

  @Test("Line feeds alone, folded lines and lines without colon are borne")
  func lenient() throws {
    let read = try #require(message("HTTP/1.0 200\nA: one\n two\nnonsense\nB:three\n\nbody"))
    #expect(read.head.status == 200)
    #expect(read.head.fields == [HTTPField(name: "A", value: "one two"), HTTPField(name: "B", value: "three")])
    #expect(String(decoding: read.body, as: UTF8.self) == "body")
  }

  @Test("Bytes that are not UTF-8 are kept, as Latin-1")
  func tis620() throws {
    let block = Array("HTTP/1.1 200 OK\r\nContent-Disposition: x".utf8) + [0xa1, 0xd2] + Array("\r\n\r\n".utf8)
    let read = try #require(HTTPMessage(block))
    #expect(read.head.fields["Content-Disposition"] == "x\u{a1}\u{d2}")
  }

  @Test("A head without an empty line has no body")
  func headOnly() throws {
    let read = try #require(message("HTTP/1.1 304 Not Modified\r\nETag: \"a\""))
    #expect(read.head.fields["etag"] == "\"a\"")
    #expect(read.body.isEmpty)
  }

  @Test("What is no message is none", arguments: ["", "\r\n\r\n", "<html>", "\u{0}\u{1}"])
  func none(_ text: String) { #expect(message(text) == nil) }

  @Test(
    "A status that is no number is none", arguments: ["HTTP/1.1", "HTTP/1.1 abc", "HTTP/1.1 99999", "GET / HTTP/1.1"])
  func noStatus(_ line: String) throws { #expect(try #require(message(line)).head.status == nil) }

  @Test("A request names its method")
  func request() throws { #expect(try #require(message("GET /a HTTP/1.1\r\nHost: x\r\n\r\n")).head.method == "GET") }

  @Test("A flood of fields is refused")
  func flood() { #expect(message("HTTP/1.1 200 OK\n" + String(repeating: "a: b\n", count: 5_000)) == nil) }
}

@Suite("Bodies in archives")
struct BodyDecodingTests {
  private func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
    let packer = try GzipPacker()
    return packer.member([bytes])
  }

  private func decoded(_ fields: String, _ body: [UInt8], _ limits: BodyLimits = BodyLimits()) throws -> DecodedBody {
    try #require(HTTPMessage(Array("HTTP/1.1 200 OK\r\n\(fields)\r\n\r\n".utf8) + body)).decodedBody(limits)
  }

  private let page = Array("<p>แผนพัฒนาท้องถิ่น</p>".utf8)

  @Test("gzip and chunks are undone in their order")
  func gzipInChunks() throws {
    let packed = try gzip(page)
    let size = String(packed.count, radix: 16)
    let chunked = Array("\(size);ext=1\r\n".utf8) + packed + Array("\r\n0\r\n\r\n".utf8)
    let body = try decoded("Content-Encoding: gzip\r\nTransfer-Encoding: Chunked", chunked)
    #expect(body == DecodedBody(bytes: page, fault: nil))
  }

  @Test("deflate is undone as the standard has it and as some servers have it")
  func deflate() throws {
    let packed = try gzip(page)
    let raw = Array(packed[10..<(packed.count - 8)])
    #expect(try decoded("Content-Encoding: deflate", raw) == DecodedBody(bytes: page, fault: nil))
    var sum: (UInt32, UInt32) = (1, 0)
    for byte in page {
      sum.0 = (sum.0 + UInt32(byte)) % 65_521
      sum.1 = (sum.1 + sum.0) % 65_521
    }
    let check = [UInt8(sum.1 >> 8), UInt8(sum.1 & 255), UInt8(sum.0 >> 8), UInt8(sum.0 & 255)]
    #expect(
      try decoded("Content-Encoding: deflate", [0x78, 0xda] + raw + check) == DecodedBody(bytes: page, fault: nil))
  }

  @Test("Twice packed is twice unpacked")
  func twice() throws {
    #expect(try decoded("Content-Encoding: gzip, gzip", try gzip(try gzip(page))).bytes == page)
  }

  @Test("A body of several gzip members is unpacked to its end")
  func members() throws {
    #expect(try decoded("Content-Encoding: gzip", try gzip(page) + gzip(page)).bytes == page + page)
  }

  @Test("A body that says gzip and is not is handed out as it stands")
  func notPacked() throws {
    #expect(try decoded("Content-Encoding: gzip", page) == DecodedBody(bytes: page, fault: nil))
  }

  @Test("A packed body that ends early gives what there is, and says so")
  func early() throws {
    let body = try decoded("Content-Encoding: gzip", try gzip(page).dropLast(9))
    guard case .damaged = body.fault else {
      Issue.record("no fault")
      return
    }
    #expect(page.starts(with: body.bytes))
  }

  @Test("A bomb is refused as a value, and nothing of it is handed out")
  func bomb() throws {
    let zeros = try gzip([UInt8](repeating: 0, count: 20 << 20))
    let body = try decoded("Content-Encoding: gzip", zeros)
    guard case .bomb(let ratio) = body.fault else {
      Issue.record("no bomb: \(String(describing: body.fault))")
      return
    }
    #expect(ratio > 200)
    #expect(body.bytes.isEmpty)
  }

  @Test("The limits on received and on decoded bytes cut the body, and say so")
  func limits() throws {
    var limits = BodyLimits()
    limits.decodedBytes = 10
    #expect(
      try decoded("Content-Encoding: gzip", try gzip(page), limits)
        == DecodedBody(bytes: Array(page[..<10]), fault: .tooLong(limit: 10)))
    #expect(try decoded("A: b", page, limits).fault == .tooLong(limit: 10))
    limits = BodyLimits(receivedBytes: 5)
    #expect(try decoded("A: b", page, limits) == DecodedBody(bytes: Array(page[..<5]), fault: .tooLong(limit: 5)))
  }

  @Test("A coding that is not known leaves the body as it stands, and says so")
  func brotli() throws {
    #expect(try decoded("Content-Encoding: br", [1, 2]) == DecodedBody(bytes: [1, 2], fault: .unknownCoding("br")))
  }

  @Test(
    "Wrong chunks are borne",
    arguments: [
      ("4\r\nWiki\r\n0\r\n\r\n", "Wiki", true), ("4\nWiki\n0\n\n", "Wiki", true), ("4\r\nWiki0\r\n\r\n", "Wiki", true),
      ("not chunked", "not chunked", false), ("4\r\nWiki\r\nzz\r\nrest", "Wikizz\r\nrest", false),
      ("9\r\nWiki", "Wiki", false), ("4\r\nWiki\r\n", "Wiki", false), ("", "", false),
      ("ffffffffffffff\r\nWiki", "ffffffffffffff\r\nWiki", false), (" \r\nWiki", " \r\nWiki", false),
    ])
  func chunks(_ text: String, _ expected: String, _ isWhole: Bool) {
    let result = ChunkedBody.decode(Array(text.utf8)[...], limit: 1_000)
    #expect(String(decoding: result.bytes, as: UTF8.self) == expected)
    #expect(result.isWhole == isWhole)
  }
}

@Suite("Digests")
struct DigestTests {
  @Test("The same digest in all the spellings of the field is one digest")
  func spellings() throws {
    let digest = WARCDigest(.sha1, of: Array("".utf8))
    #expect(digest.base32 == "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ")
    for text in [
      "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ", "SHA1:3i42h3s6nnfq2msvx7xzkyayscx5qbyj",
      "sha-1:da39a3ee5e6b4b0d3255bfef95601890afd80709", "sha1:2jmj7l5rSw0yVb/vlWAYkK/YBwk=",
      "sha1:2jmj7l5rSw0yVb_vlWAYkK_YBwk",
    ] {
      #expect(WARCDigest(labelled: text) == digest, "\(text)")
    }
  }

  @Test("SHA-256 is written in base32 for archives and in hex for reports")
  func sha256() {
    let digest = WARCDigest(of: Array("abc".utf8))
    #expect(digest.evidence.description == "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(digest.base32 == "sha256:XJ4BNP4PAHH6UQKBIDPF3LRCEOYAGYNDSYLXVHFUCD7WD4QACWWQ====")
    #expect(WARCDigest(labelled: digest.base32) == digest)
  }

  @Test(
    "What is no digest is none",
    arguments: ["", "sha1", "sha1:", "sha1:abc", "crc32:abcdef", "sha256:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ"])
  func none(_ text: String) { #expect(WARCDigest(labelled: text) == nil) }
}
