import Operations
import Store
import Vocabulary

/// The audit: who did what, who looked at whom, and whether it still verifies.
struct AuditAPI: EndpointGroup {
    let office: Office

    private static let subject = Schema.object([.required("kind", .anyText), .required("id", .id)])
    private static let schema = Schema.named(
        "AuditLine",
        .object([
            .required("id", .id), .required("at", .instant), .required("actor", .anyText),
            .required("action", .anyText), .required("detail", .map(.anything)),
            .optional("subject", AuditAPI.subject), .optional("purpose", .anyText), .optional("note", .anyText),
        ])
    )

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get,
                "/v1/audit",
                id: "listAudit",
                tag: "audit",
                "Lines of the audit, the latest first.",
                access: .may(.readAudit),
                parameters: Parameter.paging + [
                    .query("since", .day, "From this day on."), .query("until", .day, "To the end of this day."),
                    .query("actor", .text(1...100), "By whom."), .query("action", .text(1...100), "Of this action."),
                    .query("member", .id, "About this person."),
                    .query("access", .boolean, "Only who looked at people, and what for."),
                ],
                success: [.page(of: AuditAPI.schema)],
                refusals: [.auditNeedsProvince]
            ) { request in try await list(request) },
            Endpoint(
                .get,
                "/v1/audit/verification",
                id: "verifyAudit",
                tag: "audit",
                "Recompute the whole chain; a removed end shows only on the command line, against exported heads.",
                access: .may(.readAudit),
                success: [
                    .ok(
                        .object([
                            .required("lines", .count), .required("problemCount", .count),
                            .required(
                                "problems",
                                .array(.object([.required("code", .anyText), .required("text", .wording)]), atMost: 20)
                            ),
                        ])
                    )
                ],
                refusals: [.auditNeedsProvince]
            ) { request in
                try .ok(Verdict(try await office.verifyAudit(caller: request.caller)))
            },
        ]
    }

    /// A line as it is sent.
    private struct Line: Encodable {
        struct Subject: Encodable {
            let kind: String
            let id: Int64
        }
        let id: Int64
        let at: Int64
        let actor: String
        let action: String
        let detail: [String: Int]
        let subject: Subject?
        let purpose: String?
        let note: String?

        init(_ entry: AuditEntry) {
            id = entry.id
            at = entry.at
            actor = entry.actor
            action = entry.action
            detail = entry.detail
            subject = entry.subject.map { Subject(kind: $0.kind, id: $0.id) }
            purpose = entry.purpose
            note = entry.note
        }
    }

    /// What verifying found.
    private struct Verdict: Encodable {
        struct Problem: Encodable {
            let code: String
            let text: [String: String]
        }
        let lines: Int
        let problemCount: Int
        let problems: [Problem]

        init(_ verdict: AuditVerdict) {
            lines = verdict.lines
            problemCount = verdict.problemCount
            problems = verdict.problems.map { problem in
                let sentence = problem.sentence
                return Problem(code: problem.code, text: ["vi": sentence.vietnamese, "en": sentence.english])
            }
        }
    }

    private func list(_ request: APIRequest) async throws -> APIAnswer {
        var filter = AuditFilter(limit: request.limit + 1)
        filter.since = request.day("since")?.beginInVietnam
        filter.until = request.day("until")?.adding(days: 1).beginInVietnam
        filter.actor = request.text("actor")
        filter.action = request.text("action")
        filter.subject = request.text("member").flatMap { Int64($0) }.map { AuditSubject("member", $0) }
        filter.isAccess = request.flag("access") ?? false
        filter.before = try request.place(Int64.self)
        return try request.page(
            try await office.auditEntries(filter, caller: request.caller),
            place: { $0.id },
            item: Line.init
        )
    }
}
