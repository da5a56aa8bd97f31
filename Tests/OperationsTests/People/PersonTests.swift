import Fixtures
import Foundation
import Households
import Operations
import Referrals
import Store
import Testing
import Vocabulary

@Suite("What people answer and want")
struct PersonTests {
    /// An office with one household of two people, and its roll.
    private struct House {
        let office: Office
        let clock: TestClock
        let folder: String

        init(in folder: String) async throws {
            let feed = try await FeedOffice(in: folder)
            (office, clock, self.folder) = (feed.office, feed.clock, folder)
            try await take(rows: [House.lan, House.hoa])
        }

        static let lan = "A,Nguyễn Thị Lan,12/03/1990,Nữ,006190000001,0912345678,Không có việc làm,Trong huyện"
        static let hoa = "A,Nguyễn Thị Hoa,05/06/1992,Nữ,,,Không có việc làm,"

        @discardableResult
        func take(rows: [String], on day: String = "2024-03-01", code: String = "A") async throws -> RollReport {
            if let noon = Day(iso: day).map({ Int64($0.number) * 86_400 + 5 * 3600 }) {
                clock.now = max(clock.now, noon)
            }
            let text =
                "Mã hộ,Chủ hộ,Mã xã,Thôn,Phân loại hộ\n\(code),Nguyễn Thị Lan,01864,Nà Lẹng,Hộ nghèo\n"
            let people =
                "Mã hộ,Họ và tên,Ngày sinh,Giới tính,Số CCCD,Số điện thoại,Tình trạng hoạt động kinh tế,"
                + "Phạm vi làm việc\n" + rows.joined(separator: "\n") + "\n"
            try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/ho.csv"))
            try Data(people.utf8).write(to: URL(fileURLWithPath: folder + "/nguoi.csv"))
            return try await office.importRolls([folder + "/ho.csv", folder + "/nguoi.csv"]) { request in
                request.asOf = Day(iso: day)
                request.problemsFile = folder + "/loi.csv"
            }
        }

        func member(_ name: String) async throws -> Member {
            let all = try await office.store.read { try $0.members().values.joined().filter { $0.name == name } }
            return try #require(all.first)
        }

        var members: [Member] {
            get async throws {
                try await office.store.read { try $0.members().values.joined().sorted { $0.line < $1.line } }
            }
        }
    }

    private func refusal(_ body: () async throws -> Void) async -> String? {
        do {
            try await body()
            return nil
        } catch OperationError.refused(let refusal) {
            return refusal.code
        } catch {
            return "\(error)"
        }
    }

    private static func caller(_ role: Role, in commune: String) throws -> Caller {
        Caller(
            kind: .staff,
            name: "can-bo",
            account: 1,
            role: role,
            permissions: role.permissions,
            area: VisibleArea(communes: [try #require(UnitCode(commune))])
        )
    }

    // MARK: Answers

    @Test("An answer holds against rolls of its day and before, and gives way to a later one that says otherwise")
    func answersAndRolls() async throws {
        try await withTemporaryFolder { folder in
            let house = try await House(in: folder)
            let lan = try await house.member("Nguyễn Thị Lan")
            #expect(lan.reach == .ownDistrict && lan.version == 1)
            house.clock.advance(hours: 24 * 10)
            let answers = try MemberAnswers(["reach": "province", "accepts_nights": "false", "skills": "sewing"])
            let version = try await house.office.recordAnswers(caller: .commandLine, lan.id, version: 1, answers)
            #expect(version == 2)
            let answered = try await house.member("Nguyễn Thị Lan")
            #expect(answered.reach == .province && answered.acceptsNights == false && answered.skills == [.sewing])
            #expect(answered.name == lan.name && answered.activity == lan.activity)

            // The roll of the day after the first, and before the answer.
            let sameDay = try await house.take(rows: [House.lan, House.hoa], on: "2024-03-11")
            #expect(sameDay.problems.map(\.code) == ["answer_kept"] && sameDay.refused == 0)
            #expect(try await house.member("Nguyễn Thị Lan").reach == .province)
            let later = try await house.take(rows: [House.lan, House.hoa], on: "2024-03-12")
            #expect(later.problems.isEmpty)
            let rolled = try await house.member("Nguyễn Thị Lan")
            #expect(rolled.reach == .ownDistrict && rolled.acceptsNights == false && rolled.version == 3)
        }
    }

    @Test("A stale version, a foreign area, another role and no answers are refused, and change nothing")
    func refusedAnswers() async throws {
        try await withTemporaryFolder { folder in
            let house = try await House(in: folder)
            let lan = try await house.member("Nguyễn Thị Lan")
            let office = house.office
            let answers = try MemberAnswers(["reach": "anywhere"])
            let own = try Self.caller(.communeOfficer, in: "01864")
            let foreign = try Self.caller(.communeOfficer, in: "01840")
            let auditor = try Self.caller(.auditor, in: "01864")
            #expect(
                await refusal { _ = try await office.recordAnswers(caller: own, lan.id, version: 7, answers) }
                    == "stale_version"
            )
            #expect(
                await refusal { _ = try await office.recordAnswers(caller: foreign, lan.id, version: 1, answers) }
                    == "not_found"
            )
            #expect(
                await refusal { _ = try await office.openPerson(caller: foreign, lan.id, purpose: .control) }
                    == "not_found"
            )
            #expect(
                await refusal { _ = try await office.recordAnswers(caller: auditor, lan.id, version: 1, answers) }
                    == "forbidden"
            )
            let tomorrow = office.today().adding(days: 1)
            #expect(
                await refusal {
                    _ = try await office.recordAnswers(caller: own, lan.id, version: 1, answers, day: tomorrow)
                } == "future_day"
            )
            for (text, code) in [
                (["reach": "far"], "impossible_answer"), (["name": "X"], "unknown_field"), ([:], "no_answer"),
                (["activity": "working"], "impossible_answer"), (["wage_floor": "-1"], "impossible_answer"),
                (["away_since": "2024-02-30"], "impossible_answer"), (["skills": "sewing magic"], "impossible_answer"),
            ] {
                #expect(await refusal { _ = try MemberAnswers(text) } == code)
            }
            let abroad = try MemberAnswers(["current_commune": "99999"])
            #expect(
                await refusal { _ = try await office.recordAnswers(caller: own, lan.id, version: 1, abroad) }
                    == "impossible_answer"
            )
            #expect(try await house.member("Nguyễn Thị Lan") == lan)
            #expect(try await office.recordAnswers(caller: own, lan.id, version: 1, answers) == 2)
        }
    }

    @Test("An ability that is answered holds though the day to ask again has come")
    func ability() async throws {
        try await withTemporaryFolder { folder in
            let house = try await House(in: folder)
            let lan = try await house.member("Nguyễn Thị Lan")
            let today = house.office.today()
            let limited = try MemberAnswers(["ability": "limited", "ability_review_on": today.description])
            _ = try await house.office.recordAnswers(caller: .commandLine, lan.id, version: nil, limited)
            #expect(try await house.member("Nguyễn Thị Lan").ability(on: today) == .unknown)
            let able = try MemberAnswers(["ability": "able"])
            _ = try await house.office.recordAnswers(caller: .commandLine, lan.id, version: nil, able)
            #expect(try await house.member("Nguyễn Thị Lan").ability(on: today) == .able)
        }
    }

    // MARK: Consent

    @Test("Who withdraws consent seeks no work and keeps the household among those to be covered, whatever rolls come")
    func withdrawn() async throws {
        try await withTemporaryFolder { folder in
            let house = try await House(in: folder)
            let (office, lan) = (house.office, try await house.member("Nguyễn Thị Lan"))
            try await office.withdrawConsent(caller: try Self.caller(.communeOfficer, in: "01864"), lan.id)
            let person = try await house.member("Nguyễn Thị Lan")
            let (day, workingAge) = (office.today(), office.programme.workingAge)
            #expect(!person.isContactable && person.version == lan.version + 1)
            #expect(Standing.of(person, on: day, workingAge: workingAge) == .notSeeking(.doNotContact))
            let household = try #require(try await office.store.read { try $0.household(person.household) })
            let coverability = Coverability.of(household, members: [person], on: day, workingAge: workingAge)
            #expect(coverability == .coverable)
            #expect(
                await refusal {
                    _ = try await office.recordAnswers(
                        caller: .commandLine,
                        lan.id,
                        version: nil,
                        try MemberAnswers(["reach": "anywhere"])
                    )
                } == "do_not_contact"
            )

            // The same roll; a corrected name by the same number; another household by the same number.
            try await house.take(rows: [House.lan, House.hoa], on: "2024-03-02")
            let corrected = House.lan.replacing("Thị Lan", with: "Thị Lành")
            try await house.take(rows: [corrected, House.hoa], on: "2024-03-03")
            #expect(try await !house.member("Nguyễn Thị Lành").isContactable)
            let moved = "B" + corrected.dropFirst()
            let report = try await house.take(rows: [moved], on: "2024-03-04", code: "B")
            #expect(report.members.new == 1)
            let all = try await house.members.filter { $0.name == "Nguyễn Thị Lành" }
            #expect(all.count == 2 && all.allSatisfy { !$0.isContactable })
            #expect(try await house.member("Nguyễn Thị Hoa").isContactable)

            // Only new consent changes it, for both rows of the one person.
            let consent = Consent(textVersion: "1", language: "tyz", withInterpreter: true, isSigned: false)
            try await office.recordConsent(caller: .commandLine, lan.id, consent)
            #expect(try await house.members.allSatisfy(\.isContactable))
            let wishes = try await office.store.read { try $0.wishes(of: lan.id) }
            #expect(wishes.map(\.consent) == [nil, consent])
        }
    }

    @Test("Who withdraws consent is in no plan and on no list of calls any more")
    func withdrawnFromPlan() async throws {
        try await withTemporaryFolder { folder in
            let office = try await smallOffice(in: folder)
            _ = try await office.match(actor: "test", progress: { _ in })
            let plan = try await office.store.read { try $0.latestPlan() }
            let planned = try #require(plan.keys.min())
            try await office.withdrawConsent(caller: .commandLine, planned)
            #expect(try await office.store.read { try $0.latestPlan() }[planned] == nil)
            try await office.amendPlan()
            _ = try await office.match(actor: "test", progress: { _ in })
            #expect(try await office.store.read { try $0.latestPlan() }[planned] == nil)
            let run = try #require(try await office.store.read { try $0.latestRun() })
            let calls = try await office.store.read {
                try $0.calls(of: run.number, commune: nil, limit: 9999)
            }
            for row in calls.rows {
                if case .member(let called) = row.called { #expect(called.member != planned) }
            }
        }
    }

    // MARK: Erasing

    /// The bytes of the database's files together.
    private func bytes(_ folder: String) -> Data {
        ["noiviec.sqlite", "noiviec.sqlite-wal"].reduce(into: Data()) { all, name in
            all += FileManager.default.contents(atPath: folder + "/" + name) ?? Data()
        }
    }

    @Test(
        "Of a person who is erased no byte is left, figures and audit stay, and the next roll does not bring them back"
    )
    func erased() async throws {
        try await withTemporaryFolder { folder in
            let house = try await House(in: folder)
            let (office, lan) = (house.office, try await house.member("Nguyễn Thị Lan"))
            // A refused row in a file, a file of others, an answer and a reason in words.
            try await house.take(rows: [House.lan.replacing("A,", with: "Z,"), House.hoa], on: "2024-03-02")
            #expect(try String(contentsOfFile: folder + "/loi.csv", encoding: .utf8).contains("Nguyễn Thị Lan"))
            try Data("Lò Văn Khác".utf8).write(to: URL(fileURLWithPath: folder + "/khac.csv"))
            try await office.register(file: folder + "/khac.csv", .problems)
            try await office.register(file: folder + "/xuat.xlsx", .export, members: [lan.id])
            _ = try await office.recordAnswers(
                caller: .commandLine,
                lan.id,
                version: nil,
                try MemberAnswers(["reach": "province"])
            )
            try await office.withdrawConsent(caller: .commandLine, lan.id, reason: "Lan không muốn")
            let secrets = ["Nguyễn Thị Lan", folded("Nguyễn Thị Lan"), "Lan không muốn", "1990-03-12"]
            try await office.store.checkpoint()
            let before = bytes(folder)
            for secret in secrets { #expect(before.range(of: Data(secret.utf8)) != nil, "\(secret)") }
            let sealed = try #require(try await office.store.read { try $0.sealed(of: lan.id) })
            let wrapped = try #require(sealed.wrappedKey)

            let own = try Self.caller(.communeOfficer, in: "01864")
            #expect(
                await refusal { _ = try await office.erasePerson(caller: own, lan.id, ground: .request) } == "forbidden"
            )
            let foreign = try Self.caller(.supervisor, in: "01840")
            #expect(
                await refusal { _ = try await office.erasePerson(caller: foreign, lan.id, ground: .request) }
                    == "not_found"
            )
            let expiry = try await office.erasePerson(
                caller: try Self.caller(.supervisor, in: "01864"),
                lan.id,
                ground: .request
            )
            #expect(expiry.deleted == [URL(fileURLWithPath: folder + "/loi.csv").resolvingSymlinksInPath().path])
            #expect(expiry.unreached.map(\.cause) == [.gone] && expiry.isDatabaseRewritten)
            #expect(FileManager.default.fileExists(atPath: folder + "/khac.csv"))
            let after = bytes(folder)
            for secret in secrets { #expect(after.range(of: Data(secret.utf8)) == nil, "\(secret)") }
            for secret in [wrapped, try #require(sealed.nationalID).sealed, try #require(sealed.phone).hash] {
                #expect(after.range(of: secret) == nil)
            }

            let rest = try #require(try await office.store.read { try $0.member(lan.id) })
            #expect(rest.name.isEmpty && rest.birth == .year(1990) && rest.sex == .female && rest.reach == .notAsked)
            #expect(rest.erasedOn == office.today() && rest.household == lan.household)
            #expect(
                await refusal { _ = try await office.openPerson(caller: .commandLine, lan.id, purpose: .control) }
                    == "not_found"
            )
            #expect(try await office.verifyAudit(caller: .commandLine).problems == [])

            // The next roll names her again, also under a new number, without one, and with another spelling.
            for (index, row) in [
                House.lan, House.lan.replacing("006190000001", with: ""), House.lan.replacing("Lan,", with: "Lành,"),
            ].enumerated() {
                let report = try await house.take(rows: [row, House.hoa], on: "2024-03-0\(index + 3)")
                #expect(report.problems.map(\.code) == ["erased"] && report.refused == 1 && report.members.new == 0)
            }
            #expect(try await house.members.filter { $0.erasedOn == nil }.map(\.name) == ["Nguyễn Thị Hoa"])
            try await office.store.checkpoint()
            let last = bytes(folder)
            for secret in secrets { #expect(last.range(of: Data(secret.utf8)) == nil, "\(secret)") }
            let problems = try String(contentsOfFile: folder + "/loi.csv", encoding: .utf8)
            #expect(!problems.contains("Lan"))
        }
    }

    @Test("Erased people do not keep a complete roll from saying who has left")
    func completeRollAfterErasing() async throws {
        try await withTemporaryFolder { folder in
            let house = try await House(in: folder)
            let lan = try await house.member("Nguyễn Thị Lan")
            _ = try await house.office.erasePerson(caller: .commandLine, lan.id, ground: .request)
            house.clock.advance(hours: 48)
            let rows = "A,Nguyễn Thị Mới,01/01/1995,Nữ,,,Không có việc làm,"
            _ = try await house.take(rows: [House.lan, rows], on: "2024-03-03")
            let report = try await house.office.importRolls([folder + "/ho.csv", folder + "/nguoi.csv"]) { request in
                request.isComplete = true
            }
            #expect(!report.isHeldOpen && report.members.left == 1)
        }
    }

    @Test("Every table that names a member is dealt with when a person is erased")
    func everyTable() async throws {
        try await withTemporaryFolder { folder in
            let house = try await House(in: folder)
            let tables = Set(try await house.office.store.read { try $0.tablesNamingMembers() })
            // Rows that stay, by random id alone: figures are counted from them, or they say who did what.
            let stay: Set<String> = [
                "coverage_entry", "departure_period", "outcome_report", "referral", "issued_file_member",
            ]
            let deleted: Set<String> = [
                "person_key", "member_answer", "contact_wish", "duplicate", "proposal", "shortlist", "call", "refusal",
                "unreached_call", "member_past",
            ]
            #expect(tables.subtracting(stay).subtracting(deleted) == [])
        }
    }

    @Test("Files go on their day, and not before")
    func expire() async throws {
        try await withTemporaryFolder { folder in
            let house = try await House(in: folder)
            let office = house.office
            let problems = URL(fileURLWithPath: folder + "/loi.csv").resolvingSymlinksInPath().path
            let early = try await office.expire(caller: .commandLine)
            #expect(early.deleted.isEmpty && early.unreached.isEmpty)
            house.clock.advance(hours: Double(24 * office.programme.peopleFileDays))
            #expect(try await office.expire(caller: .commandLine).deleted == [problems])
            #expect(!FileManager.default.fileExists(atPath: problems))
            #expect(try await office.expire(caller: .commandLine).deleted.isEmpty)
            let officer = try Self.caller(.communeOfficer, in: "01864")
            #expect(await refusal { _ = try await office.expire(caller: officer) } == "forbidden")
        }
    }
}
