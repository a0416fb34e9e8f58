/// Something that the page or document of an item must hold, with how to look for it.
package struct ElementRule: Sendable {
  package enum Need: String, Sendable, CaseIterable {
    /// Its absence makes the item partial.
    case must
    /// Its absence is told, and changes nothing.
    case should
    /// Asked for by the criterion and not checkable from the outside; told as such.
    case cannotCheck = "cannot-check"
  }

  /// The closed vocabulary of matchers; each is Swift.
  package enum Kind: String, Sendable, CaseIterable {
    case words, person, contact, address, table, money, date, signature, form, social, image, map, months
    case twoWay = "two-way"
    case links, telephone, mail, figures, schedule
  }

  /// What the element must be there for, each.
  package enum Per: String, Sendable, CaseIterable {
    case person, project, measure, month
  }

  package var id: String
  package var need: Need
  package var type: Kind
  package var per: Per?
  /// Elements may be spread over several files of one item.
  package var acrossFiles: Bool
  /// What the paper is called does not prove it: "รายงานผลการดำเนินการ…" over a list of projects reports no results.
  package var isBelowTitle: Bool
  package var name: Bilingual
  package var words: WordRule
  package var source: RuleSource?
  /// In an item that joins several duties: the one that this element belongs to. Nil: whichever discloses the item.
  package var concept: ConceptID?

  package init(
    id: String, need: Need, type: Kind, per: Per? = nil, acrossFiles: Bool = true, isBelowTitle: Bool = false,
    name: Bilingual, words: WordRule = WordRule(), source: RuleSource? = nil, concept: ConceptID? = nil
  ) {
    self.id = id
    self.need = need
    self.type = type
    self.per = per
    self.acrossFiles = acrossFiles
    self.isBelowTitle = isBelowTitle
    self.name = name
    self.words = words
    self.source = source
    self.concept = concept
  }
}

/// Words looked for after folding. All conditions that are given must hold.
package struct WordRule: Sendable, Hashable {
  /// Groups of alternatives; every group must be there: `all: [[ที่อยู่, ตั้งอยู่], [หมู่, ถนน]]`.
  package var all: [[String]]
  /// At least `atLeast` different ones of these.
  package var any: [String]
  package var atLeast: Int
  /// None of these.
  package var none: [String]
  /// Longer phrases in which a word says another thing: "แก้ไขปัญหา" holds ปัญหา and tells no obstacle.
  package var except: [String]

  package init(
    all: [[String]] = [], any: [String] = [], atLeast: Int = 1, none: [String] = [], except: [String] = []
  ) {
    self.all = all
    self.any = any
    self.atLeast = atLeast
    self.none = none
    self.except = except
  }

  package var isEmpty: Bool { all.isEmpty && any.isEmpty && none.isEmpty }
}

/// Two items that must say the same: the share of one's names that the other repeats.
package struct AgreementRule: Sendable, Hashable {
  package enum Subject: String, Sendable, CaseIterable {
    case project, measure, chief, channel
  }

  package var item: String
  package var on: Subject
  /// `should` where the year was not seen to ask for it: both sides are quoted, and nothing is decided.
  package var need: ElementRule.Need
  /// 0…1; below it the names that are not repeated are missing elements.
  package var minShare: Double
  package var name: Bilingual

  package init(item: String, on: Subject, need: ElementRule.Need = .must, minShare: Double, name: Bilingual) {
    self.item = item
    self.on = on
    self.need = need
    self.minShare = minShare
    self.name = name
  }
}
