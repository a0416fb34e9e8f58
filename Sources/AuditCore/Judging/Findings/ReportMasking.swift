/// Hides citizens' numbers in every text of a report that comes from the site. Addresses stay as they are: they are
/// where the evidence stands.
struct ReportMasking {
  func masked(_ report: AuditReport) -> AuditReport {
    var report = report
    report.site.name = CitizenNumber.masked(report.site.name)
    report.items = report.items.map(masked)
    report.declared = report.declared.map { declared in
      var declared = declared
      declared.explanation = CitizenNumber.masked(declared.explanation)
      declared.why = CitizenNumber.masked(declared.why)
      return declared
    }
    report.findings = report.findings.map { finding in
      var finding = finding
      finding.detail = CitizenNumber.masked(finding.detail)
      return finding
    }
    return report
  }

  private func masked(_ item: ItemReport) -> ItemReport {
    var item = item
    item.summary = CitizenNumber.masked(item.summary)
    item.missingElements = item.missingElements.map {
      .init(id: $0.id, th: CitizenNumber.masked($0.th), en: CitizenNumber.masked($0.en))
    }
    item.evidence = item.evidence.map { evidence in
      var evidence = evidence
      evidence.quote = CitizenNumber.masked(evidence.quote)
      evidence.clickPath = evidence.clickPath.map { CitizenNumber.masked($0) }
      return evidence
    }
    item.nearMisses = item.nearMisses.map {
      NearMiss(url: $0.url, quote: CitizenNumber.masked($0.quote), why: CitizenNumber.masked($0.why))
    }
    return item
  }
}
