import Foundation
import Logging
import Operations
import Service
import Vocabulary

/// Settings of a small demo province in a folder of its own.
package func smallSettings(in folder: String, _ more: [String: String] = [:]) async throws -> Settings {
    var environment = smallEnvironment(in: folder)
    environment.merge(more) { _, new in new }
    return try await shippedSettings(environment)
}

/// The environment that makes a small demo province in a folder of its own.
package func smallEnvironment(in folder: String) -> [String: String] {
    [
        "NOIVIEC_DATABASE_FILE": folder + "/noiviec.sqlite", "NOIVIEC_DATABASE_KEY_FILE": folder + "/noiviec.key",
        "NOIVIEC_FEEDS_SOURCES":
            "own=\(folder)/demo/tuyen-dung.xml,indeed=\(folder)/demo/indeed.xml,eures=\(folder)/demo/eures.xml",
        "NOIVIEC_FEEDS_ARCHIVE": folder + "/feeds", "NOIVIEC_FEEDS_SOURCE_FOLDER": folder + "/sources",
        "NOIVIEC_DEMO_POOR": "300", "NOIVIEC_DEMO_NEAR_POOR": "120", "NOIVIEC_DEMO_NEWLY_ESCAPED": "40",
        "NOIVIEC_DEMO_VACANCIES": "200", "NOIVIEC_DEMO_OPENINGS": "500", "NOIVIEC_LOG_LEVEL": "error",
    ]
}

/// An office with a small demo province imported, its feeds read, and nothing planned yet.
package func smallOffice(in folder: String, _ more: [String: String] = [:]) async throws -> Office {
    let settings = try await smallSettings(in: folder, more)
    _ = try writeDemo(
        settings.demo,
        seed: 11,
        territory: settings.programme.territory,
        to: folder + "/demo",
        progress: { _ in }
    )
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let office = try await openOffice(
        settings,
        mayCreate: true,
        demoDay: settings.demo.day,
        program: builtProgram,
        logger: logger
    )
    _ = try await office.importRolls([folder + "/demo/ho.csv", folder + "/demo/nhan-khau.csv"])
    for source in settings.feedSources {
        _ = try await office.ingest(source, actor: "test", progress: { _ in })
    }
    return office
}

/// Opens the office of a folder again.
package func openSmallOffice(in folder: String) async throws -> Office {
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    return try await openOffice(
        try await smallSettings(in: folder),
        mayCreate: false,
        program: builtProgram,
        logger: logger
    )
}

extension Office {
    /// Imports rolls whose mapping somebody has confirmed.
    package func importRolls(
        _ files: [String],
        _ change: (inout RollRequest) -> Void = { _ in }
    ) async throws -> RollReport {
        var request = RollRequest(files: files, source: "test")
        request.isConfirmed = true
        change(&request)
        return try await importRolls(request, actor: "test", progress: { _ in })
    }
}
