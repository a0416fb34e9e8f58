import AuditCore

/// What `rules check` prints: every fault on a line of its own, or what was read without one.
package enum CheckListing {
  package static func text(of faults: [RulePackFault], in language: Language) -> String {
    let count = Bilingual(th: "พบข้อผิด \(faults.count) แห่ง", en: "faults: \(faults.count)").text(in: language)
    return (faults.map { $0.line(in: language) } + [count]).joined(separator: "\n") + "\n"
  }

  package static func text(of rules: LoadedRules, in language: Language) -> String {
    let editions = rules.editions.map { "\($0.year): \($0.items.count)" }.joined(separator: ", ")
    let names = rules.vocabulary.concepts.reduce(0) { sum, names in
      sum + names.strong.count + names.narrow.count + names.weak.count + names.never.count
    }
    let concepts = rules.vocabulary.concepts.count
    return Bilingual(
      th: "ไม่พบข้อผิด · \(rules.files.count) ไฟล์ · \(concepts) แนวคิด \(names) ชื่อ · จำนวนข้อแต่ละรุ่นปี \(editions)\n",
      en:
        "No faults · \(rules.files.count) files · \(concepts) concepts, \(names) names · items by edition \(editions)\n"
    ).text(in: language)
  }
}
