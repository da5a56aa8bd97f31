// swift-tools-version: 6.2
import PackageDescription

// The import table: who may import what. `Tests/ArchitectureTests` holds every `import` in Sources against it.

let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]
// Tests read many megabytes, and score every pair of small provinces; what does so is optimised in debug builds too.
let readers: [SwiftSetting] = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let asyncHTTPClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let serviceLifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")

let yams = Target.Dependency.product(name: "Yams", package: "Yams")

func module(
    _ name: String,
    _ dependencies: [Target.Dependency],
    resources: [Resource] = [],
    settings: [SwiftSetting] = strict
) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let package = Package(
    name: "noiviec",
    products: [.executable(name: "noiviec", targets: ["noiviec"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: ["YAML"]),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        module("Vocabulary", []),
        module("Households", ["Vocabulary"]),
        module("Vacancies", ["Vocabulary"], settings: readers),
        module("Scoring", ["Households", "Vacancies", "Vocabulary"], settings: readers),
        module("Matching", []),
        module("Referrals", ["Households", "Vacancies", "Scoring", "Matching", "Vocabulary"]),
        module("Outcomes", ["Households", "Vacancies", "Referrals", "Vocabulary"], settings: readers),
        module("XML", ["CLibXML2"], settings: readers),
        module("Isolation", [], settings: readers),
        module("Workbooks", ["CArchive", "Vocabulary", "XML", "Isolation"], settings: readers),
        module("Rolls", ["Households", "Vocabulary", "Workbooks"], settings: readers),
        module(
            "Feeds",
            [
                "Vacancies", "Vocabulary", "XML", "Workbooks", "Isolation", "CZlib",
                asyncHTTPClient, crypto, nioCore, nioHTTP1, yams,
            ],
            settings: readers
        ),
        module("Demo", ["Vocabulary", "Households", "Vacancies"]),
        module("Sheets", ["CXLSXWriter"]),
        module("Store", ["Vocabulary", "Households", "Vacancies", "Scoring", "Referrals", "Outcomes", grdb]),
        module(
            "Operations",
            [
                "Vocabulary", "Households", "Vacancies", "Scoring", "Matching", "Referrals", "Outcomes",
                "Rolls", "Workbooks", "Isolation", "Feeds", "Demo", "Sheets", "Store", crypto, cryptoExtras, logging,
            ]
        ),
        module(
            "Web",
            [
                "Operations", "Store", "Vocabulary", "Households", "Vacancies", "Scoring", "Referrals", "Outcomes",
                hummingbird, httpTypes, mustache, crypto, logging,
            ],
            resources: [.embedInCode("Templates"), .embedInCode("Texts"), .embedInCode("Assets")]
        ),
        module(
            "Service",
            [
                "Operations", "Workbooks", "Feeds", "Store", "Web", "Vocabulary", "Households", "Vacancies", "Scoring",
                "Outcomes", "Referrals", configuration, hummingbird, logging, serviceLifecycle, yams,
            ]
        ),
        .executableTarget(
            name: "noiviec",
            dependencies: [
                "Service", "Operations", "Store", "Feeds", "Workbooks", "Households", "Outcomes", "Referrals",
                "Vacancies", "Vocabulary", argumentParser, logging,
            ],
            swiftSettings: strict
        ),

        .target(
            name: "Fixtures",
            dependencies: [
                "Vocabulary", "Households", "Vacancies", "Feeds", "Store", "Operations", "Service", "CArchive",
                "Workbooks", logging,
            ],
            path: "Tests/Fixtures",
            swiftSettings: strict
        ),
        tests("ArchitectureTests", []),
        tests("VocabularyTests", ["Vocabulary"]),
        tests("HouseholdsTests", ["Fixtures", "Households", "Vocabulary", "Operations", "Service"]),
        tests(
            "VacanciesTests",
            ["Fixtures", "Vacancies", "Vocabulary", "Operations", "Service"],
            exclude: ["Labels"]
        ),
        tests(
            "ScoringTests",
            ["Fixtures", "Scoring", "Households", "Vacancies", "Vocabulary", "Operations", "Service"]
        ),
        tests("MatchingTests", ["Matching"]),
        tests(
            "ReferralsTests",
            [
                "Demo", "Fixtures", "Referrals", "Matching", "Households", "Vacancies", "Vocabulary", "Operations",
                "Service",
            ]
        ),
        tests("OutcomesTests", ["Outcomes", "Households", "Referrals", "Vacancies", "Vocabulary"]),
        tests("XMLTests", ["XML"]),
        tests("RollsTests", ["Fixtures", "Rolls", "Households", "Vocabulary", "Workbooks"]),
        tests("WorkbooksTests", ["Fixtures", "Vocabulary", "Workbooks"]),
        tests("FeedsTests", ["Feeds", "Vacancies", "Vocabulary", "Workbooks", "XML"]),
        tests("DemoTests", ["Fixtures", "Demo", "Vocabulary", "Operations", "Service"]),
        tests(
            "StoreTests",
            [
                "Fixtures", "Store", "Demo", "Households", "Referrals", "Vacancies", "Scoring", "Vocabulary", grdb,
                "Operations", "Service",
            ]
        ),
        tests(
            "OperationsTests",
            [
                "Fixtures", "Demo", "Operations", "Outcomes", "Feeds", "Referrals", "Vacancies", "Store", "Households",
                "Vocabulary", "Workbooks", "Service", crypto, grdb, logging,
            ]
        ),
        tests(
            "WebTests",
            [
                "Fixtures", "Web", "Operations", "Service", "Store", "Households", "Referrals", "Vacancies",
                "Vocabulary", grdb, httpTypes, hummingbird, hummingbirdTesting, logging,
            ],
            exclude: ["policy.csv"]
        ),
        tests("ServiceTests", ["Fixtures", "Service", "Operations"]),
        tests(
            "EndToEndTests",
            [
                "Fixtures", "noiviec", "Households", "Operations", "Referrals", "Service", "Store", "Vacancies",
                "Vocabulary", asyncHTTPClient, nioCore,
            ]
        ),
    ]
)
