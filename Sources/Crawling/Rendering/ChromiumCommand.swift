/// The words that start Chromium for one page. Nothing of a site is ever more than the last of them.
struct ChromiumCommand: Sendable {
  let program: String
  let profile: String
  let proxyPort: Int
  let isSandboxed: Bool
  let limits: RenderingLimits

  /// Time of the page's own clock that its scripts get; it stands still while a part is awaited.
  private static let virtualMilliseconds = 10_000
  /// The page is taken as it is so long before the browser would be killed.
  private static let grace = 10.0

  func words(opening address: String) -> [String] {
    let patience = max(1, limits.wall.inSeconds - Self.grace)
    var words = [
      "/usr/bin/prlimit", "--cpu=\(limits.cpuSeconds)", "--core=0", "--fsize=\(256 << 20)", "--", program,
      "--headless=new", "--dump-dom", "--virtual-time-budget=\(Self.virtualMilliseconds)",
      "--timeout=\(Int(patience * 1_000))", "--user-data-dir=\(profile)/profile",
    ]
    words += network + quiet
    if !isSandboxed { words.append("--no-sandbox") }
    return words + ["--", address]
  }

  /// No way out but the proxy: loopback is no exception, no name is looked up, nothing goes by UDP.
  private var network: [String] {
    [
      "--proxy-server=http://127.0.0.1:\(proxyPort)", "--proxy-bypass-list=<-loopback>",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--disable-quic", "--dns-prefetch-disable",
      "--webrtc-ip-handling-policy=disable_non_proxied_udp", "--force-webrtc-ip-handling-policy",
      "--disable-background-networking", "--disable-component-update", "--disable-domain-reliability",
      "--disable-sync", "--no-pings", "--disable-client-side-phishing-detection", "--safebrowsing-disable-auto-update",
    ]
  }

  /// A browser without habits: no first run, no extensions, no reports, no sound, no graphics card.
  private var quiet: [String] {
    [
      "--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,OptimizationHints,MediaRouter,Translate,"
        + "AutofillServerCommunication,CertificateTransparencyComponentUpdater",
      "--no-first-run", "--no-default-browser-check", "--disable-extensions", "--disable-default-apps",
      "--disable-breakpad", "--disable-crash-reporter", "--disable-gpu", "--disable-dev-shm-usage", "--mute-audio",
      "--hide-scrollbars", "--password-store=basic", "--use-mock-keychain", "--disable-notifications",
      "--deny-permission-prompts", "--blink-settings=imagesEnabled=false", "--renderer-process-limit=1",
      "--js-flags=--max-old-space-size=512", "--lang=th", "--window-size=1280,2000",
    ]
  }
}
