/// What one rendered page may cost the site and this machine.
package struct RenderingLimits: Sendable {
  /// Parts asked for.
  package var requests = 60
  /// Bytes of all parts, and of one.
  package var bytes = 20 << 20
  package var partBytes = 5 << 20
  /// Whole time of one part.
  package var partDeadline = Duration.seconds(20)
  /// Whole time of the browser. Long, because the parts come at the pace of the crawl.
  package var wall = Duration.seconds(120)
  /// CPU seconds of each process of the browser.
  package var cpuSeconds = 40
  /// Resident bytes of all its processes together, shared pages counted each time.
  package var memoryBytes = 2 << 30
  /// Bytes of the page it gives back.
  package var htmlBytes = 4 << 20
  /// Pages of one recording; the rest stays what was delivered.
  package var pages = 300

  package init() {}
}
