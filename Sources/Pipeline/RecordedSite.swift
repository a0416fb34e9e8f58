import Archive
import AuditCore
import Extraction
import WebURL

/// A snapshot taken in for judging: the index of the site and what the manifest says of the recording.
package struct RecordedSite: Sendable {
  package let index: SiteIndex
  package let manifest: SnapshotManifest
  /// Faults of the archive, in words; a damaged snapshot is judged as far as it could be read only where it is
  /// another tool's.
  package let faults: [String]

  /// Reads a snapshot folder. A damaged one is refused: what it would be judged on is not what was recorded.
  /// - Parameters:
  ///   - extractor: One that remembers, where the same program has read the pages before.
  ///   - earlier: What the recording was compared with, where it is open still.
  ///   - seeing: Told each visit, without its body, as it is read.
  package static func read(
    folder: SnapshotFolder, extractor: any Extractor = DocumentExtractor(),
    comparedWith earlier: EarlierSnapshot? = nil, seeing: ((SeenPage) -> Void)? = nil
  ) throws -> RecordedSite {
    let manifest = try SnapshotArchive.soundManifest(of: folder)
    guard let home = WebURL(parsing: manifest.siteURL) else {
      throw PipelineError(
        "manifest ชำรุด: ที่อยู่เว็บไซต์อ่านไม่ได้", "the manifest is damaged: its site address does not parse",
        path: folder.manifestPath, cause: manifest.siteURL)
    }
    let (index, faults) = try index(
      archive: folder.archivePath,
      parents: try ParentArchives(of: manifest, in: folder, opened: earlier?.archives ?? []), home: home,
      extraHosts: manifest.extraHosts, coverage: manifest.coverage, extractor: extractor, seeing: seeing)
    return RecordedSite(index: index, manifest: manifest, faults: faults)
  }

  /// Streams an archive through extraction into an index; bodies are let go as they are read.
  static func index(
    archive: String, parents: ParentArchives, home: WebURL, extraHosts: [String], coverage: Coverage,
    extractor: any Extractor, seeing: ((SeenPage) -> Void)? = nil
  ) throws(ArchiveError) -> (SiteIndex, faults: [String]) {
    let reader = try VisitReader(path: archive, parents: parents)
    var builder = SiteIndexBuilder(
      home: home, extraHosts: extraHosts, canonicalizer: URLCanonicalizer(preferred: home))
    var wasAnswered = false
    while let visit = try reader.next() {
      var document: Document?
      if case .delivered(let delivery) = visit.outcome, visit.purpose == .page {
        document = extractor.document(from: delivery, at: visit.url)
        wasAnswered = true
      }
      builder.add(visit, document: document)
      seeing?(SeenPage(visit, document: document))
    }
    // A site that delivered nothing was not seen, whatever the recorder thought of its coverage.
    var coverage = coverage
    coverage.sufficient = coverage.sufficient && wasAnswered
    return (builder.index(coverage: coverage), reader.faults.map(\.description))
  }
}
