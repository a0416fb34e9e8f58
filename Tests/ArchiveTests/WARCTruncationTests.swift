import Archive
import AuditCore
import Foundation
import Testing

@Suite("An archive cut off anywhere")
struct WARCTruncationTests {
  @Test("Packed: whole records first, then one fault, at every possible length")
  func everyLength() throws {
    let scratch = try ScratchFolder()
    let path = scratch.file("whole.warc.gz")
    let written = try SmallSite.write(pages: 2, to: try WARCWriter(path: path))
    let bytes = try contents(path)
    let ends = written.map(\.location.end)
    for length in 1...bytes.count {
      let cut = try scratch.file("cut.warc.gz", holding: Array(bytes[..<length]))
      let (records, faults) = try readAll(cut)
      let whole = ends.prefix { $0 <= UInt64(length) }.count
      #expect(records.map(\.id) == written.prefix(whole).map(\.id), "length \(length)")
      let isAtEnd = ends.contains(UInt64(length))
      #expect(faults.count == (isAtEnd ? 0 : 1), "length \(length): \(faults)")
      if !isAtEnd, length > 5 { #expect(faults.first?.kind == .cutOff, "length \(length): \(faults)") }
    }
  }

  @Test("Plain: whole records first, then one fault, at every possible length")
  func everyPlainLength() throws {
    let scratch = try ScratchFolder()
    let texts = (0..<4).map { WARCFaultTests.record("block \($0)\n\nmore") }
    let bytes = Array(texts.joined().utf8)
    var ends: [Int] = []
    for text in texts { ends.append((ends.last ?? 0) + text.utf8.count) }
    for length in 1...bytes.count {
      let (records, faults) = try readAll(try scratch.file("cut.warc", holding: Array(bytes[..<length])))
      // The block of a record is whole once only its empty lines are missing.
      #expect(records.count == ends.prefix { $0 - 4 <= length }.count, "length \(length)")
      #expect(faults.count == (ends.contains(length) ? 0 : 1), "length \(length): \(faults)")
    }
  }

  @Test("Cutting back and going on gives the bytes of an undisturbed recording, whatever the instant")
  func cutBack() throws {
    let scratch = try ScratchFolder()
    let path = scratch.file("whole.warc.gz")
    let written = try SmallSite.write(pages: 2, to: try WARCWriter(path: path))
    let whole = try readAll(path).records
    let bytes = try contents(path)
    for length in stride(from: 0, through: bytes.count, by: 7) {
      let cut = try scratch.file("cut.warc.gz", holding: Array(bytes[..<length]))
      let outcome = try WARCTail.cutBack(cut)
      let kept = written.prefix { $0.location.end <= UInt64(length) }
      #expect(outcome.records == kept.count, "length \(length)")
      #expect(outcome.bytes == kept.last?.location.end ?? 0)
      #expect(outcome.bytes + outcome.removed == UInt64(length))
      let writer = try WARCWriter(path: cut)
      for record in whole.dropFirst(kept.count) { try writer.append(record) }
      #expect(try contents(cut) == bytes, "length \(length)")
    }
  }

  @Test("Whole records of an unfinished visit, behind the end that a journal vouches for, are cut off too")
  func journalled() throws {
    let scratch = try ScratchFolder()
    let path = scratch.file("whole.warc.gz")
    let written = try SmallSite.write(pages: 2, to: try WARCWriter(path: path))
    let end = written[3].location.end
    #expect(try WARCTail.cutBack(path, to: .max).removed == 0)
    #expect(try WARCTail.cutBack(path, to: end).records == 4)
    #expect(try contents(path).count == Int(end))
    #expect(try WARCTail.cutBack(path, to: end + 10).bytes == end)
  }

  @Test("An archive damaged in its middle is not cut")
  func damagedMiddle() throws {
    let scratch = try ScratchFolder()
    let path = scratch.file("whole.warc.gz")
    let written = try SmallSite.write(pages: 2, to: try WARCWriter(path: path))
    var bytes = try contents(path)
    bytes[Int(written[2].location.offset) + 30] ^= 1
    let damaged = try scratch.file("damaged.warc.gz", holding: bytes)
    #expect(throws: ArchiveError.self) { try WARCTail.cutBack(damaged) }
    #expect(try contents(damaged) == bytes)
  }

  @Test("A file that is no archive is not touched")
  func noArchive() throws {
    let scratch = try ScratchFolder()
    let path = try scratch.file("letter.txt", holding: Array("Dear mayor".utf8))
    #expect(throws: ArchiveError.self) { try WARCTail.cutBack(path) }
    #expect(try contents(path) == Array("Dear mayor".utf8))
  }
}
