import Fixtures
import Households
import Scoring
import Testing
import Vacancies
import Vocabulary

@Suite("Need, and what a job could change for a household")
struct OutlookTests {
    private let standard = PovertyStandard(
        ruralLine: Dong(1_500_000),
        urbanLine: Dong(2_000_000),
        poorDeprivations: 3
    )

    private func outlook(
        income: Int64? = 900_000,
        size: Int? = 4,
        deprivations: Set<Deprivation>? = [.employment, .water, .sanitation],
        area: Area? = .rural,
        member change: (inout Member) -> Void = { _ in },
        vacancy changeVacancy: (inout Vacancy) -> Void = { _ in },
        others: [Member] = []
    ) async throws -> Outlook {
        var household = Household.example()
        household.monthlyIncome = income.map { Dong($0) }
        household.size = size
        household.deprivations = deprivations
        var member = Member.example()
        member.activity = .unemployed
        change(&member)
        var vacancy = Vacancy.example()
        changeVacancy(&vacancy)
        return Outlook.of(
            household,
            members: [member] + others,
            member: member,
            vacancy: vacancy,
            standard: standard,
            area: area,
            on: testDay,
            workingAge: try await shippedSettings().programme.workingAge
        )
    }

    @Test("A wage of 6,000,000 lifts four people from 900,000 over the line; to the line itself is not over it")
    func income() async throws {
        let lifted = try await outlook()
        #expect(lifted == Outlook(liftsIncome: .yes, clearsEmployment: .yes, classAfter: .notPoor))
        // (900,000 × 4 + 2,400,000) / 4 is the line.
        let wage: (Int64) -> (inout Vacancy) -> Void = { amount in
            { $0.wage = MonthlyWage(minimum: Dong(amount), maximum: nil) }
        }
        #expect(try await outlook(vacancy: wage(2_400_000)).liftsIncome == .no)
        #expect(try await outlook(vacancy: wage(2_400_001)).liftsIncome == .yes)
        #expect(try await outlook(area: .urban, vacancy: wage(2_400_001)).liftsIncome == .no)
        #expect(try await outlook(income: 1_500_001).liftsIncome == .notNeeded)
    }

    @Test("With a contract but below the line, three deprivations become two: near-poor")
    func nearPoor() async throws {
        let low = try await outlook(vacancy: { $0.wage = MonthlyWage(minimum: Dong(1_000_000), maximum: nil) })
        #expect(low == Outlook(liftsIncome: .no, clearsEmployment: .yes, classAfter: .nearPoor))
        let four = try await outlook(
            deprivations: [.employment, .water, .sanitation, .nutrition],
            vacancy: { $0.wage = MonthlyWage(minimum: Dong(1_000_000), maximum: nil) }
        )
        #expect(four.classAfter == .poor)
    }

    @Test("Deprivation 1 stays while another member has no work; one not in it needs no clearing")
    func employment() async throws {
        var brother = Member.example(2)
        brother.activity = .unemployed
        #expect(try await outlook(others: [brother]).clearsEmployment == .no)
        brother.activity = .working(Work(status: .employee, contract: .noContract))
        #expect(try await outlook(others: [brother]).clearsEmployment == .no)
        brother.activity = .unknown
        #expect(try await outlook(others: [brother]).clearsEmployment == .unknown)
        brother.activity = .working(Work(status: .ownAccount, contract: nil))
        #expect(try await outlook(others: [brother]).clearsEmployment == .yes)
        #expect(try await outlook(deprivations: [.water]).clearsEmployment == .notNeeded)
        #expect(try await outlook(vacancy: { $0.contract = nil }).clearsEmployment == .unknown)
    }

    @Test("What the roll does not say stays unknown")
    func unknown() async throws {
        let blank = try await outlook(income: nil, size: nil, deprivations: nil)
        #expect(blank == Outlook(liftsIncome: .unknown, clearsEmployment: .unknown, classAfter: nil))
        #expect(try await outlook(area: nil).liftsIncome == .unknown)
        #expect(try await outlook(size: nil).liftsIncome == .unknown)
        // How much of the income came from the job that would be left, nobody recorded.
        let paid = try await outlook(member: { $0.activity = .working(Work(status: .employee, contract: .noContract)) })
        #expect(paid.liftsIncome == .unknown && paid.classAfter == nil)
        // Over the line the deprivations do not matter.
        #expect(try await outlook(deprivations: nil).classAfter == .notPoor)
    }

    @Test("Need puts poor before near-poor, and adds for a hard commune and for waiting, up to the most")
    func need() async throws {
        let policy = try await shippedSettings().programme.scoring
        func total(_ povertyClass: PovertyClass, _ difficulty: Difficulty?, _ months: Int?) -> Int32 {
            policy.need.need(povertyClass: povertyClass, difficulty: difficulty, waitingMonths: months).total
        }
        #expect(total(.poor, nil, nil) > total(.nearPoor, .three, 1000))
        #expect(total(.nearPoor, .three, nil) > total(.nearPoor, .one, nil))
        #expect(total(.nearPoor, nil, nil) == total(.nearPoor, .two, 0))
        #expect(total(.poor, nil, 2) == total(.poor, nil, nil) + 10 && total(.poor, nil, 1000) == 360)
        #expect(total(.newlyEscaped, nil, nil) == 0)
        // Of the communes in region III the names of 39 are known; of Ba Bể's none.
        let hard = policy.difficulty.filter { $0.value.value(on: testDay) == .three }
        #expect(hard.count == 39 && hard[.example("01864")] != nil && policy.difficulty[.example("01888")] == nil)
    }
}
