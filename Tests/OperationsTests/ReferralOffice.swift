import Fixtures
import Foundation
import Households
import Logging
import Operations
import Referrals
import Service
import Store
import Testing
import Vacancies
import Vocabulary

/// An office with a few households and vacancies, every pair of which may be referred.
struct ReferralOffice {
    /// A vacancy to be offered.
    struct Job {
        let reference: String
        let openings: Int
        var months = 24
        var employer = "Công ty May Nà Lẹng"
    }

    /// The office.
    let office: Office
    let folder: String
    private let environment: [String: String]
    private let clock: TestClock

    /// An office whose clock stands at 08:00 on its day, with members by name, whose first letter is their household: those in
    /// lower case are in Nhạn Môn, the others in Bộc Bố.
    init(in folder: String, _ names: [String], _ jobs: [Job], _ environment: [String: String] = [:]) async throws {
        self.folder = folder
        self.environment = environment
        clock = TestClock(1_705_280_400)
        let settings = try await smallSettings(in: folder, environment)
        let clock = clock
        office = try await openOffice(
            settings,
            mayCreate: true,
            demoDay: .example("2024-01-15"),
            program: builtProgram,
            now: { clock.now },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        let households = Set(names.map { String($0.prefix(1)) }).sorted().map { household in
            "\(household),Chủ \(household),\(household == household.lowercased() ? "01861" : "01864"),Hộ nghèo\n"
        }
        let members = names.map { name in
            "\(name.prefix(1)),\(name),05/03/1990,Nam,Có,Có việc làm,Tự làm,0912345678\n"
        }
        let memberHead =
            "Mã hộ,Họ và tên,Ngày sinh,Giới tính,Khả năng lao động,Tình trạng hoạt động kinh tế,Vị thế việc làm,"
            + "Số điện thoại\n"
        let vacancies = jobs.map { job in
            """
            <vacancy><id>\(job.reference)</id><title>Đóng gói \(job.reference)</title><description>Đóng gói</description>
            <employer><name>\(job.employer)</name><taxCode>0100109106</taxCode></employer><workplace><unitCode>01864</unitCode></workplace>
            <wage min="6000000" currency="VND" period="month"/><contract kind="fixed" months="\(job.months)"/>
            <openings>\(job.openings)</openings><occupation>9321</occupation><hazardous>false</hazardous></vacancy>
            """
        }
        let feed = "<vacancies xmlns=\"urn:noiviec:vacancies:1\" complete=\"true\" count=\"\(jobs.count)\">"
        for (name, text) in [
            ("ho", "Mã hộ,Chủ hộ,Mã xã,Phân loại hộ\n" + households.joined()), ("nk", memberHead + members.joined()),
            ("feed", feed + vacancies.joined() + "</vacancies>"),
        ] {
            try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
        }
        #expect(try await office.importRolls([folder + "/ho", folder + "/nk"]).refused == 0)
        let source = FeedSource(name: "f", location: .file(folder + "/feed"))
        #expect(try await office.ingest(source, actor: "t", progress: { _ in }).new == jobs.count)
        try await confirmAllEmployers(office)
        // Hires that are recorded after a vacancy was read take its openings.
        clock.advance(hours: 1)
    }

    private init(_ office: Office, _ other: ReferralOffice) {
        self.office = office
        folder = other.folder
        environment = other.environment
        clock = other.clock
    }

    /// The same office some days later.
    func later(days: Int) async throws -> ReferralOffice {
        let day = office.today().adding(days: days)
        try await office.store.write { try $0.set("demo_day", to: day.description) }
        clock.advance(hours: 24 * Double(days))
        let clock = clock
        let next = try await openOffice(
            try await smallSettings(in: folder, environment),
            mayCreate: false,
            program: builtProgram,
            now: { clock.now },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        return ReferralOffice(next, self)
    }

    /// Lets some minutes pass.
    func wait(minutes: Double) { clock.advance(hours: minutes / 60) }

    /// A member by name.
    func member(_ name: String) async throws -> Member {
        let all = try await office.store.read { try $0.members() }
        return try #require(all.values.joined().first { $0.name == name })
    }

    /// A vacancy by reference.
    func vacancy(_ reference: String) async throws -> Vacancy {
        try #require(try await office.store.read { try $0.vacancies() }.first { $0.reference == reference })
    }

    /// A referral as stored.
    func stored(_ id: ReferralID) async throws -> Referral {
        try #require(try await office.store.read { try $0.referral(id) })
    }

    /// Refers a member.
    @discardableResult
    func refer(
        _ name: String,
        to reference: String,
        by caller: Caller = .example(),
        _ change: (inout ReferralRequest) -> Void = { _ in }
    ) async throws -> Referral {
        var request = ReferralRequest(member: try await member(name).id, vacancy: try await vacancy(reference).id)
        change(&request)
        return try await office.makeReferral(request, caller: caller)
    }

    /// Has a referral take steps.
    @discardableResult
    func take(
        _ actions: ReferralChange.Action...,
        by id: ReferralID,
        caller: Caller = .example()
    ) async throws -> Referral {
        var referral = try await stored(id)
        for action in actions {
            referral = try await office.advance(
                id,
                ReferralChange(action),
                version: referral.version,
                caller: caller
            )
        }
        return referral
    }

    /// Refers a member as far as the letter.
    func introduce(_ name: String, to reference: String) async throws -> Referral {
        let made = try await refer(name, to: reference)
        return try await take(.step(.agreed(.example)), .letter(signer: "Nguyễn Thị Bình"), by: made.id)
    }

    /// A hire on the office's day under a contract of two years.
    func hire(_ change: (inout Hire) -> Void = { _ in }) -> ReferralChange.Action {
        var hire = Hire(
            start: office.today(),
            contract: .fixed(months: 24),
            wage: Dong(6_000_000),
            isInsured: true,
            evidence: .employer
        )
        change(&hire)
        return .step(.hired(hire))
    }

    /// Expects that every stored referral is what its events make of it, and that hires never exceed openings.
    func expectConsistent() async throws {
        let (rows, vacancies, events) = try await office.store.read { reading in
            let rows = try reading.referrals(ReferralFilter(area: .everywhere, limit: 1000))
            return (rows, try reading.vacancies(), try rows.map { try reading.events(of: $0.referral.id) })
        }
        for (row, events) in zip(rows, events) { #expect(row.referral.folding(events) == row.referral) }
        for vacancy in vacancies {
            #expect(rows.count { $0.referral.vacancy == vacancy.id && $0.referral.hire != nil } <= vacancy.openings)
        }
    }
}

extension Caller {
    /// A member of staff with a role and an area.
    static func example(
        _ name: String = "can-bo",
        role: Role = .specialist,
        area: VisibleArea = .everywhere
    ) -> Caller {
        Caller(kind: .staff, name: name, account: nil, role: role, permissions: role.permissions, area: area)
    }
}

extension Consent {
    /// An oral consent in Vietnamese.
    static let example = Consent(textVersion: "2024-1", language: "vie", withInterpreter: false, isSigned: false)
}

/// The code of the refusal that an operation ends with; nil where it is not refused.
func refusalCode(_ body: () async throws -> some Any) async throws -> String? {
    do {
        _ = try await body()
        return nil
    } catch OperationError.refused(let refusal) {
        return refusal.code
    }
}
