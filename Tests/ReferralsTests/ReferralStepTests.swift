import Fixtures
import Households
import Referrals
import Testing
import Vacancies
import Vocabulary

@Suite("What can follow what in a referral")
struct ReferralStepTests {
    /// 1 March 2024, on which every example is made.
    static let made = Day.example("2024-03-01")
    static let rules = ReferralRules(
        dueDays: 14,
        perMember: 2,
        perOpening: 3,
        undoMinutes: 10,
        letterDays: 15,
        letterNumber: "{n}/{year}/GT-TTDVVL"
    )
    static let hire = Hire(
        start: made.adding(days: 10),
        contract: .fixed(months: 12),
        wage: Dong(5_000_000),
        isInsured: true,
        evidence: .employer
    )

    static func check(_ months: Int, _ isInWork: Bool = true) -> ReferralStep {
        .checked(RetentionCheck(months: months, isInWork: isInWork, wage: nil, isInsured: nil, evidence: .worker))
    }

    static func letter(_ days: Int = 15) -> ReferralStep {
        .referred(Letter(number: "1/2024/GT-TTDVVL", signer: "Nguyễn Thị Bình", expires: made.adding(days: days)))
    }

    static let consent = Consent(textVersion: "2024-1", language: "tyz", withInterpreter: false, isSigned: false)

    /// One step of each name, such that its days are possible a year after the start.
    static let steps: [ReferralStep] = [
        .contacted(.phone), .agreed(consent), letter(400), .interview(on: made.adding(days: 3), place: "Xưởng may"),
        .offered, .hired(hire), .confirmed(.document), check(3), .ended(on: made.adding(days: 200), .resigned),
        .closed(.declined), .putBehind, .broughtForward,
    ]

    /// A referral in each stage, none of them behind and none past its due date on the day that steps are tried.
    static func example(_ stage: ReferralStage) -> Referral {
        var referral = Referral(
            id: .example(1),
            member: .example(1),
            household: .example(1),
            vacancy: .example(1),
            madeOn: made,
            povertyClass: .poor,
            officer: "can-bo",
            due: made.adding(days: 1000)
        )
        referral.stage = stage
        if ReferralStage.inWork.contains(stage) || stage == .ended { referral.hire = hire }
        if stage == .ended { referral.end = Referral.JobEnd(on: made.adding(days: 100), reason: .resigned) }
        if stage == .closed { referral.exit = .rejected }
        return referral
    }

    /// What follows what, written by hand: the only steps that a stage allows.
    static let table: [ReferralStage: Set<String>] = [
        .proposed: ["contacted", "agreed", "closed", "put_behind"],
        .contacted: ["contacted", "agreed", "closed", "put_behind"],
        .agreed: ["referred", "closed", "put_behind"],
        .referred: ["referred", "interview", "offered", "hired", "closed", "put_behind"],
        .interview: ["referred", "interview", "offered", "hired", "closed", "put_behind"],
        .offered: ["hired", "closed", "put_behind"],
        .hired: ["confirmed", "ended"],
        .confirmed: ["checked", "ended"],
        .sustained: ["checked", "ended"],
        .ended: [],
        .closed: [],
    ]

    @Test("Every pair of a stage and a step is allowed or refused as the table says", arguments: ReferralStage.allCases)
    func table(stage: ReferralStage) throws {
        #expect(Set(Self.steps.map(\.name)) == Set(ReferralStep.names))
        let day = Self.made.adding(days: 390)
        let allowed = try #require(Self.table[stage])
        for step in Self.steps {
            // A year later only what lies before it is possible, so that dates do not decide here.
            let referral = Self.example(stage)
            if allowed.contains(step.name) {
                let next = try referral.taking(step, on: day, rules: Self.rules)
                #expect(next.version == referral.version + 1)
            } else {
                #expect(throws: ReferralError.cannotFollow(step: step.name, stage: stage)) {
                    try referral.taking(step, on: day, rules: Self.rules)
                }
            }
        }
    }

    private func walk(_ steps: [(ReferralStep, Int)]) throws -> Referral {
        var referral = Self.example(.proposed)
        for (step, day) in steps {
            referral = try referral.taking(step, on: Self.made.adding(days: day), rules: Self.rules)
        }
        return referral
    }

    @Test("From proposal to a year in the job, each step says until when an answer is due")
    func wholeWay() throws {
        var steps: [(ReferralStep, Int)] = []
        func due(after step: ReferralStep, on day: Int) throws -> Int? {
            steps.append((step, day))
            return try walk(steps).due.map { $0.number - Self.made.number }
        }
        #expect(try due(after: .contacted(.visit), on: 0) == 14)
        #expect(try due(after: .agreed(Self.consent), on: 1) == 15)
        #expect(try due(after: Self.letter(), on: 2) == 16)
        #expect(try due(after: .interview(on: Self.made.adding(days: 8), place: ""), on: 3) == 22)
        #expect(try due(after: .offered, on: 8) == 22)
        // While the start is waited for, the start counts: it is on day 10.
        #expect(try due(after: .hired(Self.hire), on: 9) == 24)
        #expect(try due(after: .confirmed(.document), on: 11) == 41)  // 11 April, one month after 11 March
        #expect(try due(after: Self.check(1), on: 45) == 102)  // 11 June
        #expect(try due(after: Self.check(6), on: 200) == 375)  // 11 March 2025; the third month is not waited for
        #expect(try due(after: Self.check(12), on: 380) == nil)
        let last = try walk(steps)
        #expect(last.stage == .sustained && last.checks.map(\.months) == [1, 6, 12])
        #expect(last.hire?.evidence == .document)
    }

    @Test("Consent comes before a letter, and telling of the job may be skipped")
    func consentFirst() throws {
        #expect(throws: ReferralError.cannotFollow(step: "referred", stage: .contacted)) {
            try walk([(.contacted(.phone), 0), (Self.letter(), 1)])
        }
        #expect(try walk([(.agreed(Self.consent), 0), (Self.letter(), 1)]).stage == .referred)
    }

    @Test("Impossible days, contracts, wages and checks are refused, each by what is wrong with it")
    func impossible() throws {
        let referred: [(ReferralStep, Int)] = [(.agreed(Self.consent), 0), (Self.letter(), 0)]
        func hired(_ change: (inout Hire) -> Void) -> ReferralStep {
            var hire = Self.hire
            change(&hire)
            return .hired(hire)
        }
        let day = { (number: Int) in Self.made.adding(days: number) }
        let work = referred + [(.hired(Self.hire), 5), (.confirmed(.worker), 10)]
        let cases: [([(ReferralStep, Int)], ReferralStep, Int, ReferralError)] = [
            ([referred[0]], Self.letter(3), 4, .tooEarly(.letterExpiry, earliest: day(4))),
            (referred, .interview(on: day(-1), place: ""), 1, .tooEarly(.interview, earliest: day(0))),
            (referred, .interview(on: day(62), place: ""), 1, .tooLate(.interview, latest: day(61))),
            (referred, hired { $0.start = day(-1) }, 1, .tooEarly(.start, earliest: day(0))),
            (referred, hired { $0.start = day(62) }, 1, .tooLate(.start, latest: day(61))),
            (referred, hired { $0.contract = .fixed(months: 37) }, 1, .noSuchContract),
            (referred, hired { $0.contract = .fixed(months: 0) }, 1, .noSuchContract),
            (referred, hired { $0.wage = Dong(-1) }, 1, .noSuchWage),
            (referred, hired { $0.wage = Dong(.max) }, 1, .noSuchWage),
            (referred + [work[2]], .confirmed(.worker), 9, .tooEarly(.confirmation, earliest: day(10))),
            (work, Self.check(2), 90, .noSuchCheck(months: 2)),
            (work, Self.check(1), 40, .tooEarly(.check, earliest: day(41))),
            (work + [(Self.check(1), 41)], Self.check(1), 42, .repeatedCheck(months: 1)),
            (work + [(Self.check(3), 110)], Self.check(1, false), 111, .checksContradict(months: 3)),
            (work, .ended(on: day(9), .resigned), 20, .tooEarly(.end, earliest: day(10))),
            (work, .ended(on: day(21), .resigned), 20, .tooLate(.end, latest: day(20))),
            (
                work + [(Self.check(1), 50)], .ended(on: day(20), .resigned), 60,
                .tooEarly(.end, earliest: day(41))
            ),
        ]
        for (before, step, on, error) in cases {
            let referral = try walk(before)
            #expect(throws: error) { try referral.taking(step, on: day(on), rules: Self.rules) }
        }
        // What lies at the bounds is possible.
        for (before, step, on) in [
            (referred, hired { $0.start = day(0) }, 1), (referred, hired { $0.start = day(61) }, 1),
            (work, Self.check(1), 41), (work, .ended(on: day(10), .resigned), 10),
        ] {
            _ = try walk(before).taking(step, on: day(on), rules: Self.rules)
        }
    }

    @Test("A job that never began ends on the day on which it was to begin, known before or after it")
    func neverStarted() throws {
        let hired = try walk([(.agreed(Self.consent), 0), (Self.letter(), 0), (.hired(Self.hire), 1)])
        for day in [2, 30] {
            let ended = try hired.taking(
                .ended(on: Self.hire.start, .neverStarted),
                on: Self.made.adding(days: day),
                rules: Self.rules
            )
            #expect(ended.stage == .ended && ended.end?.on == Self.hire.start)
        }
        #expect(throws: ReferralError.tooEarly(.end, earliest: Self.hire.start)) {
            try hired.taking(.ended(on: Self.made, .neverStarted), on: Self.made, rules: Self.rules)
        }
        let confirmed = try hired.taking(.confirmed(.worker), on: Self.hire.start, rules: Self.rules)
        #expect(throws: ReferralError.cannotFollow(step: "ended", stage: .confirmed)) {
            try confirmed.taking(.ended(on: Self.hire.start, .neverStarted), on: Self.hire.start, rules: Self.rules)
        }
    }

    @Test("A check that finds nobody at work ends the job on that day")
    func checkEnds() throws {
        let steps: [(ReferralStep, Int)] = [
            (.agreed(Self.consent), 0), (Self.letter(), 0), (.hired(Self.hire), 1), (.confirmed(.worker), 10),
            (Self.check(1, false), 60),
        ]
        let ended = try walk(steps)
        #expect(ended.stage == .ended && ended.end?.on == Self.made.adding(days: 60) && ended.end?.reason == .unknown)
        #expect(ended.due == nil)
    }

    @Test("Behind others it holds no opening; brought forward, or answered after its day, it does again")
    func openings() throws {
        let behind = try walk([(.contacted(.phone), 0), (.putBehind, 1)])
        #expect(!behind.holdsOpening(on: Self.made.adding(days: 2)))
        #expect(throws: ReferralError.cannotFollow(step: "put_behind", stage: .contacted)) {
            try behind.taking(.putBehind, on: Self.made.adding(days: 2), rules: Self.rules)
        }
        let forward = try behind.taking(.broughtForward, on: Self.made.adding(days: 2), rules: Self.rules)
        #expect(forward.holdsOpening(on: Self.made.adding(days: 16)))
        #expect(!forward.holdsOpening(on: Self.made.adding(days: 17)))
        let again = try forward.taking(.broughtForward, on: Self.made.adding(days: 17), rules: Self.rules)
        #expect(again.holdsOpening(on: Self.made.adding(days: 31)))
    }

    @Test("Letters are numbered as the office writes them")
    func letterNumbers() {
        #expect(Self.rules.letterNumber(12, year: 2024) == "12/2024/GT-TTDVVL")
        let odd = ReferralRules(
            dueDays: 1,
            perMember: 1,
            perOpening: 1,
            undoMinutes: 1,
            letterDays: 1,
            letterNumber: "{year}-{n}{x} {"
        )
        #expect(odd.letterNumber(3, year: 2025) == "2025-3{x} {")
    }
}
