import AuditCore
import WebURL

/// One address that the crawl knows. Kept small: a site has tens of thousands.
struct Prospect: Sendable {
  enum State: UInt8, Sendable {
    case waiting, underWay, done
  }

  /// What to ask the server for.
  var url: WebURL
  /// Where it was first seen, −1 for seeds.
  var via: Int32
  var purpose: Visit.Purpose
  var state = State.waiting
  /// Links from the home page.
  var depth: UInt16
  /// Redirects followed to get here.
  var hops: UInt8 = 0
  var attempts: UInt8 = 0
  /// To be asked again, and not before a certain moment.
  var isDeferred = false
  /// Of another host: its links are not followed.
  var isOffSite = false
  /// Looks like a file rather than a page.
  var isDocument = false
  /// Seen first on a page of its own family: what endless calendars do.
  var isOwnOffspring = false
  /// Hangs on a page about what it is wanted for.
  var isAttachment = false
  var isIndex = false
  var isTelling = false
  /// The list it stands in, −1 for none.
  var list: Int32 = -1
  /// Shows a part of a list, and was not read yet.
  var isPartOfList = false
  /// The first two concepts its links name (places in the plan's list), −1 for none, and how surely.
  var concept: Int16 = -1
  var secondConcept: Int16 = -1
  var confidence: Float = 0
  var secondConfidence: Float = 0
  var year: Float = 0
  /// The shape of its address, and the place on the page its link stood at.
  var family: Int32
  var spot: Int32
  /// Raised with every change of priority: older entries of the queue are then stale.
  var stamp: UInt32 = 0
}

/// A number for a text, so that a text met a thousand times is kept once.
struct Interned: Sendable {
  private var numbers: [String: Int32] = [:]

  mutating func number(of text: String) -> Int32 {
    if let known = numbers[text] { return known }
    let number = Int32(numbers.count)
    numbers[text] = number
    return number
  }

  var count: Int { numbers.count }
}
