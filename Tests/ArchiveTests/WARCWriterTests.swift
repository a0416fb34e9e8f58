import Archive
import AuditCore
import Foundation
import Testing

@Suite("Writing an archive")
struct WARCWriterTests {
  @Test("What is written reads back record by record, without a fault")
  func roundTrip() throws {
    let scratch = try ScratchFolder()
    let path = scratch.file("site.warc.gz")
    let written = try SmallSite.write(pages: 3, to: try WARCWriter(path: path))
    let (records, faults) = try readAll(path)
    #expect(faults.isEmpty)
    #expect(records.map(\.location) == written.map(\.location))
    #expect(records.map(\.id) == written.map(\.id))
    #expect(records.map(\.type) == [.warcinfo] + Array(repeating: [.response, .request, .metadata], count: 3).joined())
    let response = try #require(records[1].response())
    #expect(response.target == "https://ban-mai.example/page/0")
    #expect(response.date == SmallSite.start)
    #expect(response.status == 200)
    #expect(response.body == SmallSite.page(0))
    #expect(response.digest == WARCDigest(of: SmallSite.page(0)).evidence)
    #expect(response.truncated == nil)
    #expect(records[2].concurrentTo == [written[1].id])
  }

  @Test("Coding and length fields of the stored message fit the stored body; the received ones stand in metadata")
  func storedHead() throws {
    let scratch = try ScratchFolder()
    let path = scratch.file("site.warc.gz")
    try SmallSite.write(pages: 1, to: try WARCWriter(path: path))
    let records = try readAll(path).records
    let stored = try #require(HTTPMessage(records[1].block)).head
    #expect(stored.fields["content-encoding"] == nil)
    #expect(stored.fields["transfer-encoding"] == nil)
    #expect(stored.fields["content-length"] == "\(SmallSite.page(0).count)")
    #expect(stored.fields["x-powered-by"] == "PHP/5.6")
    let received = WARCFields.read(records[3].block)
    #expect(received.filter { $0.name == "received-field" }.map(\.value).contains("Content-Encoding: gzip"))
    #expect(received["received-status"] == "HTTP/1.1 200 OK")
  }

  @Test("Every record is one gzip member of its own")
  func members() throws {
    let scratch = try ScratchFolder()
    let path = scratch.file("site.warc.gz")
    let written = try SmallSite.write(pages: 2, to: try WARCWriter(path: path))
    let bytes = try contents(path)
    for place in written.map(\.location) {
      var inflater = try Inflater(.gzip)
      var output: [UInt8] = []
      let member = Array(bytes[Int(place.offset)..<Int(place.end)])
      let (used, outcome) = inflater.step(member, from: 0, into: &output, limit: 1 << 20)
      #expect(outcome == .end)
      #expect(used == member.count)
      #expect(Array(member[4..<8]) == [0, 0, 0, 0], "no time of writing")
    }
    #expect(written.last?.location.end == UInt64(bytes.count))
  }

  @Test("A record is one member whatever its size", arguments: [0, 1, 1 << 20, (1 << 20) + 1, 3 << 20])
  func sizes(size: Int) throws {
    let block = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7) }
    var member: [UInt8] = []
    try GzipPacker().pack([Array(block.prefix(7)), Array(block.dropFirst(7)), []]) { member += $0 }
    var inflater = try Inflater(.gzip)
    var (output, used): ([UInt8], Int) = ([], 0)
    var outcome = Inflater.Outcome.more
    while outcome == .more {
      let step = inflater.step(member, from: used, into: &output, limit: 1 << 16)
      (used, outcome) = (used + step.used, step.outcome)
    }
    #expect(outcome == .end && used == member.count)
    #expect(output == block)
  }

  @Test("The same recording gives the same bytes, in one go or continued")
  func deterministic() throws {
    let scratch = try ScratchFolder()
    let paths = [scratch.file("a.warc.gz"), scratch.file("b.warc.gz")]
    for path in paths { try SmallSite.write(pages: 2, to: try WARCWriter(path: path)) }
    #expect(try contents(paths[0]) == contents(paths[1]))
  }

  @Test("The same record twice gets two ids")
  func distinctIDs() throws {
    let scratch = try ScratchFolder()
    let writer = try WARCWriter(path: scratch.file("a.warc.gz"))
    let record = WARCRecord.response(for: "http://a.example/", at: SmallSite.start, head: SmallSite.head(), body: [1])
    #expect(try writer.append(record).id != writer.append(record).id)
  }

  @Test("Any one record is read by its place alone")
  func randomAccess() throws {
    let scratch = try ScratchFolder()
    let path = scratch.file("site.warc.gz")
    let written = try SmallSite.write(pages: 3, to: try WARCWriter(path: path))
    for one in written.reversed() {
      #expect(try WARCReader.record(at: one.location, in: path).id == one.id)
    }
    #expect(throws: ArchiveError.self) {
      try WARCReader.record(at: WARCLocation(offset: 3, length: 40), in: path)
    }
  }

  @Test("A revisit names the answer it stands for and holds no coding that the earlier body has not")
  func revisit() throws {
    let scratch = try ScratchFolder()
    let path = scratch.file("a.warc.gz")
    let payload = WARCDigest(of: SmallSite.page(1))
    try WARCWriter(path: path).append(
      .revisit(
        for: "http://a.example/", at: SmallSite.start, head: SmallSite.head(), profile: .serverNotModified,
        payload: payload, originalTarget: "http://a.example/", originalDate: SmallSite.start))
    let (records, faults) = try readAll(path)
    #expect(faults.isEmpty)
    let answer = try #require(records.first?.response())
    #expect(answer.revisit?.target == "http://a.example/")
    #expect(answer.revisit?.date == SmallSite.start)
    #expect(answer.digest == payload.evidence)
    #expect(answer.fields["Content-Encoding"] == nil)
  }

  @Test("A conversion leads to the record it was made of, and long bodies come back whole")
  func conversion() throws {
    let scratch = try ScratchFolder()
    let path = scratch.file("a.warc.gz")
    let writer = try WARCWriter(path: path)
    var numbers = SeededNumbers(state: 7)
    let body = (0..<300_000).map { _ in UInt8.random(in: 0...255, using: &numbers) }
    let original = try writer.append(
      .response(for: "http://a.example/a.pdf", at: SmallSite.start, head: SmallSite.head("application/pdf"), body: body)
    )
    try writer.append(
      .conversion(
        for: "http://a.example/a.pdf", at: SmallSite.start, contentType: "text/plain", body: Array("แผน".utf8),
        of: original.id))
    let (records, faults) = try readAll(path)
    #expect(faults.isEmpty)
    #expect(records[0].response()?.body == body)
    #expect(records[1].type == .conversion)
    #expect(records[1].refersTo == original.id)
    #expect(records[1].block == Array("แผน".utf8))
  }

  @Test("No value can add a header line of its own")
  func headerInjection() throws {
    let scratch = try ScratchFolder()
    let path = scratch.file("a.warc.gz")
    let head = HTTPHead(status: 200, fields: [HTTPField(name: "X: y\r\nSet-Cookie", value: "a\r\n\r\nb")])
    try WARCWriter(path: path).append(
      .response(for: "http://a.example/\r\nWARC-Type: request", at: SmallSite.start, head: head, body: [65]))
    let (records, faults) = try readAll(path)
    #expect(records.count == 1)
    #expect(records[0].type == .response)
    #expect(records[0].headers.filter { $0.name == "WARC-Type" }.count == 1)
    let message = try #require(HTTPMessage(records[0].block))
    #expect(Array(message.body) == [65])
    #expect(message.head.fields.count == 2)
    #expect(faults.map(\.kind) == [.address])
  }

  @Test("The archive is readable by its owner only")
  func permissions() throws {
    let scratch = try ScratchFolder()
    let path = scratch.file("a.warc.gz")
    try SmallSite.write(pages: 1, to: try WARCWriter(path: path))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test("A second writer on the same file is refused")
  func locked() throws {
    let scratch = try ScratchFolder()
    let path = scratch.file("a.warc.gz")
    let first = try WARCWriter(path: path)
    #expect(throws: ArchiveError.self) { try WARCWriter(path: path) }
    try first.append(
      SnapshotFolder.opening(siteURL: "http://a.example/", software: "", userAgent: "", at: SmallSite.start))
  }
}

/// A disk that takes a number of bytes and then is full; optionally it cannot even shorten the file.
final class SmallDisk: WARCSink {
  let path = "/small/site.warc.gz"
  var room: Int
  let shortens: Bool
  var bytes: [UInt8] = []

  init(room: Int, shortens: Bool = true) {
    self.room = room
    self.shortens = shortens
  }

  func size() throws(ArchiveError) -> UInt64 { UInt64(bytes.count) }

  func write(_ new: [UInt8], at offset: UInt64) throws(ArchiveError) {
    bytes.removeLast(bytes.count - Int(offset))
    bytes += new.prefix(max(0, room - bytes.count))
    if Int(offset) + new.count > room { throw ArchiveError.system("cannot write the file", path: path, code: ENOSPC) }
  }

  func truncate(to size: UInt64) throws(ArchiveError) {
    guard shortens else { throw ArchiveError.system("cannot shorten the file", path: path, code: EIO) }
    bytes.removeLast(bytes.count - Int(size))
  }

  func sync() throws(ArchiveError) {}
}

@Suite("A full disk")
struct FullDiskTests {
  @Test(
    "The error names file and cause, and the file ends with its last whole record", arguments: [100, 700, 1_500, 2_222])
  func full(room: Int) throws {
    let disk = SmallDisk(room: room)
    let writer = try WARCWriter(sink: disk)
    let error = #expect(throws: ArchiveError.self) { try SmallSite.write(pages: 50, to: writer) }
    #expect(error?.path == disk.path)
    #expect(error?.code == ENOSPC)
    #expect(error?.description.contains("No space left") == true)
    let scratch = try ScratchFolder()
    let path = try scratch.file("copy.warc.gz", holding: disk.bytes)
    let (records, faults) = try readAll(path)
    #expect(faults.filter { $0.sentence != "the file is empty" }.isEmpty)
    #expect(records.last?.location?.end ?? 0 == writer.offset)
    #expect(UInt64(disk.bytes.count) == writer.offset)
  }

  @Test("Recording goes on once there is room again")
  func roomAgain() throws {
    let disk = SmallDisk(room: 1_000)
    let writer = try WARCWriter(sink: disk)
    #expect(throws: ArchiveError.self) { try SmallSite.write(pages: 50, to: writer) }
    disk.room = .max
    try SmallSite.write(pages: 1, to: writer)
    let scratch = try ScratchFolder()
    #expect(try readAll(try scratch.file("copy.warc.gz", holding: disk.bytes)).faults.isEmpty)
  }

  @Test("Where the file cannot be cut back, nothing is written behind the torn record")
  func cannotCutBack() throws {
    let disk = SmallDisk(room: 1_000, shortens: false)
    let writer = try WARCWriter(sink: disk)
    #expect(throws: ArchiveError.self) { try SmallSite.write(pages: 50, to: writer) }
    disk.room = .max
    let before = disk.bytes.count
    let error = #expect(throws: ArchiveError.self) { try SmallSite.write(pages: 1, to: writer) }
    #expect(error?.message.contains("neither written nor cut back") == true)
    #expect(disk.bytes.count == before)
  }
}
