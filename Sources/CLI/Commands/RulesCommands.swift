import ArgumentParser
import AuditCore
import Foundation
import Pipeline
import RulePacks

/// `oitcheck rules …`: looks at the rule packs and tries texts against them.
struct Rules: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "ดูและตรวจเกณฑ์ / look at the rules and check them.",
    subcommands: [ListItems.self, Show.self, Check.self, Match.self, Difference.self, MeasureAccuracy.self])

  /// Where the rules are and which edition is meant.
  struct Choice: ParsableArguments {
    @Option(help: ArgumentHelp("ปีของรายการ / edition", valueName: "year"))
    var edition = JudgingOptions.defaultEdition

    @Option(help: ArgumentHelp("โฟลเดอร์เกณฑ์ / rules folder", valueName: "dir"))
    var rules: String?

    @Option(help: ArgumentHelp("ภาษา / language", valueName: "th|en"))
    var language: Language = .th
  }

  struct ListItems: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "แสดงรายการของปีนั้น / list the items of an edition.")
    @OptionGroup var choice: Choice

    func run() async throws {
      try await Failure.told(choice.language) {
        let pack = try RuleShelf.load(explicit: choice.rules)
        let edition = try JudgingOptions.edition(choice.edition, in: pack)
        Console.output(Array(EditionListing.text(of: edition, in: choice.language).utf8))
      }
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "แสดงเกณฑ์ของข้อ / show one item.", discussion: "oitcheck rules show O31")
    @OptionGroup var choice: Choice
    @Argument(help: "เลขข้อ / item, e.g. O31")
    var item: String

    func run() async throws {
      try await Failure.told(choice.language) {
        let pack = try RuleShelf.load(explicit: choice.rules)
        let edition = try JudgingOptions.edition(choice.edition, in: pack)
        guard let rule = edition.item(numbered: item.uppercased()) else {
          throw UsageFault("ปี \(edition.year) ไม่มีข้อ \(item) / edition \(edition.year) has no item \(item)")
        }
        let text = ItemCard.text(of: rule, in: edition, vocabulary: pack.vocabulary, language: choice.language)
        Console.output(Array(text.utf8))
      }
    }
  }

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "ตรวจความถูกต้องของไฟล์เกณฑ์ / check the rule files; names file, line and key.")
    @OptionGroup var choice: Choice

    func run() async throws {
      try await Failure.told(choice.language, mostFaults: 1_000) {
        let rules = try RuleShelf.read(explicit: choice.rules)
        Console.output(Array(CheckListing.text(of: rules, in: choice.language).utf8))
      }
    }
  }

  struct Difference: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "diff", abstract: "เทียบรายการสองปี / what changed between two editions.",
      discussion: "oitcheck rules diff 2566 2568")
    @OptionGroup var choice: Choice
    @Argument(help: "ปีเดิม / older edition") var older: Int
    @Argument(help: "ปีใหม่ / newer edition") var newer: Int

    func run() async throws {
      try await Failure.told(choice.language) {
        let pack = try RuleShelf.load(explicit: choice.rules)
        let comparison = EditionComparison(
          from: try JudgingOptions.edition(older, in: pack), to: try JudgingOptions.edition(newer, in: pack))
        Console.output(Array(ComparisonListing.text(of: comparison, in: choice.language).utf8))
      }
    }
  }
}
