/// Hides citizens' numbers in every text and address of a report that comes from the site, so that no format can show
/// one.
package struct ReportMasking {
  package init() {}

  package func masked(_ report: AuditReport) -> AuditReport {
    var report = report
    report.site.name = CitizenNumber.masked(report.site.name)
    report.site.url = CitizenNumber.masked(address: report.site.url)
    report.stopReason = CitizenNumber.masked(report.stopReason)
    report.items = report.items.map(masked)
    report.declared = report.declared.map { declared in
      var declared = declared
      declared.page = CitizenNumber.masked(address: declared.page)
      declared.urls = declared.urls.map { CitizenNumber.masked(address: $0) }
      declared.explanation = CitizenNumber.masked(declared.explanation)
      declared.why = CitizenNumber.masked(declared.why)
      return declared
    }
    report.findings = report.findings.map { finding in
      Finding(
        kind: finding.kind, url: CitizenNumber.masked(address: finding.url),
        detail: CitizenNumber.masked(finding.detail))
    }
    return report
  }

  private func masked(_ item: ItemReport) -> ItemReport {
    var item = item
    item.summary = CitizenNumber.masked(item.summary)
    item.remedy = CitizenNumber.masked(item.remedy)
    item.period.found = item.period.found.map { CitizenNumber.masked($0) }
    item.missingElements = item.missingElements.map {
      .init(id: $0.id, th: CitizenNumber.masked($0.th), en: CitizenNumber.masked($0.en))
    }
    item.evidence = item.evidence.map { evidence in
      var evidence = evidence
      evidence.url = CitizenNumber.masked(address: evidence.url)
      evidence.quote = CitizenNumber.masked(evidence.quote)
      evidence.clickPath = evidence.clickPath.map { CitizenNumber.masked($0) }
      return evidence
    }
    item.nearMisses = item.nearMisses.map {
      NearMiss(
        url: CitizenNumber.masked(address: $0.url), quote: CitizenNumber.masked($0.quote),
        why: CitizenNumber.masked($0.why))
    }
    return item
  }
}
