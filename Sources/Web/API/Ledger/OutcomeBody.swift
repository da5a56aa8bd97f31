import Operations
import Referrals
import Vacancies
import Vocabulary

/// An outcome as it is sent.
///
/// Its codes and days are read one by one, so that one that is none does not refuse the others.
struct OutcomeBody: Codable {
    let kind: String
    let day: String
    let evidence: String?
    let referral: Int64?
    let member: Int64?
    let vacancy: Int64?
    let contract: String?
    let contractMonths: Int?
    let wage: Int64?
    let insured: Bool?
    let work: String?
    let workplace: String?
    let endReason: String?
    let months: Int?

    static let schema = Schema.named(
        "Outcome",
        .object([
            .required("kind", .described("hired, working or ended.", .text(1...40))),
            .required("day", .described("The first day, a day in work, or the first day without.", .text(1...40))),
            .optional("evidence", .described("none, worker, employer, document or insurance.", .text(1...40))),
            .optional("referral", .id), .optional("member", .id), .optional("vacancy", .id),
            .optional("contract", .described("hired: indefinite, fixed, seasonal or none.", .text(1...40))),
            .optional("contractMonths", .integer(0...1200)), .optional("wage", .dong),
            .optional("insured", .boolean),
            .optional("work", .described("Found alone: in what way the person works.", .text(1...40))),
            .optional("workplace", .text(1...200)), .optional("endReason", .text(1...40)),
            .optional("months", .described("working: 1, 3, 6 or 12 months after the start.", .integer(0...1200))),
        ])
    )

    /// What is sent of an outcome.
    init(_ outcome: Outcome) {
        kind = outcome.kind.rawValue
        day = outcome.day.description
        evidence = outcome.evidence.rawValue
        referral = outcome.referral?.rawValue
        member = outcome.member?.rawValue
        vacancy = outcome.vacancy?.rawValue
        contract = outcome.contract?.rawValue
        contractMonths = outcome.contractMonths
        wage = outcome.wage?.amount
        insured = outcome.isInsured
        work = outcome.work?.rawValue
        workplace = outcome.workplace
        endReason = outcome.endReason?.rawValue
        months = outcome.months
    }

    /// The outcome, or what is wrong with it.
    func outcome() -> Result<Outcome, Refusal.Thrown> {
        Result { () throws(Refusal.Thrown) in
            guard let kind = Outcome.Kind(rawValue: kind) else { throw Refusal.Thrown("kind") }
            guard let day = Day(iso: day) else { throw Refusal.Thrown("day") }
            var outcome = Outcome(kind, day: day, evidence: try code(evidence, "evidence") ?? .none)
            outcome.referral = try id(referral, "referral")
            outcome.member = try id(member, "member")
            outcome.vacancy = try id(vacancy, "vacancy")
            outcome.contract = try code(contract, "contract")
            outcome.contractMonths = contractMonths
            outcome.wage = wage.map { Dong($0) }
            outcome.isInsured = insured
            outcome.work = try code(work, "work")
            outcome.workplace = workplace
            outcome.endReason = try code(endReason, "endReason")
            outcome.months = months
            return outcome
        }
    }

    private func code<Code: RawRepresentable<String>>(
        _ text: String?,
        _ field: String
    ) throws(Refusal.Thrown) -> Code? {
        guard let text else { return nil }
        guard let code = Code(rawValue: text) else { throw Refusal.Thrown(field) }
        return code
    }

    private func id<Subject>(_ number: Int64?, _ field: String) throws(Refusal.Thrown) -> ID<Subject>? {
        guard let number else { return nil }
        guard let id = ID<Subject>(number) else { throw Refusal.Thrown(field) }
        return id
    }
}

extension Refusal {
    /// A field that is no code or day.
    struct Thrown: Error {
        let refusal: Refusal

        init(_ field: String) { refusal = .unknownOutcomeCode(field) }
    }
}
