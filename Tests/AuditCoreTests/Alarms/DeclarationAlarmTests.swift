import AuditCore
import Foundation
import Testing
import ThaiText

/// The town's own word, watched night by night: `a` the sheet's answer is good, `b` it is broken, `x` the row is gone
/// though the item is found, `?` it could not be judged, `-` there is no sheet tonight.
@Suite struct DeclarationAlarmTests {
  private struct Nights {
    private let policy = AlarmPolicy()
    private(set) var states: AlarmStates?
    private var sequence = 0
    private var day = CivilDate.firstDay(ofMonth: 11, year: 2022)
    var sheet: String? = "answers.csv"
    var rules = "sha256:a"

    func report(_ letter: Character) -> AuditReport {
      let statuses: [Character: DeclaredAnswer.Status] = [
        "a": .agrees, "b": .broken, "x": .notDeclared, "?": .notJudged,
      ]
      let answer = statuses[letter].map {
        DeclaredAnswer(
          item: "O1", page: "", urls: ["https://www.example.go.th/declared"], explanation: "", status: $0, why: "",
          sheet: sheet)
      }
      return ComparedReports.report(
        [ComparedReports.Duty("plan", .met)], rules: rules, declared: [answer].compactMap(\.self))
    }

    mutating func night(_ letter: Character, again: [NightlyRun.JudgedNight] = []) -> AlarmMessage? {
      sequence += 1
      let run = NightlyRun(sequence: sequence, day: day, report: report(letter), rejudged: again)
      let decision = policy.decide(runs: [run], states: states, today: day)
      states = decision.states
      day = day.adding(days: 1)
      return decision.messages.last
    }

    /// `L` lost, `R` good again, `U` undeclared, `D` declared again, `.` nothing.
    mutating func told(_ row: String) -> String {
      row.map { letter in
        night(letter)?.parts.map { part in
          switch part.kind {
          case .answersLost: "L"
          case .answersRegained: "R"
          case .undeclared: "U"
          case .declaredAgain: "D"
          default: "?"
          }
        }.joined() ?? "."
      }.joined()
    }
  }

  @Test(
    "Declared answers are told as gaps are: two of three nights, once, and once when they hold again",
    arguments: [
      ("aaabbbb", "....L.."), ("aabaabaa", "........"), ("aabbaaa", "...L..R"), ("aa?b?b", ".....L"),
      ("bbbb", "...."), ("bbaabb", ".....L"), ("aaxxxx", "...U.."), ("aaxxaaa", "...U..D"), ("xxxx", "...."),
      // Without the sheet for a while nothing is forgotten and nothing told.
      ("aab--b", ".....L"), ("aa----aabb", ".........L"), ("aabb--aaa", "...L....R"),
    ])
  func debounced(row: String, told: String) {
    var nights = Nights()
    #expect(nights.told(row) == told)
  }

  @Test("The list on the site tells only what stands on it no more: what it links is the duty's own news")
  func list() {
    var nights = Nights()
    nights.sheet = nil
    #expect(nights.told("aabbbbxx?aaa") == ".......U..D.")
  }

  @Test("A sheet that is configured later begins with its own first night")
  func laterSheet() {
    var nights = Nights()
    nights.sheet = nil
    #expect(nights.told("aaa") == "...")
    nights.sheet = "answers.csv"
    #expect(nights.told("xxbb") == "....")
  }

  @Test("What only other rules see in an answer is not told, what went with the site is")
  func otherRules() {
    var nights = Nights()
    #expect(nights.told("aaaa") == "....")
    let day = CivilDate.firstDay(ofMonth: 11, year: 2022)
    let stricter = (2...3).map { NightlyRun.JudgedNight(day: day.adding(days: $0), report: nights.report("b")) }
    nights.rules = "sha256:b"
    #expect(nights.night("b", again: stricter) == nil)
    #expect(nights.told("bbbaaabb") == ".......L")
  }

  @Test("The message says which answer, what it was and what it is now")
  func words() throws {
    var nights = Nights()
    #expect(nights.told("aab") == "...")
    let told = nights.night("b")
    let message = try #require(told)
    #expect(message.isAlarm)
    let english = AlarmWords(language: .en, site: "example.go.th")
    #expect(english.subject(of: message) == "example.go.th: 1 declared answer is no longer good")
    #expect(english.body(of: message).contains("- O1 plan: met → broken https://www.example.go.th/declared\n"))
    #expect(
      AlarmWords(language: .th, site: "ทต.").body(of: message).contains("ที่อยู่ในแบบคำตอบใช้ไม่ได้แล้ว 1 ข้อ"))
  }

  @Test("What was remembered before answers were watched is still understood")
  func olderStates() throws {
    var nights = Nights()
    #expect(nights.told("-") == ".")
    let encoded = try JSONEncoder().encode(nights.states)
    var json = try #require(try JSONSerialization.jsonObject(with: encoded) as? [String: Any])
    json["declarations"] = nil
    let older = try JSONDecoder().decode(AlarmStates.self, from: JSONSerialization.data(withJSONObject: json))
    #expect(older.declarations == nil && older.items == nights.states?.items)
  }
}
