import Archive
import AuditCore
import WebURL

/// A finished snapshot whose records are read one at a time, by address.
struct SnapshotArchive: Sendable {
  let folder: SnapshotFolder
  /// SHA-256 of the archive file, by which other snapshots name this one.
  let digest: ContentDigest
  let manifest: SnapshotManifest
  private let index: SnapshotIndex

  /// Opens a snapshot and makes sure that its archive is the one its manifest names.
  init(opening folder: SnapshotFolder) throws {
    manifest = try Self.soundManifest(of: folder)
    self.folder = folder
    digest = manifest.archive.digest
    index = try folder.index()
  }

  /// The manifest of a snapshot whose archive is the one that it names.
  static func soundManifest(of folder: SnapshotFolder) throws -> SnapshotManifest {
    let manifest = try folder.manifest()
    let file = try folder.archiveFile()
    guard file.digest == manifest.archive.digest else {
      throw PipelineError(
        "snapshot ชำรุด: ไฟล์บันทึกไม่ตรงกับ manifest",
        "the snapshot is damaged: the archive is not the one the manifest names",
        path: folder.archivePath,
        cause: file.bytes < manifest.archive.bytes
          ? "\(file.bytes) of \(manifest.archive.bytes) bytes are there; record the site again, or get a whole copy"
          : "its digest is another; record the site again, or get a whole copy")
    }
    return manifest
  }

  /// The newest answer recorded for an address.
  func lastAnswer(at target: String) throws(ArchiveError) -> ArchivedResponse? {
    let answers = index[target].filter { $0.type == "response" || $0.type == "revisit" }
    return try answers.last.flatMap(read)
  }

  /// Records about addresses from which no answer came, or which were not asked.
  var unanswered: [IndexEntry] {
    index.entries.filter { entry in
      entry.type == "metadata" && !index[entry.url ?? ""].contains { $0.type == "response" || $0.type == "revisit" }
    }
  }

  /// What such a record says became of its address.
  func outcome(of entry: IndexEntry) throws(ArchiveError) -> Visit.Outcome? {
    VisitFields.outcome(in: WARCFields.read(try record(entry).block))
  }

  /// The delivery that a `revisit` record of another snapshot refers to; nil where this one does not hold it.
  func delivery(revisitedBy response: ArchivedResponse) throws(ArchiveError) -> Delivery? {
    guard let revisit = response.revisit else { return nil }
    let held = index[revisit.target ?? response.target].first { entry in
      entry.type == "response" && (revisit.date == nil || entry.date == revisit.date)
        && (revisit.digest == nil || entry.digest == revisit.digest)
    }
    guard let entry = held, let answer = try read(entry), answer.digest == entry.digest else { return nil }
    let isNotModified = response.status == 304
    return Delivery(
      status: isNotModified ? answer.status : response.status,
      fields: isNotModified ? Self.fields(answer.fields, updatedBy: response.fields) : response.fields,
      body: answer.body, digest: answer.digest, conversions: try conversions(of: answer),
      earlier: record(of: answer, seen: isNotModified ? .notModified : .sameBytes))
  }

  /// How a later snapshot refers to an answer of this one.
  func record(of answer: ArchivedResponse, seen sign: EarlierRecord.Sign) -> EarlierRecord {
    EarlierRecord(
      archive: digest, target: answer.target, date: answer.date ?? Timestamp(secondsSinceEpoch: 0),
      recordID: answer.recordID, sign: sign, holdsConversions: true)
  }

  /// What converters made of an answer, as recorded beside it.
  func conversions(of answer: ArchivedResponse) throws(ArchiveError) -> [Conversion] {
    var conversions: [Conversion] = []
    let entries = index[answer.target].filter { $0.type == "conversion" }.sorted { $0.offset < $1.offset }
    for entry in entries {
      let record = try record(entry)
      guard record.refersTo == answer.recordID, let conversion = ConversionRecord.read(record) else { continue }
      conversions.append(conversion)
    }
    return conversions
  }

  private func read(_ entry: IndexEntry) throws(ArchiveError) -> ArchivedResponse? {
    try record(entry).response()
  }

  /// The whole archive was compared with its digest when it was opened.
  private func record(_ entry: IndexEntry) throws(ArchiveError) -> WARCRecord {
    try WARCReader.record(at: entry.location, in: folder.archivePath, limits: .unpackingOnly)
  }

  /// A 304 renews the fields it names and leaves the others (RFC 9111 §3.2); those of a body it does not have stay.
  private static func fields(_ stored: [HTTPField], updatedBy fresh: [HTTPField]) -> [HTTPField] {
    let ofBody: Set = ["content-length", "content-type", "content-encoding", "transfer-encoding", "content-range"]
    let renewed = fresh.filter { !ofBody.contains($0.name.lowercased()) }
    let names = Set(renewed.map { $0.name.lowercased() })
    return stored.filter { !names.contains($0.name.lowercased()) } + renewed
  }
}
