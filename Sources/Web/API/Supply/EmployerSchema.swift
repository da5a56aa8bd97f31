import Vacancies

/// What employers look like in requests and answers.
enum EmployerSchema {
    /// What a caller says of an employer; a new one needs a name.
    static func details(isNew: Bool) -> Schema {
        let contact = Schema.object([
            .required("name", .text(0...200)), .optional("position", .text(0...200)), .optional("phone", .text(0...50)),
            .optional("email", .text(0...254)),
        ])
        return .object([
            isNew ? .required("name", .text(1...300)) : .optional("name", .text(1...300)),
            .optional("taxCode", .text(10...30)), .optional("kind", .codes(of: Employer.Kind.self)),
            .optional("sendsAbroad", .boolean), .optional("licenceNumber", .text(0...100)),
            .optional("contacts", .array(contact, atMost: 20)),
        ])
    }

    /// What a caller found when checking an employer.
    static let check = Schema.object([
        .required(
            "way",
            .choice(EmployerConfirmation.Way.allCases.filter { $0 != .demo }.map(\.rawValue))
        ),
        .required("taxCodeChecked", .boolean), .required("noFee", .boolean), .required("noDeposit", .boolean),
        .required("noPapersKept", .boolean), .optional("licenceNumber", .text(0...100)),
    ])

    /// An employer in a list.
    static let line = Schema.named(
        "Employer",
        .object([
            .required("id", .id), .required("name", .anyText), .optional("taxCode", .anyText),
            .optional("parentTaxCode", .anyText), .required("wantsTaxCode", .boolean),
            .optional("kind", .codes(of: Employer.Kind.self)),
            .required("standing", .codes(of: EmployerStanding.self)), .optional("confirmedUntil", .day),
            .required("isAbroad", .boolean), .required("hasLicence", .boolean), .required("openVacancies", .count),
            .required("openings", .count), .optional("plannedHouseholds", .count), .optional("plannedWorkers", .count),
            .required("version", .number),
        ])
    )

    /// One employer.
    static let sheet = Schema.named(
        "EmployerSheet",
        .object([
            .required("employer", line), .required("aliases", .array(.id, atMost: 10_000)),
            .optional("licenceNumber", .anyText),
            .optional(
                "contacts",
                .array(
                    .object([
                        .required("name", .anyText), .optional("position", .anyText), .optional("phone", .anyText),
                        .optional("email", .anyText),
                    ]),
                    atMost: 10_000
                )
            ),
            .optional(
                "confirmations",
                .array(
                    .object([
                        .required("number", .number), .required("by", .anyText), .required("day", .day),
                        .required("way", .codes(of: EmployerConfirmation.Way.self)), .optional("taxCode", .anyText),
                        .optional("licenceNumber", .anyText), .required("validUntil", .day),
                        .optional("withdrawnAt", .instant), .optional("withdrawnBy", .anyText),
                    ]),
                    atMost: 10_000
                )
            ),
            .optional(
                "block",
                .object([.required("at", .instant), .required("by", .anyText), .required("reason", .anyText)])
            ),
            .required(
                "vacancies",
                .array(
                    .object([
                        .required("id", .id), .required("title", .anyText), .required("employer", .anyText),
                        .required("place", .anyText), .required("openings", .count), .required("isAbroad", .boolean),
                        .required("isOffered", .boolean),
                    ]),
                    atMost: 100_000
                )
            ),
        ])
    )
}
