import AuditCore
import RulePacks
import TestSupport
import Testing

/// What became of the duties from one edition to another.
struct ComparisonTests {
  private func comparison(_ old: Int, _ new: Int) throws -> EditionComparison {
    let rules = try RulePackLoader.load(folder: Folders.package.appending(path: "Rules"))
    let pack = rules.pack(digest: "")
    return EditionComparison(from: try #require(pack.edition(old)), to: try #require(pack.edition(new)))
  }

  private func numbers(_ changes: [EditionComparison.Change]) -> [String] {
    changes.map { change in
      "\(change.old.map(\.number).joined(separator: "+"))→\(change.new.map(\.number).joined(separator: "+"))"
    }
  }

  @Test("From 2566 to 2568 items are merged, dropped and added")
  func toNewer() throws {
    let comparison = try comparison(2566, 2568)
    #expect(
      numbers(comparison.changes(of: .merged)) == [
        "O1+O3→O1", "O5+O8→O3", "O11+O12→O6", "O39+O40→O16", "O31+O32→O21",
      ])
    #expect(
      numbers(comparison.changes(of: .dropped)) == [
        "O6→", "O9→", "O10→", "O17→", "O19→", "O20→", "O21→", "O24→", "O25→", "O33→", "O37→", "O41→",
      ])
    #expect(numbers(comparison.changes(of: .added)) == ["→O12", "→O22"])
    #expect(comparison.changes(of: .split).isEmpty)
  }

  @Test("Read backwards, a merge is a split and an addition is a drop")
  func backwards() throws {
    let comparison = try comparison(2568, 2566)
    #expect(numbers(comparison.changes(of: .split)).contains("O1→O1+O3"))
    #expect(numbers(comparison.changes(of: .dropped)) == ["O12→", "O22→"])
  }

  @Test("From 2564 to 2565 one duty gave way to another and three titles changed")
  func alike() throws {
    let comparison = try comparison(2564, 2565)
    #expect(numbers(comparison.changes(of: .added)) == ["→O34"])
    #expect(numbers(comparison.changes(of: .dropped)) == ["O34→"])
    let retitled = comparison.changes(of: .changed).filter { $0.differences.contains(.title) }
    #expect(numbers(retitled) == ["O36→O36", "O37→O37", "O38→O38"])
  }

  @Test("A duty that carries on under another number is renumbered, one that keeps it is changed")
  func renumbered() throws {
    let comparison = try comparison(2567, 2568)
    #expect(numbers(comparison.changes(of: .renumbered)).contains("O5→O4"))
    #expect(comparison.changes(of: .renumbered).allSatisfy { $0.differences.contains(.number) })
    #expect(comparison.changes(of: .changed).allSatisfy { !$0.differences.contains(.number) })
  }

  @Test("An edition is no different from itself")
  func same() throws {
    let comparison = try comparison(2566, 2566)
    #expect(comparison.changes.count == 43)
    #expect(comparison.changes.allSatisfy { $0.kind == .unchanged })
  }

  @Test("The listing names what happened in both languages")
  func listing() throws {
    let comparison = try comparison(2566, 2568)
    let english = ComparisonListing.text(of: comparison, in: .en)
    #expect(english.hasPrefix("2566 (43 items) → 2568 (28 items)\n"))
    #expect(english.contains("merged (5)\n  O1 Organisation structure + O3 Powers and duties → O1"))
    #expect(english.contains("O16 ข้อมูลเชิงสถิติการให้บริการ → O11 ข้อมูลสถิติการให้บริการ [title]\n"))
    let thai = ComparisonListing.text(of: comparison, in: .th)
    #expect(thai.contains("ตัดออก (12)\n  O6 กฎหมายที่เกี่ยวข้อง\n"))
  }
}
