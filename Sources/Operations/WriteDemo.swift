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
/// The files are written in a folder of their own and moved at the end, so a full disk leaves no half province.
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
    let work = folder + "/.part"
    do {
        try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
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
    do {
        try province.write { name, chunk in
            if handles[name] == nil {
                let path = work + "/" + name
                try Data().write(to: URL(fileURLWithPath: path))
                handles[name] = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
                order.append(name)
                progress(ProgressStep(name, 0, of: nil))
            }
            try handles[name]?.write(contentsOf: Data(chunk.utf8))
        }
        for name in order {
            try handles[name]?.close()
            let target = folder + "/" + name
            if FileManager.default.fileExists(atPath: target) { try FileManager.default.removeItem(atPath: target) }
            try FileManager.default.moveItem(atPath: work + "/" + name, toPath: target)
        }
        try FileManager.default.removeItem(atPath: work)
    } catch {
        // The sentence below says what matters; that the half-written files stay, should even this fail, does not.
        _ = try? FileManager.default.removeItem(atPath: work)
        throw OperationError.cannotWrite(file: folder)
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

    /// Moves a demo database on to a later day, to see what a plan and its jobs come to; it has no other calendar.
    ///
    /// A service that runs goes on with its day until it is started again.
    ///
    /// - Throws: `OperationError.refused` for a database of real people, or a day before its own.
    package func moveDemo(to day: Day, actor: String) async throws {
        try await store.write { writing in
            guard let text = try writing.reading.setting("demo_day"), let from = Day(iso: text) else {
                throw OperationError.refused(.notADemo)
            }
            guard day >= from else { throw OperationError.refused(.demoRunsOnward) }
            try writing.set("demo_day", to: day.description)
            try audit(writing, actor: actor, action: "move_demo", detail: ["to": Int("\(day)".filter(\.isNumber)) ?? 0])
        }
    }
}

extension Refusal {
    /// The database holds real people, who live on today.
    static let notADemo = Refusal(
        .conflict,
        "not_a_demo",
        "This database is not a demo's; it lives on today.",
        "Cơ sở dữ liệu này không phải dữ liệu giả lập; ngày làm việc là hôm nay."
    )
    /// A demo cannot be moved back.
    static let demoRunsOnward = Refusal(
        .invalid,
        "demo_runs_onward",
        field: "day",
        "A demo only moves on to a later day.",
        "Dữ liệu giả lập chỉ có thể chuyển sang ngày sau."
    )
}
