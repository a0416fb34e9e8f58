import AuditCore

/// The head of a local body, by the body's own name: the mayor of เทศบาลตำบล…, the chief executive of an อบต. or อบจ.
enum MemoAddressee {
  private static let titles: [(body: String, head: String)] = [
    ("เทศบาลนคร", "นายกเทศมนตรีนคร"), ("เทศบาลเมือง", "นายกเทศมนตรีเมือง"), ("เทศบาลตำบล", "นายกเทศมนตรีตำบล"),
    ("องค์การบริหารส่วนตำบล", "นายกองค์การบริหารส่วนตำบล"), ("องค์การบริหารส่วนจังหวัด", "นายกองค์การบริหารส่วนจังหวัด"),
    ("อบต.", "นายกองค์การบริหารส่วนตำบล"), ("อบจ.", "นายกองค์การบริหารส่วนจังหวัด"),
  ]

  /// - Parameter name: of the body, already harmless.
  static func name(of name: String, _ language: Language) -> String {
    guard language == .th else { return "The Mayor" }
    for title in titles where name.unicodeScalars.starts(with: title.body.unicodeScalars) {
      return title.head + String(name.unicodeScalars.dropFirst(title.body.unicodeScalars.count))
    }
    return "ผู้บริหารสูงสุดของหน่วยงาน"
  }
}
