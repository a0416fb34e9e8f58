import Archive
import AuditCore
import Foundation
import Testing

@Suite("Faults of an archive")
struct WARCFaultTests {
  /// A record in plain text; `length` overrides the true one.
  static func record(_ block: String, length: String? = nil, type: String = "resource", end: String = "\r\n\r\n")
    -> String
  {
    "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Record-ID: <urn:x>\r\nWARC-Date: 2023-06-15T00:00:00Z\r\n"
      + "WARC-Target-URI: http://a.example/\r\nContent-Length: \(length ?? "\(block.utf8.count)")\r\n\r\n\(block)\(end)"
  }

  static let bad: [(name: String, text: String, blocks: [String], kinds: [WARCFault.Kind])] = [
    ("sound", record("one") + record("two"), ["one", "two"], []),
    ("empty", "", [], [.notWARC]),
    ("a web page", "<html>\nhello</html>", [], [.notWARC]),
    ("something before", "junk\n" + record("one"), ["one"], [.notWARC]),
    ("an ARC file", "filedesc://x.arc 0.0.0.0 20140301000000 text/plain 70\n", [], [.notWARC]),
    ("zstd", "\u{28}\u{35}", [], [.notWARC]),
    ("extra empty lines", record("one") + "\r\n\r\n\n" + record("two"), ["one", "two"], []),
    ("line feeds only", record("one").replacingOccurrences(of: "\r\n", with: "\n"), ["one"], []),
    ("no empty lines between", record("one", end: "") + record("two"), ["one", "two"], [.noTerminator]),
    ("one empty line between", record("one", end: "\r\n") + record("two"), ["one", "two"], [.noTerminator]),
    ("no empty lines at the end", record("one", end: ""), ["one"], [.noTerminator]),
    ("length too short", record("onetwo", length: "3") + record("two"), ["one", "two"], [.contentLength]),
    ("length too long", record("one", length: "30") + record("two"), ["one", "two"], [.contentLength]),
    ("length beyond the file", record("one", length: "99999") + record("two"), ["one", "two"], [.contentLength]),
    ("length beyond the file, last", record("one") + record("two", length: "99999"), ["one"], [.cutOff]),
    (
      "length of a petabyte", record("one", length: "1000000000000000") + record("two"), ["one", "two"],
      [.contentLength]
    ),
    (
      "length too big for a number", record("one", length: "99999999999999999999") + record("two"), ["two"],
      [.contentLength]
    ),
    ("length negative", record("one", length: "-3") + record("two"), ["two"], [.contentLength]),
    ("length in words", record("one", length: "three") + record("two"), ["two"], [.contentLength]),
    ("length empty", record("one", length: "") + record("two"), ["two"], [.contentLength]),
    ("two lengths", record("one", length: "3\r\nContent-Length: 4") + record("two"), ["two"], [.contentLength]),
    ("the same length twice", record("one", length: "3\r\nContent-Length: 3") + record("two"), ["one", "two"], []),
    ("stray bytes between", record("one") + "stray\r\n" + record("two"), ["one", "two"], [.strayBytes]),
    ("stray bytes at the end", record("one") + "stray", ["one"], [.strayBytes]),
    ("unknown version", record("one").replacingOccurrences(of: "WARC/1.0", with: "WARC/7.3"), ["one"], [.badHeader]),
    (
      "a line without colon", record("one").replacingOccurrences(of: "\r\nWARC-Date", with: "\r\nhello\r\nWARC-Date"),
      ["one"], [.badHeader]
    ),
    ("no id", record("one").replacingOccurrences(of: "WARC-Record-ID", with: "X-ID"), ["one"], [.badHeader]),
    (
      "a space in the address", record("one").replacingOccurrences(of: "example/", with: "example/a b"), ["one"],
      [.address]
    ),
    ("header cut", String(record("one").prefix(40)), [], [.cutOff]),
    ("first line cut", record("one") + "WAR", ["one"], [.cutOff]),
    ("an archive in an archive", record(record("in")) + record("two"), [record("in"), "two"], []),
  ]

  @Test("Plain files", arguments: bad.indices)
  func plain(_ index: Int) throws {
    let one = Self.bad[index]
    let scratch = try ScratchFolder()
    var bytes = Array(one.text.utf8)
    if one.name == "zstd" { bytes = [0x28, 0xb5, 0x2f, 0xfd, 0, 0, 0, 0] }
    let (records, faults) = try readAll(try scratch.file("a.warc", holding: bytes))
    #expect(records.map { String(decoding: $0.block, as: UTF8.self) } == one.blocks, "\(one.name)")
    #expect(faults.map(\.kind) == one.kinds, "\(one.name): \(faults)")
  }

  @Test("The same records packed as one gzip member are read too, and the lack of offsets is said")
  func oneMember() throws {
    let scratch = try ScratchFolder()
    let packer = try GzipPacker()
    let text = Self.record("one") + Self.record("two") + Self.record("three")
    let (records, faults) = try readAll(try scratch.file("a.warc.gz", holding: packer.member([Array(text.utf8)])))
    #expect(records.map { String(decoding: $0.block, as: UTF8.self) } == ["one", "two", "three"])
    #expect(records.allSatisfy { $0.location == nil })
    #expect(faults.map(\.kind) == [.members])
  }

  @Test("A wrong length in a gzip file stays inside its member")
  func lengthInMember() throws {
    let scratch = try ScratchFolder()
    let packer = try GzipPacker()
    let texts = [
      Self.record("one", length: "500"), Self.record("two"), Self.record("threefour", length: "5"), Self.record("five"),
    ]
    let bytes = texts.flatMap { packer.member([Array($0.utf8)]) }
    let (records, faults) = try readAll(try scratch.file("a.warc.gz", holding: bytes))
    #expect(records.map { String(decoding: $0.block, as: UTF8.self) } == ["one\r\n\r\n", "two", "three", "five"])
    #expect(records.map(\.isCut) == [true, false, false, false])
    #expect(faults.map(\.kind) == [.contentLength, .contentLength])
  }

  @Test("A damaged member is named and the ones behind it are read")
  func damagedMember() throws {
    let scratch = try ScratchFolder()
    let path = scratch.file("a.warc.gz")
    let written = try SmallSite.write(pages: 3, to: try WARCWriter(path: path))
    var bytes = try contents(path)
    let place = written[4].location
    bytes[Int(place.offset) + 40] ^= 0x10
    let (records, faults) = try readAll(try scratch.file("b.warc.gz", holding: bytes))
    #expect(records.count == written.count - 1)
    #expect(faults.map(\.kind) == [.damagedGzip])
    #expect(faults.first?.offset == place.offset)
  }

  @Test("A folder, a pipe and a file that is not there are our own errors, each with its path and cause")
  func notFiles() throws {
    let scratch = try ScratchFolder()
    #expect(mkfifo(scratch.file("pipe"), 0o600) == 0)
    for path in [scratch.path, scratch.file("pipe"), scratch.file("none.warc.gz")] {
      let error = #expect(throws: ArchiveError.self) { try WARCReader(path: path) }
      #expect(error?.path == path)
      #expect(error?.cause.isEmpty == false)
    }
  }

  @Test("A longer block than the limit is kept in part, and said")
  func blockLimit() throws {
    let scratch = try ScratchFolder()
    var limits = WARCLimits()
    limits.blockBytes = 2
    let path = try scratch.file("a.warc", holding: Array((Self.record("one") + Self.record("to")).utf8))
    let (records, faults) = try readAll(path, limits: limits)
    #expect(records.map(\.block) == [Array("on".utf8), Array("to".utf8)])
    #expect(records.map(\.isCut) == [true, false])
    #expect(faults.map(\.kind) == [.tooLarge])
  }

  @Test("A header without end is passed over")
  func headerLimit() throws {
    let scratch = try ScratchFolder()
    var limits = WARCLimits()
    limits.headerBytes = 1_000
    let text = "WARC/1.0\r\nX: " + String(repeating: "x", count: 200_000) + "\r\n\r\n" + Self.record("two")
    let (records, faults) = try readAll(try scratch.file("a.warc", holding: Array(text.utf8)), limits: limits)
    #expect(records.count == 1)
    #expect(faults.map(\.kind) == [.tooLarge])
  }

  @Test("Records that all claim the rest of the file cost no more than reading it")
  func lyingLengths() throws {
    let scratch = try ScratchFolder()
    let one = Self.record("one", length: "100000")
    let text = String(repeating: one, count: 2_000)
    let (records, faults) = try readAll(try scratch.file("a.warc", holding: Array(text.utf8)))
    #expect(records.count == 1_999)
    #expect(faults.count == 1_000)
  }

  @Test("Random damage never crashes the reader and never passes in silence")
  func randomDamage() throws {
    let scratch = try ScratchFolder()
    let path = scratch.file("a.warc.gz")
    let written = try SmallSite.write(pages: 2, to: try WARCWriter(path: path))
    let packed = try contents(path)
    let sound = try readAll(path).records
    var numbers = SeededNumbers(state: 2_566)
    for round in 0..<400 {
      var bytes = packed
      for _ in 0...(round % 3) {
        bytes[Int.random(in: 0..<bytes.count, using: &numbers)] = .random(in: 0...255, using: &numbers)
      }
      let (records, faults) = try readAll(try scratch.file("b.warc.gz", holding: bytes))
      #expect(records.count <= written.count)
      let isSame = records.map(\.block) == sound.map(\.block) && records.map(\.headers) == sound.map(\.headers)
      #expect(isSame || !faults.isEmpty, "round \(round)")
    }
  }

  @Test("Random damage to a plain file never crashes the reader")
  func randomPlainDamage() throws {
    let scratch = try ScratchFolder()
    let plain = Array((0..<5).map { Self.record("block \($0)\nWARC \($0)") }.joined().utf8)
    var numbers = SeededNumbers(state: 43)
    for round in 0..<1_000 {
      var bytes = plain
      for _ in 0...(round % 5) {
        bytes[Int.random(in: 0..<bytes.count, using: &numbers)] = .random(in: 0...255, using: &numbers)
      }
      let records = try readAll(try scratch.file("b.warc", holding: bytes)).records
      #expect(records.count <= 6)
    }
  }

  @Test("A body is named by the digest of its bytes, whatever its record says", arguments: [false, true])
  func payloadDigest(isRight: Bool) throws {
    let folder = try ScratchFolder()
    let body = "<p>เทศบาล</p>"
    let own = WARCDigest(of: Array(body.utf8))
    let stated = isRight ? own : WARCDigest(of: [1])
    let message = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
    let text = Self.record(message, type: "response").replacingOccurrences(
      of: "WARC-Target-URI",
      with: "Content-Type: application/http\r\nWARC-Payload-Digest: \(stated.base32)\r\nWARC-Target-URI")
    let (records, faults) = try readAll(try folder.file("a.warc", holding: Array(text.utf8)))
    #expect(records.first?.response()?.digest == own.evidence)
    #expect(faults.map(\.kind) == (isRight ? [] : [.digest]))
  }
}
