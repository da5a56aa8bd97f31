import Operations

/// What every page shows around its own content.
struct Frame {
    let title: String
    let lang: String
    let isVietnamese: Bool
    /// Where the language switch comes back to.
    let back: String
    /// The same, as it stands in a query.
    let backEscaped: String
    let isDemo: Bool
    let day: String
    let takesFunctionKeys: Bool
    let style: String
    let script: String
    var staff: String?
    var csrf: String?
    var menu: [MenuItem] = []
    var notice: Notice?

    /// The language that the page is rendered in.
    var language: PageLanguage { isVietnamese ? .vietnamese : .english }

    /// A line of the menu.
    struct MenuItem {
        let address: String
        let title: String
        let isCurrent: Bool
    }

    /// What has just been done, and how to take it back.
    struct Notice {
        let text: String
        /// Where a form takes it back, with the version that it needs.
        let undo: String?
        let undoVersion: String?
    }

    init(title: String, language: PageLanguage, back: String, isDemo: Bool, day: String, takesFunctionKeys: Bool) {
        self.title = title
        lang = language.rawValue
        isVietnamese = language == .vietnamese
        self.back = back
        backEscaped = PageAddress.escaped(back)
        self.isDemo = isDemo
        self.day = day
        self.takesFunctionKeys = takesFunctionKeys
        style = Assets.style.address
        script = Assets.script.address
    }
}

extension Frame.Notice {
    /// The notice that an address carries after something was done; nil where it carries none.
    ///
    /// `?done=KEY` names a text under `done.`, `&undo=REFERRAL.VERSION` the referral whose step can be taken back. Nothing of
    /// the address itself is shown.
    init?(_ query: [String: String], _ texts: Texts) {
        guard let key = query["done"].map({ "done.\($0)" }), let text = texts.entries[key] else { return nil }
        let parts = (query["undo"] ?? "").split(separator: ".").compactMap { Int64($0) }
        self.text = text
        undo = parts.count == 2 ? "/referrals/\(parts[0])/undo" : nil
        undoVersion = parts.count == 2 ? String(parts[1]) : nil
    }
}

/// The sections of the staff pages, in the order of the menu.
enum MenuSection: CaseIterable {
    case week, programme, reports, households, vacancies, employers, plan, referrals, feeds, imports, settings

    /// The section's first page.
    var address: String {
        switch self {
        case .week: "/"
        case .programme: "/programme"
        case .reports: "/reports"
        case .households: "/households"
        case .vacancies: "/vacancies"
        case .employers: "/employers"
        case .plan: "/plan"
        case .referrals: "/referrals"
        case .feeds: "/feeds"
        case .imports: "/imports"
        case .settings: "/settings"
        }
    }

    /// The key of its title.
    var title: String {
        switch self {
        case .week: "menu.week"
        case .programme: "menu.programme"
        case .reports: "menu.reports"
        case .households: "menu.households"
        case .vacancies: "menu.vacancies"
        case .employers: "menu.employers"
        case .plan: "menu.plan"
        case .referrals: "menu.referrals"
        case .feeds: "menu.feeds"
        case .imports: "menu.imports"
        case .settings: "menu.settings"
        }
    }

    /// Whether its first page has anything for a caller.
    func isOpen(to caller: Caller) -> Bool {
        switch self {
        case .week: true
        case .programme, .reports: caller.may(.readReports)
        case .households: caller.may(.listPeople)
        case .vacancies: caller.may(.readVacancies)
        case .employers: caller.may(.readVacancies)
        case .plan: caller.may(.readPlan)
        case .referrals: caller.may(.readReferrals)
        case .feeds: caller.may(.readFeeds)
        case .imports: caller.may(.readImports)
        case .settings: true
        }
    }
}
