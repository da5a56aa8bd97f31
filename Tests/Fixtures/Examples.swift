import Foundation
import Households
import Operations
import Service
import Vacancies
import Vocabulary

/// The project's own folder.
package let projectFolder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

/// The program as it is built beside the tests; it reads feeds in processes of its own.
package let builtProgram = projectFolder + "/.build/debug/noiviec"

/// The settings as they are shipped, with some keys overridden.
package func shippedSettings(_ environment: [String: String] = [:]) async throws -> Settings {
    environment.isEmpty ? try await shipped.value : try await loadShipped(environment)
}

/// Read once for all tests that change nothing of them.
private let shipped = Task { try await loadShipped([:]) }

private func loadShipped(_ environment: [String: String]) async throws -> Settings {
    try await Settings.load(path: projectFolder + "/Config/noiviec.yaml", environment: environment)
}

/// Runs what takes seconds without a pause on a thread of its own, so that tests that wait for time are not kept waiting.
package func onThread<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Result(catching: body)) }
    }
}

/// A folder that is gone with its contents when the closure ends.
package func withTemporaryFolder<Value>(_ body: (String) async throws -> Value) async throws -> Value {
    let folder = NSTemporaryDirectory() + "noiviec-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    do {
        let value = try await body(folder)
        try FileManager.default.removeItem(atPath: folder)
        return value
    } catch {
        try FileManager.default.removeItem(atPath: folder)
        throw error
    }
}

extension ID {
    /// The id with a small number, for tests.
    package static func example(_ number: Int64) -> ID {
        guard let id = ID(number) else { preconditionFailure("an example's number is positive") }
        return id
    }
}

extension Day {
    /// A day written as yyyy-MM-dd, for tests.
    package static func example(_ text: String) -> Day {
        guard let day = Day(iso: text) else { preconditionFailure("an example's day exists") }
        return day
    }
}

extension OccupationCode {
    /// An occupation by its digits, for tests.
    package static func example(_ digits: String) -> OccupationCode {
        guard let code = OccupationCode(digits) else { preconditionFailure("an example's code is digits") }
        return code
    }
}

extension UnitCode {
    /// A commune by its code, for tests.
    package static func example(_ digits: String) -> UnitCode {
        guard let code = UnitCode(digits) else { preconditionFailure("an example's code has five digits") }
        return code
    }
}

extension Household {
    /// A poor household in Bộc Bố, Pác Nặm.
    package static func example(_ number: Int64 = 1, povertyClass: PovertyClass = .poor) -> Household {
        Household(
            id: .example(number),
            code: "01864-\(number)",
            commune: .example("01864"),
            village: "Thôn Nà Lẹng",
            headName: "Hoàng Văn An",
            povertyClass: povertyClass,
            escapedOn: nil,
            isWithoutLabour: false
        )
    }
}

extension Member {
    /// An able farmer of 30 who finished lower secondary school; nobody has asked how far he would go.
    package static func example(_ number: Int64 = 1, household: Int64 = 1) -> Member {
        var member = Member(id: .example(number), household: .example(household), line: 1, name: "Hoàng Văn An")
        member.birth = .date(.example("1994-01-15"))
        member.sex = .male
        member.ability = .able
        member.education = .lowerSecondary
        member.qualification = .untrained
        member.activity = .working(Work(status: .ownAccount, contract: nil))
        member.pastOccupation = .example("6111")
        member.isSoleCarer = false
        return member
    }
}

extension Vacancy {
    /// A sewing factory in Bộc Bố that trains newcomers, on a contract of 12 months, whose employer was checked.
    package static func example(_ number: Int64 = 1) -> Vacancy {
        var vacancy = Vacancy(id: .example(number), source: "test", reference: "\(number)", title: "Công nhân may")
        vacancy.employer = "Công ty May Nà Lẹng"
        vacancy.employerConfirmedUntil = .example("2099-12-31")
        vacancy.place = .commune(.example("01864"))
        vacancy.placeText = "Xã Bộc Bố, Huyện Pác Nặm, Bắc Kạn"
        vacancy.wage = MonthlyWage(minimum: Dong(6_000_000), maximum: nil)
        vacancy.contract = .fixed(months: 12)
        vacancy.openings = 1
        vacancy.occupation = .example("8153")
        vacancy.trainsNewcomers = true
        vacancy.isHazardous = false
        return vacancy
    }
}
