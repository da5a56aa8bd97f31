import Fixtures
import Store
import Testing
import Vacancies
import Vocabulary

@testable import Operations

private let code = "0100109106"

private let ad = """
    <vacancies xmlns="urn:noiviec:vacancies:1" complete="true" count="2">
    <vacancy><id>home</id><title>Công nhân may</title><employer><name>May A</name><taxCode>0100109106</taxCode></employer>
    <workplace><address>Xã Bộc Bố, Huyện Pác Nặm, Bắc Kạn</address></workplace></vacancy>
    <vacancy><id>far</id><title>Thực tập sinh Nhật Bản</title><employer><name>May A</name><taxCode>0100109106</taxCode></employer>
    <workplace><address>Osaka, Nhật Bản</address></workplace></vacancy>
    </vacancies>
    """

private func check(_ change: (inout EmployerCheck) -> Void = { _ in }) -> EmployerCheck {
    var check = EmployerCheck(
        way: .phone,
        isTaxCodeChecked: true,
        takesNoFee: true,
        takesNoDeposit: true,
        keepsNoPapers: true
    )
    change(&check)
    return check
}

extension FeedOffice {
    /// Why a referral to a vacancy is refused today; nil where it is not.
    fileprivate func refusal(_ reference: String, by caller: Caller = .commandLine) async throws -> String? {
        let vacancy = try #require(try await vacancies()[reference])
        let (office, day) = (office, office.today())
        do {
            try await office.store.read { try office.refuseUnlessReferable(vacancy, by: caller, on: day, $0) }
            return nil
        } catch OperationError.refused(let refusal) {
            return refusal.code
        }
    }

    fileprivate func confirm(_ id: EmployerID, _ check: EmployerCheck) async throws -> String? {
        do {
            _ = try await office.confirmEmployer(id, check, caller: .commandLine)
            return nil
        } catch OperationError.refused(let refusal) {
            return refusal.field ?? refusal.code
        }
    }
}

@Suite("Employers are checked first")
struct EmployerCheckTests {
    @Test("Nobody is referred to an employer before it was checked, nor a day after six months")
    func expiry() async throws {
        try await withTemporaryFolder { folder in
            let desk = try await FeedOffice(in: folder)
            _ = try await desk.ingest(ad)
            let id = try #require(try await desk.vacancies()["home"]?.employerID)
            #expect(try await desk.refusal("home") == "employer_unconfirmed")
            let until = try await desk.office.confirmEmployer(id, check(), caller: .commandLine)
            #expect(until == .example("2024-09-01"))
            #expect(try await desk.refusal("home") == nil)
            desk.clock.advance(hours: 24 * 184)
            #expect(desk.office.today() == until)
            #expect(try await desk.refusal("home") == nil)
            desk.clock.advance(hours: 24)
            #expect(try await desk.refusal("home") == "employer_confirmation_expired")
            let line = try await desk.office.employer(id, caller: .commandLine).employer
            #expect(line.standing == "unconfirmed")
            _ = try await desk.office.confirmEmployer(id, check(), caller: .commandLine)
            #expect(try await desk.refusal("home") == nil)
            try await desk.office.withdrawConfirmation(of: id, caller: .commandLine)
            #expect(try await desk.refusal("home") == "employer_unconfirmed")
            // What was confirmed stays on record.
            #expect(try await desk.office.employer(id, caller: .commandLine).confirmations?.count == 2)
        }
    }

    @Test("Only what was found in full confirms, and only with the tax code on record")
    func whatConfirms() async throws {
        try await withTemporaryFolder { folder in
            let desk = try await FeedOffice(in: folder)
            _ = try await desk.ingest(ad)
            let id = try #require(try await desk.vacancies()["home"]?.employerID)
            #expect(try await desk.confirm(id, check { $0.takesNoFee = false }) == "noFee")
            #expect(try await desk.confirm(id, check { $0.takesNoDeposit = false }) == "noDeposit")
            #expect(try await desk.confirm(id, check { $0.keepsNoPapers = false }) == "noPapersKept")
            #expect(try await desk.confirm(id, check { $0.isTaxCodeChecked = false }) == "taxCodeChecked")
            #expect(try await desk.confirm(id, check { $0.way = .demo }) == "only_in_demo")
            #expect(try await desk.refusal("home") == "employer_unconfirmed")
            var details = EmployerDetails()
            details.name = "Xưởng mộc Bình Minh"
            let shop = try await desk.office.addEmployer(details, caller: .commandLine)
            #expect(try await desk.confirm(shop, check()) == "taxCode")
            // A household business may have only its owner's number, which is not kept.
            details.kind = .householdBusiness
            _ = try await desk.office.changeEmployer(shop, details, version: nil, caller: .commandLine)
            #expect(try await desk.confirm(shop, check()) == nil)
            // Its code becomes known: that one was not checked.
            details.taxCode = "0300588569"
            _ = try await desk.office.changeEmployer(shop, details, version: nil, caller: .commandLine)
            #expect(try await desk.office.employer(shop, caller: .commandLine).employer.standing == "unconfirmed")
            #expect(try await desk.confirm(EmployerID.example(7), check()) == "not_found")
            await #expect(throws: OperationError.refused(.onlyInDemo)) {
                _ = try await desk.office.confirmDemoEmployers(caller: .commandLine)
            }
        }
    }

    @Test("Work abroad needs the number of a licence; the same employer's work at home does not")
    func licences() async throws {
        try await withTemporaryFolder { folder in
            let desk = try await FeedOffice(in: folder)
            _ = try await desk.ingest(ad)
            let id = try #require(try await desk.vacancies()["far"]?.employerID)
            #expect(try await desk.vacancies()["far"]?.isAbroad == true)
            #expect(try await desk.confirm(id, check()) == nil)
            #expect(try await desk.refusal("home") == nil)
            #expect(try await desk.refusal("far") == "employer_without_licence")
            let day = desk.office.today()
            #expect(try await desk.vacancies()["far"]?.employerStanding(on: day) == .unconfirmed)
            #expect(try await desk.confirm(id, check { $0.licenceNumber = "123/LĐTBXH-GP" }) == nil)
            #expect(try await desk.refusal("far") == nil)
            #expect(try await desk.vacancies()["far"]?.employerStanding(on: day) == .confirmed)
            // Another number is another licence, which nobody has seen.
            var details = EmployerDetails()
            (details.licenceNumber, details.sendsAbroad) = ("9/LĐTBXH-GP", true)
            _ = try await desk.office.changeEmployer(id, details, version: nil, caller: .commandLine)
            #expect(try await desk.refusal("far") == "employer_without_licence")
            #expect(try await desk.vacancies()["far"]?.employerStanding(on: day) == .unconfirmed)
            #expect(try await desk.refusal("home") == "employer_without_licence")
            details.licenceNumber = ""
            _ = try await desk.office.changeEmployer(id, details, version: nil, caller: .commandLine)
            #expect(try await desk.confirm(id, check()) == "licenceNumber")
        }
    }

    @Test("Who is linked to an employer neither confirms it nor refers to it, under any of its numbers")
    func conflictOfInterest() async throws {
        try await withTemporaryFolder { folder in
            let desk = try await FeedOffice(in: folder)
            _ = try await desk.ingest(ad)
            let id = try #require(try await desk.vacancies()["home"]?.employerID)
            var details = EmployerDetails()
            details.name = "Tên cũ"
            let alias = try await desk.office.addEmployer(details, caller: .commandLine)
            details.taxCode = code
            _ = try await desk.office.changeEmployer(alias, details, version: nil, caller: .commandLine)
            _ = try await desk.office.confirmEmployer(id, check(), caller: .commandLine)
            func linked(_ employer: EmployerID) -> Caller {
                Caller(
                    kind: .staff,
                    name: "a",
                    account: 1,
                    role: .supervisor,
                    permissions: Role.supervisor.permissions,
                    area: .everywhere,
                    linkedEmployers: [employer.rawValue]
                )
            }
            for caller in [linked(id), linked(alias)] {
                #expect(try await desk.refusal("home", by: caller) == "conflict_of_interest")
                await #expect(throws: OperationError.refused(.conflictOfInterest)) {
                    _ = try await desk.office.confirmEmployer(id, check(), caller: caller)
                }
            }
            #expect(try await desk.refusal("home", by: linked(.example(5))) == nil)
        }
    }

    @Test("A blocked employer's vacancies are not offered until the block is taken off, and then it is checked anew")
    func blocks() async throws {
        try await withTemporaryFolder { folder in
            let desk = try await FeedOffice(in: folder)
            _ = try await desk.ingest(ad)
            let id = try #require(try await desk.vacancies()["home"]?.employerID)
            let day = desk.office.today()
            _ = try await desk.office.confirmEmployer(id, check(), caller: .commandLine)
            try await desk.office.blockEmployer(id, reason: "Giữ căn cước", caller: .commandLine)
            #expect(try await desk.vacancies()["home"]?.isOffered(on: day) == false)
            #expect(try await desk.refusal("home") == "employer_blocked")
            #expect(try await desk.confirm(id, check()) == "employer_blocked")
            await #expect(throws: OperationError.refused(.employerBlocked)) {
                try await desk.office.blockEmployer(id, reason: "x", caller: .commandLine)
            }
            try await desk.office.unblockEmployer(id, caller: .commandLine)
            #expect(try await desk.vacancies()["home"]?.isOffered(on: day) == true)
            #expect(try await desk.refusal("home") == "employer_unconfirmed")
            await #expect(throws: OperationError.refused(.employerNotBlocked)) {
                try await desk.office.unblockEmployer(id, caller: .commandLine)
            }
            // Neither a name nor a reason stands in the audit.
            let lines = try await desk.office.store.read { try $0.auditLines() }
            #expect(
                lines.contains { $0.action == "block_employer" && $0.detail == "{\"employer\":\(id),\"referrals\":0}" }
            )
            #expect(!lines.contains { $0.detail.contains("căn cước") || $0.detail.contains("May A") })
        }
    }
}
