import Testing
import ThaiText

@Suite("Days and fiscal years")
struct CivilDateTests {
  @Test("Only days that exist can be made")
  func existing() {
    #expect(CivilDate(year: 2023, month: 2, day: 29) == nil)
    #expect(CivilDate(year: 2024, month: 2, day: 29) != nil)
    #expect(CivilDate(year: 1900, month: 2, day: 29) == nil)
    #expect(CivilDate(year: 2023, month: 13, day: 1) == nil)
    #expect(CivilDate(year: 0, month: 1, day: 1) == nil)
  }

  @Test("The ISO form is read back", arguments: ["2023-06-15", "0001-01-01", "9999-12-31"])
  func iso(text: String) {
    #expect(CivilDate(iso: text)?.iso == text)
  }

  @Test(
    "Other forms are not ISO", arguments: ["2023-6-15", "2023/06/15", "+023-06-15", "2023-06-15T", "", "๒๐๒๓-๐๖-๑๕"])
  func notISO(text: String) {
    #expect(CivilDate(iso: text) == nil)
  }

  @Test("A day is written the Thai way")
  func thai() {
    let date = CivilDate(iso: "2023-06-15")
    #expect(date?.thai == "15 มิถุนายน 2566")
    #expect(date?.thaiShort == "15 มิ.ย. 66")
  }

  @Test("Counting days goes both ways across leap years")
  func counting() throws {
    let start = try #require(CivilDate(iso: "1999-12-31"))
    var day = start
    for step in 1...3000 {
      let next = day.adding(days: 1)
      #expect(next > day && day.days(until: next) == 1)
      #expect(next.adding(days: -step) == start)
      #expect(start.days(until: next) == step)
      day = next
    }
    #expect(start.adding(days: .max).iso == "9999-12-31")
    #expect(start.adding(days: .min).iso == "0001-01-01")
    #expect(try #require(CivilDate(iso: "2022-10-01")).days(until: #require(CivilDate(iso: "2023-09-30"))) == 364)
  }

  @Test(
    "October begins the next fiscal year",
    arguments: [("2022-09-30", 2565), ("2022-10-01", 2566), ("2023-09-30", 2566)])
  func containing(day: String, year: Int) throws {
    #expect(FiscalYear(containing: try #require(CivilDate(iso: day))).year == year)
  }

  @Test("A fiscal year knows its parts")
  func parts() {
    let year = FiscalYear(2566)
    #expect(year.firstDay.iso == "2022-10-01" && year.lastDay.iso == "2023-09-30")
    #expect(year.firstHalf.upperBound.iso == "2023-03-31" && year.secondHalf.lowerBound.iso == "2023-04-01")
    #expect(year.quarter(1).lowerBound.iso == "2022-10-01" && year.quarter(1).upperBound.iso == "2022-12-31")
    #expect(year.quarter(4).upperBound.iso == "2023-09-30")
    #expect(year.month(10).upperBound.iso == "2022-10-31" && year.month(2).upperBound.iso == "2023-02-28")
  }
}
