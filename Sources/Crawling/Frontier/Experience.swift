import WebURL

/// What one answer taught.
struct Lesson: Sendable {
  /// Letters of the page that stood on no page before.
  var newLetters = 0
  /// Addresses that it made known, or named for the first time, and that are not of another year.
  var discoveries = 0
  /// Addresses of pages and documents that nothing had linked to before.
  var newAddresses = 0
  /// What it brought of what is sought: 1 for something not found before, a part of it for more of the same.
  var gain: Float = 0

  /// A page that only repeats what was seen.
  static let nothing = Lesson()
  /// The gain of one more address that names what was found already: its kind of page is where such things are named.
  static let moreOfTheSame: Float = 0.3

  var didPay: Bool { gain >= 1 }
}

/// What the crawl has learnt about the kinds of addresses (families) and about the places on a page where their links
/// stood (spots): which of them led to something sought.
struct Experience: Sendable {
  private var families = Interned()
  private var spots = Interned()
  private var familyRecords: [FamilyRecord] = []
  private var spotRecords: [Payoff] = []

  /// The number of an address's family, which has one member more now.
  mutating func family(ofNew url: WebURL) -> Int32 {
    let family = families.number(of: PathFamily.name(of: url))
    if Int(family) == familyRecords.count { familyRecords.append(FamilyRecord()) }
    familyRecords[Int(family)].members += 1
    return family
  }

  mutating func spot(named name: String) -> Int32 {
    let spot = spots.number(of: name)
    if Int(spot) == spotRecords.count { spotRecords.append(Payoff()) }
    return spot
  }

  func record(ofFamily family: Int32) -> FamilyRecord { familyRecords[Int(family)] }

  func payoff(ofSpot spot: Int32) -> Payoff { spotRecords[Int(spot)] }

  mutating func learn(_ lesson: Lesson, from prospect: Prospect) {
    spotRecords[Int(prospect.spot)].note(lesson.gain)
    familyRecords[Int(prospect.family)].note(lesson, isOwnOffspring: prospect.isOwnOffspring)
  }
}
