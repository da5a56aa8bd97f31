import Hummingbird
import Operations

/// Some pages of the staff's that belong together.
protocol PageGroup: Sendable {
    /// The templates of these pages, by name.
    static var templates: [String: [UInt8]] { get }

    init(office: Office, pages: Pages)

    /// Adds the pages' routes.
    func add(to group: RouterGroup<CallerContext>)
}

/// All pages for staff: whom each is for stands with its handler.
enum StaffPages {
    /// Every group, in the order of the menu.
    private static let kinds: [any PageGroup.Type] = [
        WeekPages.self, CallAnswerPages.self, CallSheetPages.self,
        ProgrammePages.self, CommunePages.self,
        ReportPages.self, PublishPages.self,
        HouseholdPages.self, PeoplePages.self, MemberPages.self, MemberChangePages.self, ExportPages.self,
        VacancyPages.self, VacancyFormPages.self, VacancySheetPages.self,
        EmployerPages.self, EmployerFormPages.self,
        PlanPages.self, ProposalPages.self, WhatIfPages.self,
        BoardPages.self, ReferralPages.self, MakeReferralPages.self, LetterPages.self, AnswerSheetPages.self,
        OutcomePages.self, OutcomeSheetPages.self, ProofSamplePages.self, FoundJobPages.self,
        FeedPages.self,
        ImportPages.self, WaitingPages.self, ImportResultPages.self, DuplicatePages.self,
        SettingsPages.self, AccountPages.self, TokenPages.self, PolicyPages.self, AuditPages.self, JobPages.self,
    ]

    /// Names and texts of all templates.
    static let templates: [String: [UInt8]] = kinds.reduce(
        into: shared.merging(PublicReportPages.templates) { _, second in second }
    ) { all, kind in
        all.merge(kind.templates) { _, second in second }
    }

    /// What every page is made of, and pages that belong to no group.
    private static let shared: [String: [UInt8]] = [
        "error": PackageResources.error_mustache,
        "field": PackageResources.field_mustache,
        "field-more": PackageResources.field_more_mustache,
        "foot": PackageResources.foot_mustache,
        "head": PackageResources.head_mustache,
        "pager": PackageResources.pager_mustache,
        "password": PackageResources.password_mustache,
        "sign-in": PackageResources.sign_in_mustache,
    ]

    /// Every group, ready to be mounted.
    static func groups(office: Office, pages: Pages) -> [any PageGroup] {
        kinds.map { $0.init(office: office, pages: pages) }
    }
}

extension CallerContext {
    /// Sends the reader on after something was done.
    ///
    /// - Parameters:
    ///   - address: a path of this site, perhaps with a query.
    ///   - done: the key under `done.` of what the next page says; nil where it says nothing.
    ///   - undo: the referral whose step can be taken back there, and the version that needs.
    /// - Returns: the answer.
    func goOn(to address: String, done: String? = nil, undo: (referral: Int64, version: Int)? = nil) -> Response {
        var more: [String] = []
        if let done { more.append("done=\(PageAddress.escaped(done))") }
        if let undo { more.append("undo=\(undo.referral).\(undo.version)") }
        let join = address.contains("?") ? "&" : "?"
        return Response(
            status: .seeOther,
            headers: [.location: more.isEmpty ? address : address + join + more.joined(separator: "&")]
        )
    }
}
