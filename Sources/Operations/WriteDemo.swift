import Demo
import Foundation
import Store
import Vocabulary

/// What a synthetic province is made of.
package struct DemoRequest: Sendable {
    /// Poor households.
    package let poor: Int
    /// Near-poor households.
    package let nearPoor: Int
    /// Newly escaped households.
    package let newlyEscaped: Int
    /// Vacancies in all feeds together.
    package let vacancies: Int
    /// Their openings.
    package let openings: Int
    /// The day of the rolls.
    package let day: Day

    /// A request from its figures.
    package init(poor: Int, nearPoor: Int, newlyEscaped: Int, vacancies: Int, openings: Int, day: Day) {
        self.poor = poor
        self.nearPoor = nearPoor
        self.newlyEscaped = newlyEscaped
        self.vacancies = vacancies
        self.openings = openings
        self.day = day
    }
}

/// Writes the synthetic province's files into a folder, which is made where it is missing.
///
/// The files are written under temporary names and renamed at the end, so a folder holds a whole province or none.
///
/// - Returns: the names of the files.
/// - Throws: `OperationError.cannotWrite`.
package func writeDemo(
    _ request: DemoRequest,
    seed: UInt64,
    territory: Territory,
    to folder: String,
    progress: ProgressReport
) throws -> [String] {
    do {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
        throw OperationError.cannotWrite(file: folder)
    }
    let province = DemoProvince(
        seed: seed,
        territory: territory,
        settings: DemoSettings(
            poor: request.poor,
            nearPoor: request.nearPoor,
            newlyEscaped: request.newlyEscaped,
            vacancies: request.vacancies,
            openings: request.openings
        ),
        asOf: request.day
    )
    var handles: [String: FileHandle] = [:]
    var order: [String] = []
    try province.write { name, chunk in
        let path = folder + "/" + name + ".part"
        if handles[name] == nil {
            guard FileManager.default.createFile(atPath: path, contents: nil),
                let handle = FileHandle(forWritingAtPath: path)
            else { throw OperationError.cannotWrite(file: path) }
            handles[name] = handle
            order.append(name)
            progress(ProgressStep(name, 0, of: nil))
        }
        do {
            try handles[name]?.write(contentsOf: Data(chunk.utf8))
        } catch {
            throw OperationError.cannotWrite(file: path)
        }
    }
    for name in order {
        do {
            try handles[name]?.close()
            let target = URL(fileURLWithPath: folder + "/" + name)
            if FileManager.default.fileExists(atPath: target.path) { try FileManager.default.removeItem(at: target) }
            try FileManager.default.moveItem(at: URL(fileURLWithPath: folder + "/" + name + ".part"), to: target)
        } catch {
            throw OperationError.cannotWrite(file: folder + "/" + name)
        }
    }
    return order
}

extension Office {
    /// Marks an empty database as a demo's, which then lives on the demo's day.
    ///
    /// - Throws: `OperationError.demoNeedsEmptyDatabase` where it holds people and is no demo's.
    package static func markDemo(_ store: Store, day: Day) async throws {
        try await store.write { writing in
            if try writing.reading.setting("demo_day") != nil { return }
            guard try writing.reading.peopleCounts().households == 0 else {
                throw OperationError.demoNeedsEmptyDatabase
            }
            try writing.set("demo_day", to: day.description)
        }
    }
}
