import AuditCore

/// What a recording cost the site, in one line on standard error.
enum TrafficNote {
  static func show(_ manifest: SnapshotManifest) {
    guard let traffic = manifest.traffic else { return }
    Console.note(
      "\(traffic.requests) คำขอ รับเนื้อหา \(size(traffic.bodyBytes)) · ไม่เปลี่ยน (304) \(traffic.notModified) หน้า · รับซ้ำแต่เหมือนเดิม \(traffic.sameBytes) หน้า"
    )
  }

  private static func size(_ bytes: Int) -> String {
    bytes < 10_000 ? "\(bytes) B" : bytes < 10_000_000 ? "\(bytes / 1_000) kB" : "\(bytes / 1_000_000) MB"
  }
}
