import Fixtures
import Households
import Scoring
import Vacancies
import Vocabulary

/// Random numbers from a seed (SplitMix64), so that a failing test fails again.
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: 0..<values.count, using: &self)]
    }

    mutating func maybe() -> Bool { Bool.random(using: &self) }
}

/// What can be recorded of a member or a vacancy, and which reasons it may touch.
struct Fact<Subject>: Sendable {
    let name: String
    let touches: Set<ReasonCode>
    /// Records it where it is not recorded; false where it is already.
    let fill: @Sendable (inout Subject, inout Seeded) -> Bool

    static func optional<Value: Sendable>(
        _ name: String,
        _ path: WritableKeyPath<Subject, Value?> & Sendable,
        _ touches: Set<ReasonCode>,
        _ values: [Value]
    ) -> Fact {
        Fact(name: name, touches: touches) { subject, random in
            if subject[keyPath: path] != nil { return false }
            subject[keyPath: path] = random.pick(values)
            return true
        }
    }
}

private let occupations = ["8153", "8156", "81", "6111", "9313", "9321", "5223", "7"].map(OccupationCode.example)
private let communes = ["01864", "01858", "01906", "02086", "01840"].map(UnitCode.example)

let memberFacts: [Fact<Member>] = [
    .optional("education", \.education, [.training], Education.allCases),
    .optional("qualification", \.qualification, [.training, .occupation], Qualification.allCases),
    .optional("past", \.pastOccupation, [.occupation], occupations),
    .optional("wanted", \.wantedOccupation, [.wish], occupations),
    .optional("experience", \.experienceYears, [.experience], [0, 1, 3, 12]),
    .optional("nights", \.acceptsNights, [.shifts], [true, false]),
    .optional("languages", \.languages, [.language], [[], [.tay], [.tay, .chinese]]),
    .optional("skills", \.skills, [.skills], [[], [.sewing], [.sewing, .cooking, .drivingCar]]),
    .optional("floor", \.wageFloor, [.floor], [3_000_000, 5_000_000, 9_000_000].map { Dong($0) }),
    Fact(name: "trained", touches: [.occupation]) { member, random in
        // Who is untrained has learnt none: that is recorded, not unknown.
        if member.trainedOccupation != nil || member.qualification == .untrained { return false }
        member.trainedOccupation = random.pick(occupations)
        return true
    },
    Fact(name: "reach", touches: [.place]) { member, random in
        if member.reach != .notAsked { return false }
        member.reach = random.pick([.ownDistrict, .province, .anywhere])
        return true
    },
    Fact(name: "current", touches: [.place, .lodging]) { member, random in
        if member.away == nil || member.currentCommune != nil { return false }
        member.currentCommune = random.pick(communes)
        return true
    },
]

let vacancyFacts: [Fact<Vacancy>] = [
    .optional("occupation", \.occupation, [.occupation, .wish], occupations),
    .optional("contract", \.contract, [.contract], [.indefinite, .seasonal, .fixed(months: 6), .fixed(months: 24)]),
    .optional("education", \.minimumEducation, [.training], [1, 2, 4]),
    .optional("qualification", \.minimumQualification, [.training], [1, 3, 8]),
    .optional("experience", \.minimumExperience, [.experience], [0, 1, 4]),
    .optional("trains", \.trainsNewcomers, [.training], [true, false]),
    .optional("hazard", \.isHazardous, [.conditions], [true, false]),
    .optional("housing", \.offersHousing, [.lodging], [true, false]),
    .optional("transport", \.offersTransport, [.lodging], [true, false]),
    .optional("insurance", \.offersInsurance, [.insurance], [true, false]),
    .optional("nights", \.hasNightShifts, [.shifts], [true, false]),
    .optional("closed place", \.isPlaceClosedToMinors, [], [true, false]),
    .optional(
        "wage",
        \.wage,
        [.pay, .floor],
        [2_000_000, 4_000_000, 6_000_000, 20_000_000].map { MonthlyWage(minimum: Dong($0), maximum: nil) }
    ),
    Fact(name: "district", touches: [.place, .lodging, .pay]) { vacancy, random in
        guard vacancy.place == .unknown else { return false }
        vacancy.place = random.pick([.district("060"), .district("061"), .district("065"), .elsewhere])
        return true
    },
    Fact(name: "commune", touches: [.place, .lodging]) { vacancy, random in
        let within: [String: [String]] = ["060": ["01864", "01858"], "061": ["01906"], "065": ["02086"]]
        guard case .district(let code) = vacancy.place, let communes = within[code] else { return false }
        vacancy.place = .commune(.example(random.pick(communes)))
        return true
    },
]

extension Seeded {
    /// A member with some facts recorded.
    mutating func member(_ number: Int64 = 1) -> Member {
        var member = Member(id: .example(number), household: .example(1), line: Int(number), name: "X")
        member.birth = .year(pick([1980, 1990, 2000, 2008]))
        member.activity = .unemployed
        member.ability = pick(Ability.allCases.filter { $0 != .unable })
        member.away = pick([nil, nil, .inProvince, .otherProvince])
        for fact in memberFacts where maybe() { _ = fact.fill(&member, &self) }
        return member
    }

    /// A vacancy with some facts stated.
    mutating func vacancy(_ number: Int64 = 1) -> Vacancy {
        var vacancy = Vacancy(id: .example(number), source: "s", reference: "\(number)", title: "t")
        vacancy.employerConfirmedUntil = pick([.example("2099-12-31"), nil])
        vacancy.languages = pick([[], [], [.chinese], [.tay, .chinese]])
        vacancy.skills = pick([[], [], [.sewing], [.sewing, .welding], [.drivingCar]])
        for fact in vacancyFacts where maybe() { _ = fact.fill(&vacancy, &self) }
        return vacancy
    }
}
