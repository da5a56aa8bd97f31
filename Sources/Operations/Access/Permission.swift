/// One thing that a caller may or may not do; every route and every operation asks for one.
package enum Permission: String, Sendable, CaseIterable {
    /// Lists of households and members of the own area, identity and phone masked.
    case listPeople = "people.list"
    /// One person's page, with the purpose logged.
    case openPerson = "people.open"
    /// Lists of people as a file, with the purpose logged.
    case exportPeople = "people.export"
    /// Answers to open questions, and what a person wants.
    case changePeople = "people.change"
    /// Consent withdrawn, and "do not contact".
    case withdrawConsent = "people.consent"
    /// Erasing a person.
    case erasePeople = "people.erase"
    /// Vacancies, employers without their contacts, reference lists.
    case readVacancies = "vacancies.read"
    /// Vacancies taken by phone or on paper: add, change, confirm, close.
    case changeVacancies = "vacancies.change"
    /// Contacts of employers, confirmations and blocks.
    case readEmployers = "employers.read"
    /// Employers' records and contacts; confirming that one may be referred to.
    case confirmEmployers = "employers.confirm"
    /// Blocking and unblocking employers.
    case blockEmployers = "employers.block"
    /// The plan: matches, explanations, runs, shortages, what-if, calls.
    case readPlan = "plan.read"
    /// Making a plan.
    case makePlan = "plan.make"
    /// Referrals and their events.
    case readReferrals = "referrals.read"
    /// Making and advancing referrals, employers' answers, retention checks.
    case refer = "referrals.change"
    /// Overriding the household-first rule with a reason.
    case overrideHouseholdFirst = "referrals.override"
    /// Outcomes: hires, ends, retention, of people found by other systems too.
    case recordOutcomes = "outcomes.record"
    /// The coverage ledger of the own area.
    case readLedger = "ledger.read"
    /// Rolls' imports and their problems.
    case readImports = "imports.read"
    /// Importing rolls, deciding duplicates.
    case importRolls = "imports.make"
    /// Feeds' runs and quarantine.
    case readFeeds = "feeds.read"
    /// Reading feeds in.
    case ingestFeeds = "feeds.ingest"
    /// Approving what a held run would close.
    case approveFeeds = "feeds.approve"
    /// Figures of both promises.
    case readReports = "reports.read"
    /// Publishing a closed period's tables, for everybody and for good.
    case publishReports = "reports.publish"
    /// The audit, and who looked at what.
    case readAudit = "audit.read"
    /// Accounts, roles, areas, tokens.
    case manageAccounts = "accounts.manage"
}
