import Households
import Operations
import Referrals
import Store
import Vacancies
import Vocabulary

/// A step of a referral as it is sent: its name, and what steps of that name say.
struct StepBody: Decodable {
    struct Refused: Decodable {
        let kind: String
        let value: String
    }

    let step: String
    let way: String?
    let textVersion: String?
    let language: String?
    let withInterpreter: Bool?
    let signed: Bool?
    let signer: String?
    let day: String?
    let place: String?
    let contract: String?
    let contractMonths: Int?
    let wage: Int64?
    let insured: Bool?
    let shownBy: String?
    let months: Int?
    let inWork: Bool?
    let endReason: String?
    let exitReason: String?
    let doesNotWant: [Refused]?
    let reason: String?
    let evidence: String?

    static let schema = Schema.named(
        "ReferralStep",
        .object([
            .required("step", .choice(ReferralStep.names)),
            .optional("way", .described("contacted: how.", .codes(of: ContactWay.self))),
            .optional("textVersion", .described("agreed: the text's version.", .text(1...40))),
            .optional("language", .described("agreed: the language, ISO 639-3.", .text(3...3))),
            .optional("withInterpreter", .described("agreed: whether an interpreter helped.", .boolean)),
            .optional("signed", .described("agreed: whether it was signed; else it was oral.", .boolean)),
            .optional("signer", .described("referred: who signs the letter.", .text(1...100))),
            .optional("day", .described("interview, hired (the start), ended: the day.", .day)),
            .optional("place", .described("interview: where.", .text(0...200))),
            .optional("contract", .described("hired: the contract.", .codes(of: EmployerAnswer.Contract.self))),
            .optional("contractMonths", .described("hired: the months of a fixed contract.", .integer(1...36))),
            .optional("wage", .described("hired, checked: đồng by the month.", .integer(1...1_000_000_000))),
            .optional("insured", .described("hired, checked: whether social insurance is paid.", .boolean)),
            .optional(
                "shownBy",
                .described("hired, confirmed, checked: by what it is known.", .codes(of: OutcomeEvidence.self))
            ),
            .optional("months", .described("checked: after 1, 3, 6 or 12 months.", .integer(1...12))),
            .optional("inWork", .described("checked: whether still in the job.", .boolean)),
            .optional("endReason", .described("ended: why.", .codes(of: EndReason.self))),
            .optional("exitReason", .described("closed: why.", .codes(of: ExitReason.self))),
            .optional(
                "doesNotWant",
                .described(
                    "closed as declined: what else the person does not want, by employer id, two digits of the occupation "
                        + "or district code.",
                    .array(
                        .object([
                            .required("kind", .choice(["employer", "occupation", "district"])),
                            .required("value", .digits(1...16)),
                        ]),
                        atMost: 20
                    )
                )
            ),
            .optional("reason", .text(1...500)), .optional("evidence", .text(1...500)),
        ])
    )

    /// What it records.
    ///
    /// - Throws: `OperationError.refused` where the step lacks something.
    func change() throws -> ReferralChange {
        var change = ReferralChange(try action(), reason: reason, evidence: evidence)
        change.doesNotWant = Set(try (doesNotWant ?? []).map { try $0.thing() })
        return change
    }

    private func action() throws -> ReferralChange.Action {
        switch step {
        case "contacted": return .step(.contacted(try code(way, "way")))
        case "agreed":
            return .step(
                .agreed(
                    Consent(
                        textVersion: try given(textVersion, "textVersion"),
                        language: try given(language, "language"),
                        withInterpreter: try given(withInterpreter, "withInterpreter"),
                        isSigned: try given(signed, "signed")
                    )
                )
            )
        case "referred": return .letter(signer: try given(signer, "signer"))
        case "interview": return .step(.interview(on: try date(), place: place ?? ""))
        case "offered": return .step(.offered)
        case "hired":
            return .step(
                .hired(
                    Hire(
                        start: try date(),
                        contract: try term(),
                        wage: wage.map { Dong($0) },
                        isInsured: insured,
                        evidence: try code(shownBy, "shownBy")
                    )
                )
            )
        case "confirmed": return .step(.confirmed(try code(shownBy, "shownBy")))
        case "checked":
            return .step(
                .checked(
                    RetentionCheck(
                        months: try given(months, "months"),
                        isInWork: try given(inWork, "inWork"),
                        wage: wage.map { Dong($0) },
                        isInsured: insured,
                        evidence: try code(shownBy, "shownBy")
                    )
                )
            )
        case "ended": return .step(.ended(on: try date(), try code(endReason, "endReason")))
        case "closed": return .step(.closed(try code(exitReason, "exitReason")))
        case "put_behind": return .step(.putBehind)
        case "brought_forward": return .step(.broughtForward)
        default: throw OperationError.refused(.stepLacks("step"))
        }
    }

    private func term() throws -> ContractTerm? {
        let kind: EmployerAnswer.Contract = try code(contract, "contract")
        switch kind {
        case .indefinite: return .indefinite
        case .fixed: return .fixed(months: try given(contractMonths, "contractMonths"))
        case .seasonal: return .seasonal
        case .none: return nil
        }
    }

    private func date() throws -> Day {
        guard let day = Day(iso: try given(day, "day")) else { throw OperationError.refused(.stepLacks("day")) }
        return day
    }

    private func given<Value>(_ value: Value?, _ name: String) throws -> Value {
        guard let value else { throw OperationError.refused(.stepLacks(name)) }
        return value
    }

    private func code<Code: RawRepresentable<String>>(_ text: String?, _ name: String) throws -> Code {
        guard let code = Code(rawValue: try given(text, name)) else { throw OperationError.refused(.stepLacks(name)) }
        return code
    }
}

extension StepBody.Refused {
    fileprivate func thing() throws -> RefusedThing {
        switch (kind, Int64(value)) {
        case ("employer", let number?): return .employer(number)
        case ("occupation", let number?) where number < 100: return .occupation(Int(number))
        case ("district", _): return .district(value)
        default: throw OperationError.refused(.stepLacks("doesNotWant"))
        }
    }
}

/// An answer of an employer as it is sent.
struct AnswerBody: Codable {
    let referral: Int64
    let letterNumber: String?
    let answer: String
    let day: String?
    let contract: String?
    let contractMonths: Int?
    let wage: Int64?
    let note: String?

    static let schema = Schema.named(
        "EmployerAnswer",
        .object([
            .required("referral", .id), .optional("letterNumber", .text(1...100)),
            .required("answer", .codes(of: EmployerAnswer.Result.self)),
            .optional("day", .described("The day of the start, the interview or the end.", .day)),
            .optional("contract", .codes(of: EmployerAnswer.Contract.self)),
            .optional("contractMonths", .integer(1...36)), .optional("wage", .integer(1...1_000_000_000)),
            .optional("note", .text(1...500)),
        ])
    )

    /// An answer as it would be sent.
    init(_ answer: EmployerAnswer) {
        referral = answer.referral.rawValue
        letterNumber = answer.letterNumber
        self.answer = answer.result.rawValue
        day = answer.day?.description
        contract = answer.contract?.rawValue
        contractMonths = answer.months
        wage = answer.wage?.amount
        note = answer.note
    }

    /// What the employer says.
    ///
    /// - Throws: `OperationError.refused` where a code is none.
    func said() throws -> EmployerAnswer {
        guard let id = ReferralID(referral), let result = EmployerAnswer.Result(rawValue: self.answer) else {
            throw OperationError.refused(.stepLacks("answer"))
        }
        var answer = EmployerAnswer(referral: id, result: result)
        answer.letterNumber = letterNumber
        answer.day = day.flatMap { Day(iso: $0) }
        answer.contract = contract.flatMap { EmployerAnswer.Contract(rawValue: $0) }
        answer.months = contractMonths
        answer.wage = wage.map { Dong($0) }
        answer.note = note
        return answer
    }
}

extension Refusal {
    /// A step does not say what steps of its name have to.
    static func stepLacks(_ field: String) -> Refusal {
        Refusal(
            .invalid,
            "step_lacks",
            field: field,
            "A step of this name has to say “\(field)”.",
            "Bước này phải ghi “\(field)”."
        )
    }
}
