// swift-tools-version: 6.2
import PackageDescription

/// Every module, with the modules it may import. The direction is the law of the house:
/// ThaiText, WebURL ← AuditCore ← the edges ← Pipeline ← CLI; edges never import each other. Programs, which runs
/// outside programs under limits, imports nobody; an edge that needs one imports it.
let package = Package(
  name: "oitcheck",
  products: [.executable(name: "oitcheck", targets: ["oitcheck"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(name: "CIDN2", pkgConfig: "libidn2", providers: [.apt(["libidn2-dev"])]),
    .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),

    .target(name: "ThaiText"),
    .target(name: "WebURL"),
    .target(name: "AuditCore", dependencies: ["ThaiText", "WebURL"]),

    .target(name: "Programs", dependencies: [.product(name: "Subprocess", package: "swift-subprocess")]),

    .target(name: "Extraction", dependencies: ["AuditCore", "ThaiText", "WebURL", "CLibXML2", "CArchive", "CZlib"]),
    .target(name: "Converters", dependencies: ["AuditCore", "Programs", "ThaiText"]),
    .target(
      name: "RulePacks",
      dependencies: ["AuditCore", "ThaiText", "WebURL", .product(name: "Yams", package: "Yams")]),
    .target(
      name: "Crawling",
      dependencies: [
        "AuditCore", "ThaiText", "WebURL", "CCurl", "CIDN2", .product(name: "Logging", package: "swift-log"),
      ]),
    .target(
      name: "Archive",
      dependencies: ["AuditCore", "WebURL", "CDeflate", "CZlib", .product(name: "Crypto", package: "swift-crypto")]),
    .target(name: "Reporters", dependencies: ["AuditCore", "ThaiText", "WebURL", "CXlsxWriter"]),
    .target(
      name: "Notifiers",
      dependencies: ["AuditCore", "Programs", "WebURL", .product(name: "Crypto", package: "swift-crypto")]),
    .target(name: "History", dependencies: ["AuditCore", "ThaiText", .product(name: "GRDB", package: "GRDB.swift")]),

    .target(
      name: "Pipeline",
      dependencies: [
        "AuditCore", "Extraction", "Converters", "Programs", "RulePacks", "Crawling", "Archive", "History", "Reporters",
        "ThaiText", "WebURL", .product(name: "Logging", package: "swift-log"),
      ]),
    .executableTarget(
      name: "oitcheck",
      dependencies: [
        "AuditCore", "Archive", "Converters", "Crawling", "Extraction", "History", "Notifiers", "Pipeline", "Programs",
        "Reporters",
        "RulePacks", "ThaiText", "WebURL",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      path: "Sources/CLI"),
    .executableTarget(
      name: "oitcheck-benchmarks",
      dependencies: ["Archive", "AuditCore", "Extraction", "Pipeline", "ThaiText", "WebURL"],
      path: "Benchmarks/Speed"),

    .target(name: "TestSupport", dependencies: ["CArchive"], path: "Tests/TestSupport"),
    .testTarget(name: "ThaiTextTests", dependencies: ["ThaiText", "TestSupport"]),
    .testTarget(name: "WebURLTests", dependencies: ["WebURL", "TestSupport", "CIDN2"]),
    .testTarget(
      name: "AuditCoreTests", dependencies: ["AuditCore", "RulePacks", "ThaiText", "WebURL", "TestSupport"],
      exclude: ["Fixtures"]),
    .testTarget(name: "ExtractionTests", dependencies: ["Extraction", "AuditCore", "WebURL", "TestSupport"]),
    .testTarget(
      name: "NotifiersTests", dependencies: ["Notifiers", "AuditCore", "Programs", "ThaiText", "TestSupport"]),
    .testTarget(name: "ProgramsTests", dependencies: ["Programs", "TestSupport"]),
    .testTarget(
      name: "ConvertersTests",
      dependencies: ["Converters", "AuditCore", "Extraction", "Programs", "ThaiText", "TestSupport", "WebURL"]),
    .testTarget(name: "RulePacksTests", dependencies: ["RulePacks", "AuditCore", "TestSupport"]),
    .testTarget(
      name: "CrawlingTests", dependencies: ["Crawling", "Archive", "AuditCore", "Programs", "WebURL", "TestSupport"]),
    .testTarget(name: "ArchiveTests", dependencies: ["Archive", "AuditCore", "WebURL", "TestSupport"]),
    .testTarget(
      name: "PipelineTests",
      dependencies: [
        "Pipeline", "Archive", "AuditCore", "Crawling", "History", "Notifiers", "Programs", "ThaiText", "WebURL",
        "TestSupport",
        .product(name: "Logging", package: "swift-log"),
      ]),
    .testTarget(
      name: "SnapshotTests",
      dependencies: ["Pipeline", "Archive", "AuditCore", "Reporters", "ThaiText", "TestSupport"]),
    .testTarget(name: "CLITests", dependencies: ["oitcheck", "TestSupport"]),
    .testTarget(name: "HouseTests", dependencies: ["TestSupport"]),
    .testTarget(name: "HistoryTests", dependencies: ["History", "AuditCore", "ThaiText", "TestSupport"]),
    .testTarget(
      name: "ReportersTests", dependencies: ["Reporters", "AuditCore", "ThaiText", "TestSupport"],
      exclude: ["Goldens"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [.treatAllWarnings(as: .error)]
}
