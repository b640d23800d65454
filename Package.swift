// swift-tools-version: 6.2

import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// Puts the Swift libraries into the program: it starts in half the time, since nothing is left to be bound by name in them. The
/// libraries are parts of Foundation, which GRDB and Mustache use. LLVM's linker comes with Swift; the system's warns of a function that
/// Foundation has and `kb` does not call.
let staticSwift = [
  "-use-ld=lld", "-static-stdlib", "-lCoreFoundation", "-l_FoundationICU", "-l_FoundationCShims", "-l_FoundationCollections",
]

let package = Package(
  name: "kb",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "kb", targets: ["kb"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
  ],
  targets: [
    // C libraries of the system.
    .systemLibrary(
      name: "CGit2", pkgConfig: "libgit2",
      providers: [.apt(["libgit2-dev"]), .brew(["libgit2"])]),
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    // The allocator's settings, which Swift's Glibc module leaves out.
    .systemLibrary(name: "CMalloc"),
    // For tests only: what our block structure is compared with.
    .systemLibrary(
      name: "CCMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"])]),

    // Plain values: nothing below them.
    // Rounding is libm's; nothing else of the model needs it.
    .target(
      name: "KBModel", swiftSettings: settings, linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),

    // One concern each, above the model.
    .target(name: "KBLanguage", dependencies: ["KBModel"], swiftSettings: settings),
    .target(name: "KBEvidence", dependencies: ["KBModel"], swiftSettings: settings),
    .target(name: "KBPrivacy", dependencies: ["KBModel"], swiftSettings: settings),
    .target(name: "KBDocuments", dependencies: ["KBModel", "CLibYAML"], swiftSettings: settings),
    .target(name: "KBGit", dependencies: ["KBModel", "CGit2"], swiftSettings: settings),

    // What is said about a knowledge base.
    .target(name: "KBRules", dependencies: ["KBModel", "KBEvidence", "KBLanguage", "KBPrivacy"], swiftSettings: settings),

    .target(name: "KBReports", dependencies: ["KBModel", "KBEvidence", "KBPrivacy", "KBRules"], swiftSettings: settings),

    // What `kb new` and `kb init` write, embedded so that the installed program is one file.
    .target(
      name: "Templates", path: "templates",
      resources: [
        "records/session.md", "records/field-note.md", "records/customer.md", "records/persona.md", "records/use-case.md",
        "records/guide.md", "records/competitor.md", "records/decision.md", "records/record.md", "kb.yaml", "workflows/github.yml", "workflows/gitlab.yml",
        "pre-commit.sh",
      ].map { .embedInCode($0) },
      swiftSettings: settings),

    // The example knowledge base, as part of the program too: the build makes Swift source of kb-example/.
    .executableTarget(name: "embed-files", swiftSettings: settings),
    .plugin(name: "EmbedExample", capability: .buildTool(), dependencies: ["embed-files"]),
    .target(name: "KBExample", swiftSettings: settings, plugins: ["EmbedExample"]),

    // Wires what is below: open, load, validate, report, write.
    .target(
      name: "KnowledgeBase",
      dependencies: [
        "KBModel", "KBDocuments", "KBExample", "KBGit", "KBLanguage", "KBEvidence", "KBPrivacy", "KBRules", "Templates",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: settings),

    // The export's database. Nothing else needs SQLite.
    .target(name: "KBSQLite", dependencies: ["KBModel", .product(name: "GRDB", package: "GRDB.swift")], swiftSettings: settings),

    .executableTarget(
      name: "kb",
      dependencies: ["CMalloc", "KBSQLite", "KBModel", "KBEvidence", "KBGit", "KBLanguage", "KBPrivacy", "KBReports", "KBRules", "KnowledgeBase", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: settings,
      linkerSettings: [.unsafeFlags(staticSwift, .when(platforms: [.linux], configuration: .release))]),

    // How well the language rules do on labelled files.
    .target(name: "KBEvaluation", swiftSettings: settings),
    .executableTarget(
      name: "kb-score",
      dependencies: ["KBEvaluation", "KBLanguage", "KBModel", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: settings),

    // The features of quotes, for training/train_quotes.py.
    .executableTarget(name: "quote-features", dependencies: ["KBLanguage"], path: "training/quote-features", swiftSettings: settings),

    // Shared by tests only: no product contains it.
    .target(name: "KBTestSupport", path: "Tests/KBTestSupport", swiftSettings: settings),

    .testTarget(name: "KBModelTests", dependencies: ["KBModel"], swiftSettings: settings),
    .testTarget(name: "KBLanguageTests", dependencies: ["KBEvaluation", "KBLanguage", "KBModel"], resources: [.copy("Eval")], swiftSettings: settings),
    .testTarget(name: "KBEvidenceTests", dependencies: ["KBEvidence", "KBModel", "KBTestSupport"], resources: [.copy("Golden")], swiftSettings: settings),
    .testTarget(
      name: "KBRulesTests", dependencies: ["KBRules", "KBEvidence", "KBModel", "KBDocuments", "KBReports", "KnowledgeBase"], swiftSettings: settings),
    .testTarget(name: "KBReportsTests", dependencies: ["KBReports", "KBRules", "KBEvidence", "KBModel", "KBTestSupport"], exclude: ["Golden"], swiftSettings: settings),
    .testTarget(name: "KBPrivacyTests", dependencies: ["KBPrivacy", "KBModel"], swiftSettings: settings),
    .testTarget(name: "KBDocumentsTests", dependencies: ["KBDocuments", "KBModel", "CCMarkGFM"], swiftSettings: settings),
    .testTarget(name: "CommandTests", dependencies: ["kb", "KBTestSupport"], exclude: ["Golden", "Review/Golden"], swiftSettings: settings),
    .testTarget(
      name: "KnowledgeBaseTests",
      dependencies: ["KnowledgeBase", "KBDocuments", "KBGit", "KBModel", "KBPrivacy", "KBReports", "KBTestSupport"],
      exclude: ["Golden", "Merging/Golden", "Privacy/Golden"], swiftSettings: settings),
    .testTarget(
      name: "ImportTests",
      dependencies: ["KnowledgeBase", "KBDocuments", "KBGit", "KBModel", "KBReports", "KBSQLite", "KBTestSupport", .product(name: "GRDB", package: "GRDB.swift")],
      exclude: ["Golden"], swiftSettings: settings),
    .testTarget(name: "KBGitTests", dependencies: ["KBGit", "KBModel", "KBTestSupport"], swiftSettings: settings),
  ]
)
