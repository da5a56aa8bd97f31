import Foundation
import HTTPTypes
import Households
import Hummingbird
import Operations
import Referrals
import Store
import Vocabulary

/// Letters of introduction: to print, and to find again by the number on the slip that comes back.
struct LetterPages: PageGroup {
    static let templates: [String: [UInt8]] = [
        "letter": PackageResources.letter_mustache, "letters": PackageResources.letters_mustache,
    ]

    let office: Office
    let pages: Pages

    func add(to group: RouterGroup<CallerContext>) {
        group.get("referrals/{referral}/letter") { _, context in try await letter(context) }
        group.get("letters") { _, context in try await find(context) }
        group.post("referrals/{referral}/answer") { request, context in try await answer(request, context) }
    }

    /// What the letter shows.
    private struct LetterModel: PageModel {
        let frame: Frame
        let back: String
        let office: String
        let phone: String
        let title: String
        let lines: [Line]
        let replyTitle: String
        let reply: [Line]
    }

    /// A line of the letter or of its slip.
    private struct Line {
        let label: String
        let value: String
        let isEmpty: Bool
        let choices: [String]

        init(_ line: LetterSheet.Line) {
            (label, value, choices) = (line.label, line.value, line.choices)
            isEmpty = line.value.isEmpty && line.choices.isEmpty
        }
    }

    /// What the search by number shows.
    private struct FindModel: PageModel {
        let frame: Frame
        let number: Field
        let isMissing: Bool
        let found: Found?
    }

    /// The referral of a letter, with the form for the employer's answer.
    private struct Found {
        let card: ReferralCard
        let letter: String
        let referral: String
        let address: String
        let wrong: String?
        let fields: [Field]
    }

    private func letter(_ context: CallerContext) async throws -> Response {
        let id: ReferralID = try context.id("referral")
        let sheet = try await office.letter(of: id, caller: context.caller)
        let texts = pages.texts(context)
        let model = LetterModel(
            frame: pages.frame("\(texts("referral.letter")) \(sheet.number)", in: .referrals, context),
            back: "/referrals/\(id)",
            office: office.programme.office.name,
            phone: office.programme.office.phone,
            title: sheet.title,
            lines: sheet.lines.map(Line.init),
            replyTitle: sheet.replyTitle,
            reply: sheet.reply.map(Line.init)
        )
        return try pages.render("letter", model)
    }

    private func find(_ context: CallerContext) async throws -> Response {
        try context.caller.require(.refer)
        let number = (context.page.query["number"] ?? "").trimmingCharacters(in: .whitespaces)
        guard !number.isEmpty, number.count <= 100 else { return try page(number, nil, nil, context) }
        guard let letter = try await office.store.read({ try $0.letter(numbered: number) }) else {
            return try page(number, nil, nil, context)
        }
        let (row, _) = try await office.referral(letter.referral, caller: context.caller)
        return try page(letter.letter.number, row, nil, context)
    }

    private func page(
        _ number: String,
        _ row: ReferralRow?,
        _ refused: (typed: Form, faults: Form.Faults, status: HTTPResponse.Status)?,
        _ context: CallerContext
    ) throws -> Response {
        let texts = pages.texts(context)
        let mayAnswer = context.caller.may(.recordOutcomes)
        let found = row.map { row in
            let fields = mayAnswer ? fields(refused?.typed, texts) : []
            let faults = refused?.faults.placed(among: fields.map(\.name))
            return Found(
                card: ReferralCard(row, on: office.today(), office.programme.territory, texts),
                letter: number,
                referral: row.referral.id.description,
                address: "/referrals/\(row.referral.id)/answer",
                wrong: faults?.general(texts),
                fields: fields.map { $0.error(faults, texts) }
            )
        }
        let model = FindModel(
            frame: pages.frame(texts("letter.find"), in: .referrals, context),
            number: .line("number", texts("letter.number"), number, longest: 100),
            isMissing: !number.isEmpty && found == nil,
            found: found
        )
        return try pages.render("letters", model, status: refused?.status ?? .ok)
    }

    private func fields(_ typed: Form?, _ texts: Texts) -> [Field] {
        func value(_ name: String) -> String? { typed?.typed(name) }
        let results = EmployerAnswer.Result.allCases.map { ($0.rawValue, texts($0.wording)) }
        let contracts = EmployerAnswer.Contract.allCases.map { ($0.rawValue, texts($0.wording)) }
        return [
            Field.choice("answer", texts("letter.answer"), value("answer"), [("", "")] + results).required,
            .day("day", texts("letter.day"), value("day")),
            .choice("contract", texts("step.contract"), value("contract"), [("", "")] + contracts),
            .number("contractMonths", texts("step.months"), value("contractMonths")),
            .number("wage", texts("step.wage"), value("wage")),
            .area("note", texts("step.reason"), value("note"), longest: 500),
        ]
    }

    private func answer(_ request: Request, _ context: CallerContext) async throws -> Response {
        try context.caller.require(.refer)
        try context.caller.require(.recordOutcomes)
        let id: ReferralID = try context.id("referral")
        let (row, _) = try await office.referral(id, caller: context.caller)
        let form = try await Form.read(request)
        do {
            let body = try form.read(AnswerBody.self, AnswerBody.schema)
            guard body.referral == id.rawValue else { throw HTTPError(.badRequest) }
            let outcomes = try await office.record([try body.said()], caller: context.caller)
            switch outcomes.first {
            case .taken(_, let version)?:
                return context.goOn(to: "/referrals/\(id)", done: "step", undo: (id.rawValue, version))
            case .refused(let refusal)?: throw OperationError.refused(refusal)
            case .unchanged?, nil: return context.goOn(to: "/referrals/\(id)", done: "known")
            }
        } catch {
            let (faults, status) = try Form.Faults.of(error)
            return try page(row.referral.letter?.number ?? "", row, (form, faults, status), context)
        }
    }
}
