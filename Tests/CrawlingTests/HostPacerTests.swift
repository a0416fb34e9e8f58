import Crawling
import Testing
import WebURL

@Suite("Pacing")
struct HostPacerTests {
  private let machine = IPAddress(parsing: "203.0.114.7")

  @Test("The gap is kept from the start of a request, and from its answer where that comes later")
  func gap() {
    var pacer = HostPacer(delay: .seconds(1), concurrency: 4)
    pacer.start(on: "a", at: machine, now: .seconds(10))
    pacer.finish(on: "a", at: machine, started: .seconds(10), now: .milliseconds(10_100), outcome: .answered)
    let next = pacer.earliestStart(on: "a", at: machine, now: .milliseconds(10_100))
    #expect(next == .milliseconds(11_100) + HostPacer.margin)
  }

  @Test("Two hosts on one machine share its lane, on two machines they do not")
  func sharedMachine() {
    var pacer = HostPacer(delay: .seconds(1), concurrency: 4)
    pacer.start(on: "a", at: machine, now: .zero)
    pacer.finish(on: "a", at: machine, started: .zero, now: .zero, outcome: .answered)
    #expect(pacer.earliestStart(on: "b", at: machine, now: .zero) == .seconds(1) + HostPacer.margin)
    #expect(pacer.earliestStart(on: "b", at: IPAddress(parsing: "203.0.114.8"), now: .zero) == .zero)
  }

  @Test("A Crawl-delay lengthens the gap, the owner may keep a shorter one, and an absurd one is cut")
  func crawlDelay() {
    var pacer = HostPacer(delay: .seconds(1), concurrency: 4)
    pacer.observe(crawlDelay: 5, on: "a", at: nil, isOwn: false)
    pacer.observe(crawlDelay: 5, on: "own", at: nil, isOwn: true)
    pacer.observe(crawlDelay: 0.2, on: "short", at: nil, isOwn: false)
    pacer.observe(crawlDelay: 1e300, on: "absurd", at: nil, isOwn: false)
    #expect(pacer.gap(on: "a") == .seconds(5))
    #expect(pacer.gap(on: "own") == .seconds(1))
    #expect(pacer.gap(on: "short") == .seconds(1))
    #expect(pacer.gap(on: "absurd") == HostPacer.longestCrawlDelay)
  }

  @Test("With a gap one request runs at a time; a slow one lets the next start after a while")
  func slowRequest() {
    var pacer = HostPacer(delay: .seconds(1), concurrency: 4)
    pacer.start(on: "a", at: nil, now: .zero)
    #expect(pacer.earliestStart(on: "a", at: nil, now: .seconds(2)) == HostPacer.slowAfter)
    #expect(pacer.earliestStart(on: "a", at: nil, now: .seconds(6)) == .seconds(6))
    var single = HostPacer(delay: .seconds(1), concurrency: 1)
    single.start(on: "a", at: nil, now: .zero)
    #expect(single.earliestStart(on: "a", at: nil, now: .seconds(60)) == nil)
  }

  @Test("Without a gap as many run at once as the plan allows")
  func concurrency() {
    var pacer = HostPacer(delay: .zero, concurrency: 2)
    pacer.start(on: "a", at: nil, now: .zero)
    #expect(pacer.earliestStart(on: "a", at: nil, now: .zero) == .zero)
    pacer.start(on: "a", at: nil, now: .zero)
    #expect(pacer.earliestStart(on: "a", at: nil, now: .zero) == HostPacer.slowAfter)
  }

  @Test("429 pauses the host for as long as Retry-After says, within reason")
  func retryAfter() {
    var pacer = HostPacer(delay: .zero, concurrency: 1)
    pacer.start(on: "a", at: nil, now: .zero)
    pacer.finish(
      on: "a", at: nil, started: .zero, now: .seconds(1), outcome: .tooManyRequests(retryAfter: .seconds(30)))
    #expect(pacer.earliestStart(on: "a", at: nil, now: .seconds(1)) == .seconds(31))
    pacer.start(on: "a", at: nil, now: .seconds(31))
    pacer.finish(
      on: "a", at: nil, started: .seconds(31), now: .seconds(31),
      outcome: .tooManyRequests(retryAfter: .seconds(86_400)))
    #expect(pacer.earliestStart(on: "a", at: nil, now: .seconds(31)) == .seconds(31) + HostPacer.longestPause)
  }

  @Test("What one host of a machine is asked to wait, the others wait too")
  func sharedPause() {
    var pacer = HostPacer(delay: .zero, concurrency: 4)
    pacer.start(on: "a", at: machine, now: .zero)
    pacer.finish(
      on: "a", at: machine, started: .zero, now: .seconds(1), outcome: .tooManyRequests(retryAfter: .seconds(30)))
    #expect(pacer.earliestStart(on: "b", at: machine, now: .seconds(1)) == .seconds(31))
    #expect(pacer.earliestStart(on: "b", at: IPAddress(parsing: "203.0.114.8"), now: .seconds(1)) == .seconds(1))
  }

  @Test("However late a request reached the server, the next one leaves a whole gap after its answer")
  func lateRequest() {
    var pacer = HostPacer(delay: .seconds(1), concurrency: 4)
    pacer.start(on: "a", at: nil, now: .zero)
    // Other requests may start beside one that is slow to answer, but never within the gap of what is known to be late.
    pacer.finish(on: "a", at: nil, started: .zero, now: .seconds(4), outcome: .answered)
    let next = pacer.earliestStart(on: "a", at: nil, now: .seconds(4)) ?? .zero
    #expect(next >= .seconds(5))
  }

  @Test("One fault pauses nobody, a row of faults pauses longer and longer, an answer ends it")
  func backOff() {
    var pacer = HostPacer(delay: .zero, concurrency: 1)
    var now = Duration.zero
    var pauses: [Duration] = []
    for _ in 0..<4 {
      pacer.start(on: "a", at: nil, now: now)
      pacer.finish(on: "a", at: nil, started: now, now: now, outcome: .faulty)
      let next = pacer.earliestStart(on: "a", at: nil, now: now) ?? .zero
      pauses.append(next - now)
      now = next
    }
    #expect(pauses == [.zero, .seconds(1), .seconds(2), .seconds(4)])
    pacer.start(on: "a", at: nil, now: now)
    pacer.finish(on: "a", at: nil, started: now, now: now, outcome: .answered)
    #expect(pacer.earliestStart(on: "a", at: nil, now: now) == now)
  }
}
