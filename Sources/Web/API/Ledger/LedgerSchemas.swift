import Households
import Operations
import Referrals

/// What the ledger's answers look like.
enum LedgerSchemas {
    static let number = Schema.named("LedgerLineNumber", .object([.required("line", .id)]))

    static let line = Schema.named(
        "LedgerLine",
        .object([
            .required("line", .id), .required("worker", .id),
            .required("origin", .codes(of: CoverageEntry.Origin.self)),
            .required("work", .codes(of: Employment.Kind.self)),
            .optional("contract", .codes(of: ContractBand.self)), .optional("workplace", .anyText),
            .required("evidence", .codes(of: CoverageEntry.Evidence.self)),
            .optional("outcomeEvidence", .codes(of: OutcomeEvidence.self)), .optional("confirmed", .boolean),
            .required("judgement", .choice(["covers", "does_not_cover", "ask"])), .required("from", .day),
            .optional("until", .day), .required("policy", .anyText), .optional("referral", .id),
            .optional("keptMonths", .count), .optional("keptWage", .dong), .optional("correction", .anyText),
            .required("recordedAt", .instant),
        ])
    )

    static let row = Schema.named(
        "LedgerHousehold",
        .object([
            .required("household", .id), .required("code", .anyText), .required("commune", .commune),
            .required("village", .anyText), .required("povertyClass", .codes(of: PovertyClass.self)),
            .required("coverability", .codes(of: Coverability.self)), .required("covered", .boolean),
            .required("toAsk", .boolean), .optional("since", .day), .required("by", .array(line, atMost: 100)),
        ])
    )

    static let household = Schema.named(
        "HouseholdLedger",
        .object([
            .required("household", .id), .required("asOf", .day), .required("knownAt", .instant),
            .optional("policy", .anyText), .optional("povertyClass", .codes(of: PovertyClass.self)),
            .required("countsForB", .boolean), .required("covered", .boolean), .required("toAsk", .boolean),
            .optional("since", .day), .required("lines", .array(line, atMost: 1000)),
        ])
    )

    private static let figures = Schema.named(
        "LedgerFigures",
        .object(counts(["households", "coverable", "covered", "toAsk", "notNow", "withoutLabour"]))
    )

    static let summary = Schema.named(
        "LedgerSummary",
        .object([
            .required("asOf", .day), .required("knownAt", .instant), .optional("policy", .anyText),
            .required("figures", figures),
            .required(
                "areas",
                .array(
                    .object([
                        .required("code", .anyText), .required("name", .anyText), .required("figures", figures),
                    ]),
                    atMost: 1000
                )
            ),
            .optional(
                "difference",
                .object(counts(["both", "onlyAsDecided", "onlyByPolicy"]))
            ),
        ])
    )

    static let contradiction = Schema.named(
        "LedgerContradiction",
        .object([
            .required("kind", .codes(of: LedgerContradiction.Kind.self)), .required("line", .id),
            .optional("referral", .id), .required("household", .id), .required("commune", .commune),
            .required("village", .anyText), .required("worker", .id), .required("rolledOn", .day),
            .required("toldOn", .day), .required("covers", .boolean),
        ])
    )

    static let placement = Schema.named(
        "Placement",
        .object([
            .required("household", .id), .required("commune", .commune), .required("village", .anyText),
            .required("start", .day), .required("ledger", line),
        ])
    )

    private static func counts(_ names: [String]) -> [Schema.Property] {
        names.map { Schema.Property.required($0, .count) }
    }
}
