import Households
import Hummingbird
import Operations
import Referrals
import Store
import Vocabulary

/// A sample of placements whose proof is to be looked at: the same seed draws the same, so that anybody can check it.
struct ProofSamplePages: PageGroup {
    static let templates: [String: [UInt8]] = ["proof-sample": PackageResources.proof_sample_mustache]

    let office: Office
    let pages: Pages

    private static let sizes = 1...500
    private static let likely = 30

    func add(to group: RouterGroup<CallerContext>) {
        group.get("outcomes/sample") { _, context in try await sample(context) }
    }

    /// What the page shows.
    private struct Model: PageModel {
        let frame: Frame
        let fields: [Field]
        let sample: Sample?
    }

    /// What was drawn.
    private struct Sample {
        let seed: String
        let of: String
        let hasRows: Bool
        let rows: [Row]
    }

    /// A placement that was drawn.
    private struct Row {
        let number: String
        let person: String
        let link: String?
        let place: String
        let start: String
        let work: String
        let evidence: String
    }

    private func sample(_ context: CallerContext) async throws -> Response {
        let (caller, texts) = (context.caller, pages.texts(context))
        try caller.require(.readLedger)
        try caller.require(.listPeople)
        let form = Form(context.page.query.mapValues { [String($0.prefix(200))] })
        let isAsked = !form.names.filter { ["seed", "size", "evidence", "from", "to"].contains($0) }.isEmpty
        var faults: [String: Wording] = [:]
        if form.text("seed") == nil { faults["seed"] = pages.wording("sample.no-seed") }
        let size = form.text("size").map { Int($0) ?? 0 } ?? ProofSamplePages.likely
        if !ProofSamplePages.sizes.contains(size) { faults["size"] = pages.wording("sample.bad-size") }
        for name in ["from", "to"] where form.text(name) != nil && form.day(name) == nil {
            faults[name] = Wording(Refusal.noDay.vietnamese, Refusal.noDay.english)
        }
        let evidence = form.text("evidence").flatMap { OutcomeEvidence(rawValue: $0) }
        let wrong = isAsked && !faults.isEmpty ? Form.Faults(faults) : nil
        var shown: Sample?
        if isAsked, faults.isEmpty, let seed = form.text("seed") {
            var filter = PlacementFilter()
            (filter.startedFrom, filter.startedTo) = (form.day("from"), form.day("to"))
            let drawn = try await office.proofSample(size, seed: seed, evidence: evidence, of: filter, caller: caller)
            shown = try await named(drawn, caller, texts)
        }
        let evidences = OutcomeEvidence.allCases.map { ($0.rawValue, texts($0.wording)) }
        let model = Model(
            frame: pages.frame(texts("sample.title"), in: .referrals, context),
            fields: [
                Field.line("seed", texts("sample.seed"), form.text("seed"), longest: 100).required
                    .hint(texts("sample.seed.hint")),
                .number("size", texts("sample.size"), form.text("size") ?? String(ProofSamplePages.likely)),
                .choice(
                    "evidence",
                    texts("step.shown-by"),
                    evidence?.rawValue,
                    [("", texts("household.filter.all"))] + evidences
                ),
                .day("from", texts("sample.from"), form.text("from")),
                .day("to", texts("sample.to"), form.text("to")),
            ].map { $0.error(wrong, texts) },
            sample: shown
        )
        return try pages.render("proof-sample", model, status: wrong == nil ? .ok : .unprocessableContent)
    }

    private func named(_ sample: ProofSample, _ caller: Caller, _ texts: Texts) async throws -> Sample {
        let names = try await office.store.read { reading in
            try sample.drawn.map { one in try MemberID(one.ledger.worker).flatMap { try reading.member($0) } }
        }
        let territory = office.programme.territory
        let rows = zip(sample.drawn, names).enumerated().map { place, pair in
            let (drawn, member) = pair
            let isErased = member?.erasedOn != nil
            let commune = UnitCode(drawn.commune).flatMap { territory.commune($0)?.name } ?? drawn.commune
            let work = [
                Employment.Kind(rawValue: drawn.ledger.work).map { texts($0.wording) } ?? drawn.ledger.work,
                drawn.ledger.contract.flatMap { ContractBand(rawValue: $0) }.map { texts($0.wording) } ?? "",
                drawn.ledger.workplace ?? "",
            ]
            let address = caller.may(.openPerson) ? "/members/\(drawn.ledger.worker)" : "/households/\(drawn.household)"
            return Row(
                number: String(place + 1),
                person: isErased ? texts("report.items.erased") : member?.name ?? "",
                link: isErased ? nil : address,
                place: "\(drawn.village), \(commune)",
                start: texts.day(drawn.start),
                work: work.filter { !$0.isEmpty }.joined(separator: ", "),
                evidence: drawn.ledger.outcomeEvidence.flatMap { OutcomeEvidence(rawValue: $0) }
                    .map { texts($0.wording) } ?? ""
            )
        }
        return Sample(
            seed: sample.seed,
            of: texts(
                "sample.of",
                [
                    "n": number(sample.drawn.count), "all": number(sample.placements.values.reduce(0, +)),
                    "seed": sample.seed,
                ]
            ),
            hasRows: !rows.isEmpty,
            rows: rows
        )
    }
}
