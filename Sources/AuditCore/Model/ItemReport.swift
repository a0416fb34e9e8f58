/// One item of the report: the verdict and everything that proves it or tells what to do.
package struct ItemReport: Sendable, Codable {
  package var number: String
  package var key: String
  /// The first of `concepts`.
  package var concept: String
  package var concepts: [String]
  package var title: String
  package var subIndicator: String
  package var verdict: Verdict
  package var cause: UnknownCause?
  /// 0…1: how sure the verdict is, after everything it rests on.
  package var confidence: Double
  /// Of OIT 100.
  package var points: Double
  package var pointsLost: Double
  /// Gregorian, nil where the item has no due date.
  package var dueDate: String?
  /// One sentence for the officer.
  package var summary: String
  package var missingElements: [MissingElement]
  package var period: Period
  package var searched: Searched
  package var evidence: [Evidence]
  package var nearMisses: [NearMiss]
  package var remedy: String
  package var responsible: String
  package var waiver: Waiver?

  package struct MissingElement: Sendable, Codable, Hashable {
    package var id: String
    package var th: String
    package var en: String
    package init(id: String, th: String, en: String) {
      self.id = id
      self.th = th
      self.en = en
    }
  }

  /// The period the item asks for and the one found, in words; nil where undated or not found.
  package struct Period: Sendable, Codable, Hashable {
    package var required: String?
    package var found: String?
    package init(required: String?, found: String?) {
      self.required = required
      self.found = found
    }
  }

  package struct Searched: Sendable, Codable, Hashable {
    package var pages: Int
    package var documents: Int
    /// The names looked for.
    package var names: [String]
    package init(pages: Int, documents: Int, names: [String]) {
      self.pages = pages
      self.documents = documents
      self.names = names
    }
  }

  package init(
    number: String, key: String, concepts: [String], title: String, subIndicator: String, verdict: Verdict,
    cause: UnknownCause?, confidence: Double, points: Double, pointsLost: Double, dueDate: String?, summary: String,
    missingElements: [MissingElement], period: Period, searched: Searched, evidence: [Evidence],
    nearMisses: [NearMiss], remedy: String, responsible: String, waiver: Waiver?
  ) {
    self.number = number
    self.key = key
    self.concept = concepts.first ?? ""
    self.concepts = concepts
    self.title = title
    self.subIndicator = subIndicator
    self.verdict = verdict
    self.cause = cause
    self.confidence = confidence
    self.points = points
    self.pointsLost = pointsLost
    self.dueDate = dueDate
    self.summary = summary
    self.missingElements = missingElements
    self.period = period
    self.searched = searched
    self.evidence = evidence
    self.nearMisses = nearMisses
    self.remedy = remedy
    self.responsible = responsible
    self.waiver = waiver
  }
}

/// An item that the site's own configuration takes out, and on whose word.
package struct Waiver: Sendable, Codable, Hashable {
  package var reason: String
  package var by: String
  /// Gregorian; the waiver ends after this day.
  package var until: String?

  package init(reason: String, by: String, until: String?) {
    self.reason = reason
    self.by = by
    self.until = until
  }
}

/// An answer that the town itself declares, on an ITA/OIT index page or an answer sheet, against what was found.
package struct DeclaredAnswer: Sendable, Codable, Hashable {
  package enum Status: String, Sendable, Codable {
    case agrees, partial, broken, outdated
    /// Good, but not on the town's own site.
    case offSite = "off-site"
    case wrongDocument = "wrong-document"
    case noAddress = "no-address"
    case notDeclared = "found-but-not-declared"
    case notJudged = "not-judged"
  }

  package var item: String
  /// The index page, or the rows of the answer sheet.
  package var page: String
  package var urls: [String]
  package var explanation: String
  package var status: Status
  package var why: String
  /// Name of the answer sheet; nil for the town's own list on its site.
  package var sheet: String?

  package init(
    item: String, page: String, urls: [String], explanation: String, status: Status, why: String, sheet: String? = nil
  ) {
    self.item = item
    self.page = page
    self.urls = urls
    self.explanation = explanation
    self.status = status
    self.why = why
    self.sheet = sheet
  }
}
