import Households
import Operations
import Referrals
import Store
import Vocabulary

/// A household with its members, where the latest run left it, and what fits each member best.
struct HouseholdPayload: Encodable {
    let id: Int64
    let code: String
    let commune: String
    let village: String
    let head: String
    let povertyClass: String
    let countsForB: Bool
    let run: Int64?
    let standing: String?
    let reason: String?
    let rivals: Int?
    let rivalOpenings: Int?
    let classes: [ClassPeriod]
    let coverage: [Coverage]
    let members: [MemberPayload]

    /// An entry of the coverage ledger that is in force.
    struct Coverage: Encodable {
        let member: Int64
        let origin: String
        let work: String
        let contract: String?
        let evidence: String
        let covers: Bool
        let from: String
        let policy: String
    }

    /// A class that a review gave it.
    struct ClassPeriod: Encodable {
        let from: String
        let povertyClass: String
        let escapedOn: String?
        let recordedAt: Int64
    }

    /// A household as one transaction sees it.
    init(_ household: Household, _ reading: Reading, on day: Day, programme: Programme) throws {
        let latest = try reading.latestRun()
        let state = try latest.flatMap { try reading.state(of: household.id, run: $0.number) }
        id = household.id.rawValue
        code = household.code
        commune = household.commune.description
        village = household.village
        head = household.headName
        povertyClass = household.povertyClass.rawValue
        countsForB = programme.counting.countsForCoverage(household, on: day)
        run = latest?.number
        standing = state?.standing.rawValue
        reason = state?.reason?.rawValue
        rivals = state?.rivals
        rivalOpenings = state?.rivalOpenings
        classes = try reading.classes(of: household.id).entries.map { entry in
            ClassPeriod(
                from: entry.from.description,
                povertyClass: entry.povertyClass.rawValue,
                escapedOn: entry.escapedOn?.description,
                recordedAt: entry.recordedAt
            )
        }
        coverage = try reading.coverage(of: household.id).map { entry in
            Coverage(
                member: entry.member.rawValue,
                origin: entry.origin.rawValue,
                work: entry.employment.kind.rawValue,
                contract: entry.employment.contract?.rawValue,
                evidence: entry.evidence.rawValue,
                covers: entry.covers,
                from: entry.from.description,
                policy: entry.policyVersion
            )
        }
        var filter = MatchFilter(area: .everywhere)
        filter.household = household.id
        let matches = try latest.map { try reading.matches(of: $0.number, filter, after: nil, limit: 200) } ?? []
        members = try reading.members(of: household.id).map { member in
            try MemberPayload(
                member,
                of: household,
                standing: Standing.of(member, on: day, workingAge: programme.workingAge),
                countsForA: programme.counting.countsForConnections(member, of: household, referredOn: day),
                match: matches.first { $0.member == member.id.rawValue },
                best: latest.map { try reading.shortlist(of: member.id, run: $0.number) } ?? []
            )
        }
    }

    static let schema = Schema.named(
        "Household",
        .object([
            .required("id", .id), .required("code", .anyText), .required("commune", .commune),
            .required("village", .anyText), .required("head", .anyText),
            .required("povertyClass", .codes(of: PovertyClass.self)), .required("countsForB", .boolean),
            .optional("run", .number), .optional("standing", .codes(of: HouseholdState.Standing.self)),
            .optional("reason", .codes(of: HouseholdState.Reason.self)), .optional("rivals", .count),
            .optional("rivalOpenings", .count),
            .required(
                "classes",
                .array(
                    .object([
                        .required("from", .day), .required("povertyClass", .codes(of: PovertyClass.self)),
                        .optional("escapedOn", .day), .required("recordedAt", .instant),
                    ]),
                    atMost: 1000
                )
            ),
            .required(
                "coverage",
                .array(
                    .object([
                        .required("member", .id), .required("origin", .anyText), .required("work", .anyText),
                        .optional("contract", .anyText), .required("evidence", .anyText), .required("covers", .boolean),
                        .required("from", .day), .required("policy", .anyText),
                    ]),
                    atMost: 1000
                )
            ),
            .required("members", .array(MemberPayload.schema, atMost: 100)),
        ])
    )
}

/// A member as the household shows one; identity number and phone are not in it.
struct MemberPayload: Encodable {
    let id: Int64
    let name: String
    let birthYear: Int?
    let countsForA: Bool
    let seeks: Bool
    let notSeekingBecause: String?
    let match: MatchPayload?
    let best: [Best]

    /// One of the member's best pairs.
    struct Best: Encodable {
        let vacancy: Int64
        let explanation: ExplanationPayload
    }

    init(
        _ member: Member,
        of household: Household,
        standing: Standing,
        countsForA: Bool,
        match: MatchRow?,
        best: [ShortlistedPair]
    ) {
        id = member.id.rawValue
        name = member.name
        birthYear = member.birth?.reckoned?.year
        self.countsForA = countsForA
        seeks = standing == .seeker
        notSeekingBecause = if case .notSeeking(let reason) = standing { reason.rawValue } else { nil }
        self.match = match.map(MatchPayload.init)
        self.best = best.map { pair in
            Best(vacancy: pair.vacancy.rawValue, explanation: ExplanationPayload(pair.explanation))
        }
    }

    static let schema = Schema.named(
        "HouseholdMember",
        .object([
            .required("id", .id), .required("name", .anyText), .optional("birthYear", .integer(1800...2200)),
            .required("countsForA", .boolean), .required("seeks", .boolean),
            .optional("notSeekingBecause", .codes(of: Standing.Reason.self)), .optional("match", MatchPayload.schema),
            .required(
                "best",
                .array(
                    .object([.required("vacancy", .id), .required("explanation", ExplanationPayload.schema)]),
                    atMost: 100
                )
            ),
        ])
    )
}
