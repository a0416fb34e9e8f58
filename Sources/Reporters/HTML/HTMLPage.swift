import AuditCore

/// The whole page, as one file.
struct HTMLPage {
  private let context: HTMLContext
  private let headline: Headline

  init(_ context: HTMLContext) {
    self.context = context
    headline = Headline(context.report, context.figures)
  }

  var html: HTML {
    let appendix = HTMLAppendix(context)
    return """
      <!DOCTYPE html>\(warningOnFirstLine)
      <html lang="\(context.report.language.rawValue)">
      \(HTMLHead(title: "\(headline.title): \(headline.siteName)").html)
      <body>
      <a class="skip" href="#gaps">\(context.say("ข้ามไปที่สิ่งที่ต้องแก้", "Skip to the gaps"))</a>
      \(header)
      <main>
      \(HTMLFirstScreen(context).html)
      \(HTMLGaps(context).html)
      \(HTMLChange(context)?.html)
      \(appendix.nextSteps)
      \(appendix.unseen)
      \(HTMLSections(context).html)
      \(appendix.declared)
      \(appendix.findings)
      </main>
      \(footer)
      </body>
      </html>

      """
  }

  /// The first line of every report says where its score is not official; here also for those who read the source.
  private var warningOnFirstLine: HTML? {
    headline.warning.map { "<!-- \($0.split(separator: "-").joined(separator: " ")) -->" }
  }

  private var header: HTML {
    let warning: HTML? = headline.warning.map { "<p class=\"warning\" role=\"note\">\($0)</p>" }
    return """
      <header>
      \(warning)
      <p class="quiet">\(headline.title)</p>
      <h1>\(headline.siteName)</h1>
      <p>\(context.link(context.report.site.url))</p>
      <p class="quiet">\(headline.circumstances)</p>
      </header>
      """
  }

  /// What makes the report provable: program, rules and recording.
  private var footer: HTML {
    let report = context.report
    return """
      <footer>
      <p>oitcheck \(SiteText.line(report.tool.version, limit: 40))</p>
      <p>\(context.say("ชุดกติกา", "Rules")) <code>\(SiteText.line(report.rulesDigest, limit: 80))</code></p>
      <p>\(context.say("บันทึกเว็บไซต์", "Recording")) <code>\(SiteText.line(report.snapshot.digest, limit: 80))</code> \
      \(SiteText.line(report.snapshot.recordedAt, limit: 40))</p>
      </footer>
      """
  }
}
