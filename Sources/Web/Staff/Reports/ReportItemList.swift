import Households
import Hummingbird
import Operations
import Outcomes
import Referrals
import Store
import Vacancies
import Vocabulary

/// What a figure of a report counts: a list of people, households, referrals or vacancies, each with its page.
struct ReportItemList: Sendable {
    let office: Office
    let pages: Pages
    let shelf: ReportShelf

    /// What the list shows.
    private struct Model: PageModel {
        let frame: Frame
        let back: String
        let report: String
        let figure: String
        let row: String?
        let definition: String
        let period: String
        let asOf: String
        let total: String
        let what: String
        let hasRows: Bool
        let rows: [Row]
        let pager: Pager
    }

    /// One thing that is counted.
    private struct Row {
        let title: String
        let link: String?
        let detail: String
        let place: String
    }

    /// The page.
    func page(_ context: CallerContext) async throws -> Response {
        let (caller, texts, query) = (context.caller, pages.texts(context), PageQuery(context))
        try caller.require(.readLedger)
        try caller.require(.listPeople)
        guard let kind = context.parameters.get("report").flatMap({ ReportKind(rawValue: $0) }),
            let table = query.text("table"), let figure = query.text("figure")
        else { throw HTTPError(.notFound) }
        var asked = AskedReport(kind, context.page, office)
        if asked.faults != nil { throw HTTPError(.badRequest) }
        // Both are told as known at one moment.
        asked.fix(at: office.now())
        let request = asked.request
        let key = query.text("key")
        let subjects = try await office.reportItems(request, table: table, figure: figure, key: key, caller: caller)
        let report = try await report(request, caller)
        guard let shown = report.tables.first(where: { $0.id == table }),
            let column = shown.columns.first(where: { $0.id == figure })
        else { throw OperationError.refused(.noSuchFigure) }
        let skipped = max(0, try query.place(Int.self) ?? 0)
        let part = Array(subjects.dropFirst(skipped).prefix(PageQuery.pageSize))
        let words = RowWords(office: office, caller: caller, texts: texts)
        let rows = try await office.store.read { reading in try part.map { try words.row($0, reading) } }
        let after = skipped + part.count
        let model = Model(
            frame: pages.frame(texts(shown.title), in: .reports, context),
            back: PageAddress.text(kind.page, asked.query),
            report: kind.title(texts),
            figure: texts(column.title),
            row: key.map { texts(report.labels.label($0, in: shown)) },
            definition: texts(column.definition),
            period: texts(
                "report.period",
                ["from": report.frame.from.vietnamese, "to": report.frame.to.vietnamese]
            ),
            asOf: "\(texts("report.fact.as-of")): \(report.frame.asOf.vietnamese)",
            total: number(subjects.count),
            what: texts(ReportItemList.what(part.first)),
            hasRows: !rows.isEmpty,
            rows: rows,
            pager: Pager(context, next: after < subjects.count ? try query.cursor(after: after) : nil)
        )
        return try pages.render("report-items", model)
    }

    /// The report that the figure stands in, for its titles and words.
    private func report(_ request: ReportRequest, _ caller: Caller) async throws -> Report {
        if let kept = shelf.report(request, caller) { return kept }
        let report = try await office.report(request, caller: caller)
        shelf.keep(report, caller)
        return report
    }

    private static func what(_ subject: ReportSubject?) -> String {
        switch subject {
        case .member?, nil: "report.items.member"
        case .household?: "report.items.household"
        case .referral?: "report.items.referral"
        case .vacancy?: "report.items.vacancy"
        }
    }

    /// Names what a figure counts, as far as the caller may see it.
    private struct RowWords: Sendable {
        let office: Office
        let caller: Caller
        let texts: Texts

        func row(_ subject: ReportSubject, _ reading: Reading) throws -> Row {
            switch subject {
            case .member(let id): try row(id, reading)
            case .household(let id): try row(id, reading)
            case .referral(let id): try row(id, reading)
            case .vacancy(let id): try row(id, reading)
            }
        }

        private func row(_ id: MemberID, _ reading: Reading) throws -> Row {
            guard let member = try reading.member(id), let home = try home(member.household, reading) else {
                return unseen
            }
            if member.erasedOn != nil { return erased(home) }
            return Row(
                title: member.name,
                link: caller.may(.openPerson) ? "/members/\(id)" : "/households/\(home.id)",
                detail: member.birth?.reckoned.map { texts("report.items.born", ["year": String($0.year)]) } ?? "",
                place: place(home)
            )
        }

        private func row(_ id: HouseholdID, _ reading: Reading) throws -> Row {
            guard let home = try home(id, reading) else { return unseen }
            return Row(title: home.headName, link: "/households/\(id)", detail: home.code, place: place(home))
        }

        private func row(_ id: ReferralID, _ reading: Reading) throws -> Row {
            guard let referral = try reading.referral(id), let home = try home(referral.household, reading),
                let member = try reading.member(referral.member)
            else { return unseen }
            let vacancy = try reading.vacancy(referral.vacancy)
            return Row(
                title: member.erasedOn == nil ? member.name : texts("report.items.erased"),
                link: caller.may(.readReferrals) ? "/referrals/\(id)" : nil,
                detail: vacancy.map { "\($0.title), \($0.employer)" } ?? "",
                place: place(home)
            )
        }

        private func row(_ id: VacancyID, _ reading: Reading) throws -> Row {
            guard let vacancy = try reading.vacancy(id) else { return unseen }
            return Row(
                title: vacancy.title,
                link: caller.may(.readVacancies) ? "/vacancies/\(id)" : nil,
                detail: vacancy.employer,
                place: vacancy.placeText
            )
        }

        private func home(_ id: HouseholdID, _ reading: Reading) throws -> Household? {
            try reading.household(id).flatMap {
                caller.area.contains($0.commune, village: $0.village) ? $0 : nil
            }
        }

        private func place(_ home: Household) -> String {
            let commune = office.programme.territory.commune(home.commune)?.name ?? home.commune.description
            return "\(home.village), \(commune)"
        }

        private func erased(_ home: Household) -> Row {
            Row(title: texts("report.items.erased"), link: nil, detail: "", place: place(home))
        }

        private var unseen: Row { Row(title: texts("report.items.elsewhere"), link: nil, detail: "", place: "") }
    }
}
