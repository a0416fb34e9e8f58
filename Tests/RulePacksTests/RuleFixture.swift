import Foundation
import RulePacks

/// A small, faultless rules folder to spoil one line at a time.
enum RuleFixture {
  static let vocabulary = """
    genericWords: [รายงาน, โครงสร้าง]
    otherBodies: [โรงพยาบาล]
    bodyTypes:
      town:
        name: {th: เทศบาลตำบล, en: Subdistrict municipality}
        prefixes: [เทศบาลตำบล, ทต.]
        chief: [นายกเทศมนตรี]
    concepts:
      structure:
        title: {th: โครงสร้าง, en: Structure}
        strong: [แผนผังการแบ่งส่วนราชการ, {text: โครงสร้าง, context: [menu], whole: true}]
        weak: [ผังองค์กร]
        never: [โครงสร้างพื้นฐาน]
        slugs: [orgchart]
      news:
        title: {th: ข่าว, en: News}
        strong: [ข่าวประชาสัมพันธ์]

    """

  static let edition = """
    edition: 2566
    instrument: OIT
    title: {th: รายการ, en: List}
    confidence: high
    source: {seen: [S2], confidence: high}
    due: {day: 04-30, confidence: inferred}
    scoring:
      item: all-or-nothing
      weights: {IIT: 60, OIT: 40}
      bands:
        - {name: {th: ผ่าน, en: Passed}, from: 85}
      source: {seen: [S2], confidence: high}
    indicators:
      - id: "9"
        title: {th: การเปิดเผย, en: Disclosure}
        subIndicators:
          - {id: "9.1", title: {th: พื้นฐาน, en: Basic}, items: 2}
    items:
      - number: O1
        key: structure
        concepts: [structure]
        title: {th: โครงสร้าง, en: Structure}
        sub: "9.1"
        kind: page
        period: {covers: undated}
        elements:
          - {id: chart, need: must, type: words, th: แผนผัง, en: Chart, words: {any: [แผนผัง]}}
        remedy: {th: แสดงแผนผัง, en: Show the chart}
        responsible: สำนักปลัด
        source: {seen: [S2], confidence: high}
      - number: O2
        key: news
        concepts: [news]
        title: {th: ข่าว, en: News}
        sub: "9.1"
        kind: page
        period: {covers: in-year}
        elements:
          - {id: news, need: must, type: date, th: ข่าว, en: News}
        agreesWith:
          - {item: O1, on: project, minShare: 0.5, name: {th: ตรงกัน, en: The same}}
        remedy: {th: ลงข่าว, en: Post news}
        responsible: สำนักปลัด
        source: {seen: [S2], confidence: high}

    """

  static func files(vocabulary: String = vocabulary, editions: [String: String] = ["2566": edition]) -> [RuleFile] {
    [RuleFile(name: "vocabulary.yml", bytes: Data(vocabulary.utf8))]
      + editions.map { RuleFile(name: "oit/\($0.key).yml", bytes: Data($0.value.utf8)) }
  }

  /// The faults of the fixture with one text in one of its files replaced by another.
  static func faults(in file: String, replacing old: String, with new: String) -> [RulePackFault] {
    let spoilt = { (text: String) in text.replacing(old, with: new, maxReplacements: 1) }
    let files =
      file == "vocabulary.yml"
      ? files(vocabulary: spoilt(vocabulary)) : files(editions: ["2566": spoilt(edition)])
    return RulePackLoader.read(files).faults
  }
}
