/// How much of each item a page shows. A report must stay under a megabyte however much a site has written; what does
/// not fit is counted and stands in report.json.
struct HTMLDetail {
  /// Code points of a quotation or sentence.
  var text: Int
  /// Code points of a click path.
  var way: Int
  /// Bytes of an address that is still made a link.
  var link: Int
  var evidence: Int
  var nearMisses: Int
  /// Rows of findings and of declared answers.
  var rows: Int

  static let levels = [
    HTMLDetail(text: 400, way: 400, link: 2_000, evidence: 14, nearMisses: 5, rows: 100),
    HTMLDetail(text: 240, way: 240, link: 800, evidence: 6, nearMisses: 3, rows: 50),
    HTMLDetail(text: 120, way: 160, link: 400, evidence: 3, nearMisses: 1, rows: 25),
    HTMLDetail(text: 60, way: 80, link: 200, evidence: 1, nearMisses: 0, rows: 10),
  ]
}
