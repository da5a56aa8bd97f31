import HTTPTypes
import Hummingbird
import Operations
import Store
import Synchronization
import Vocabulary

/// The audit: who did what, who looked at whom, and whether the chain still verifies.
struct AuditPages: PageGroup {
    static let templates: [String: [UInt8]] = [
        "audit": PackageResources.audit_mustache, "verification": PackageResources.verification_mustache,
    ]

    private static let listed = 50

    let office: Office
    let pages: Pages
    private let last = LastVerdict()

    init(office: Office, pages: Pages) {
        self.office = office
        self.pages = pages
    }

    func add(to group: RouterGroup<CallerContext>) {
        group.get("audit") { _, context in try await list(context) }
        group.get("audit/verification") { _, context in try verification(context) }
        group.post("audit/verification") { _, context in try verify(context) }
    }

    /// What somebody looks for.
    private struct Filter: Decodable {
        let since: String?
        let until: String?
        let actor: String?
        let action: String?
        let member: Int64?
        let access: Bool?

        static let schema = Schema.object([
            .optional("since", .day), .optional("until", .day), .optional("actor", .text(1...100)),
            .optional("action", .text(1...100)), .optional("member", .id), .optional("access", .boolean),
        ])
    }

    /// What the list shows.
    private struct Model: PageModel {
        let frame: Frame
        let fields: [Field]
        let hasLines: Bool
        let lines: [AuditLineModel]
        let pager: Pager
    }

    private func list(_ context: CallerContext) async throws -> Response {
        try context.caller.requireAudit()
        let texts = pages.texts(context)
        let form = Form(context.page.query.mapValues { [$0] })
        var (lines, next, faults): ([AuditEntry], String?, Form.Faults?) = ([], nil, nil)
        do {
            let sent = try form.read(Filter.self, Filter.schema)
            var filter = AuditFilter(limit: AuditPages.listed + 1)
            filter.since = sent.since.flatMap { Day(iso: $0)?.beginInVietnam }
            filter.until = sent.until.flatMap { Day(iso: $0)?.adding(days: 1).beginInVietnam }
            filter.actor = sent.actor
            filter.action = sent.action
            filter.subject = sent.member.map { AuditSubject("member", $0) }
            filter.isAccess = sent.access ?? false
            let query = PageQuery(context)
            filter.before = try query.place(Int64.self)
            let found = try await office.auditEntries(filter, caller: context.caller)
            lines = Array(found.prefix(AuditPages.listed))
            next = try found.count > lines.count ? lines.last.map { try query.cursor(after: $0.id) } : nil
        } catch let found as Form.Faults {
            faults = found
        }
        let actions = texts.entries.compactMap { key, words in
            key.hasPrefix("audit.action.") ? (String(key.dropFirst("audit.action.".count)), words) : nil
        }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
        let fields: [Field] = [
            .day("since", texts("audit.since"), form.text("since")).error(faults, texts),
            .day("until", texts("audit.until"), form.text("until")).error(faults, texts),
            .line("actor", texts("audit.actor"), form.text("actor")).error(faults, texts),
            .choice("action", texts("audit.action"), form.text("action"), [("", texts("audit.every"))] + actions),
            .line("member", texts("audit.member"), form.text("member")).error(faults, texts),
            .tick("access", texts("audit.access"), form.isTicked("access")),
        ]
        let model = Model(
            frame: pages.frame(texts("audit.title"), in: .settings, context),
            fields: fields,
            hasLines: !lines.isEmpty,
            lines: lines.map { AuditLineModel($0, texts) },
            pager: Pager(context, next: next)
        )
        return try pages.render("audit", model, status: faults == nil ? .ok : .unprocessableContent)
    }

    /// What the page of the verification shows.
    private struct VerificationModel: PageModel {
        let frame: Frame
        let hasVerdict: Bool
        let at: String
        let by: String
        let lines: String
        let isGood: Bool
        let count: String
        let problems: [Line]
    }

    /// A problem in words.
    private struct Line {
        let text: String
    }

    private func verification(_ context: CallerContext) throws -> Response {
        try context.caller.requireAudit()
        let texts = pages.texts(context)
        let last = last.value
        let model = VerificationModel(
            frame: pages.frame(texts("audit.verification"), in: .settings, context),
            hasVerdict: last != nil,
            at: last.map { Day.moment($0.at) } ?? "",
            by: last?.by ?? "",
            lines: number(last?.verdict.lines ?? 0),
            isGood: last?.verdict.problemCount == 0,
            count: number(last?.verdict.problemCount ?? 0),
            problems: (last?.verdict.problems ?? []).map { problem in
                let sentence = problem.sentence
                return Line(text: texts(Wording(sentence.vietnamese, sentence.english)))
            }
        )
        return try pages.render("verification", model)
    }

    private func verify(_ context: CallerContext) throws -> Response {
        try context.caller.requireAudit()
        let (office, last, caller) = (office, last, context.caller)
        let job = try office.begin(.audit, caller: caller) { _ in
            let verdict = try await office.verifyAudit(caller: caller)
            last.value = LastVerdict.Found(verdict: verdict, at: office.now(), by: caller.name)
            return "/audit/verification"
        }
        return context.goOn(to: "/jobs/\(job)")
    }
}

/// What the last verification found since the service was started.
private final class LastVerdict: Sendable {
    struct Found: Sendable {
        let verdict: AuditVerdict
        let at: Int64
        let by: String
    }

    private let found = Mutex<Found?>(nil)

    var value: Found? {
        get { found.withLock { $0 } }
        set { found.withLock { $0 = newValue } }
    }
}

/// A line of the audit as the page shows it.
struct AuditLineModel {
    let number: String
    let at: String
    let actor: String
    let action: String
    let figures: String
    let subject: String?
    /// Where every line about the same person is.
    let person: String?
    let purpose: String?
    let note: String?

    init(_ entry: AuditEntry, _ texts: Texts) {
        number = String(entry.id)
        at = Day.moment(entry.at)
        actor = entry.actor
        action = texts.entries["audit.action.\(entry.action)"] ?? entry.action
        figures = entry.detail.sorted { $0.key < $1.key }.map { name, value in
            "\(texts.entries["audit.figure.\(name)"] ?? name): \(value)"
        }.joined(separator: " · ")
        subject = entry.subject.map { subject in
            "\(texts.entries["audit.subject.\(subject.kind)"] ?? subject.kind) \(subject.id)"
        }
        person = entry.subject.flatMap { $0.kind == "member" ? "/audit?member=\($0.id)" : nil }
        purpose = entry.purpose.map { texts.entries["audit.purpose.\($0)"] ?? $0 }
        note = entry.note
    }
}
