/// What a member of staff is; what each may do is `permissions`, where is the account's area.
package enum Role: String, Sendable, CaseIterable {
    /// Commune officer (cán bộ xã): the people of one or some communes or villages.
    case communeOfficer = "commune_officer"
    /// Counsellor of the employment service centre (trung tâm dịch vụ việc làm).
    case counsellor
    /// Provincial specialist (chuyên viên sở).
    case specialist
    /// Supervisor: a specialist who may override and approve.
    case supervisor
    /// Reads figures, never people.
    case reporter
    /// Reads everything that was done, changes nothing.
    case auditor
    /// Keeps accounts, tokens and keys; sees no people.
    case administrator

    /// What the role may do, in its area.
    package var permissions: Set<Permission> {
        switch self {
        case .communeOfficer:
            [
                .listPeople, .openPerson, .changePeople, .withdrawConsent, .readVacancies, .readPlan, .readReferrals,
                .refer, .recordOutcomes, .readLedger, .readReports,
            ]
        case .counsellor:
            Role.communeOfficer.permissions.union([
                .exportPeople, .changeVacancies, .readEmployers, .confirmEmployers, .readFeeds,
            ])
        case .specialist:
            Role.counsellor.permissions.union([.makePlan, .readImports, .importRolls, .ingestFeeds, .approveFeeds])
        case .supervisor:
            Role.specialist.permissions.union([
                .overrideHouseholdFirst, .blockEmployers, .erasePeople, .readAudit, .publishReports,
            ])
        case .reporter: [.readReports, .readVacancies]
        case .auditor:
            [
                .listPeople, .openPerson, .readVacancies, .readEmployers, .readPlan, .readReferrals, .readLedger,
                .readImports, .readFeeds, .readReports, .readAudit,
            ]
        case .administrator: [.manageAccounts, .readAudit, .readFeeds, .readImports]
        }
    }
}

/// What a program with a token may do; a token has one or more.
package enum TokenScope: String, Sendable, CaseIterable {
    /// The feed cron: reading feeds in, their runs and quarantine.
    case feeds
    /// Reporting systems: figures of both promises.
    case reports
    /// Systems that report outcomes: hires, ends, retention.
    case outcomes
    /// Systems that follow plan and referrals, with people's lists masked.
    case plan

    /// What the scope may do.
    package var permissions: Set<Permission> {
        switch self {
        case .feeds: [.readFeeds, .ingestFeeds, .readVacancies]
        case .reports: [.readReports, .readVacancies]
        case .outcomes: [.recordOutcomes, .readReferrals, .readVacancies]
        case .plan: [.listPeople, .readVacancies, .readPlan, .readReferrals, .readLedger]
        }
    }
}
