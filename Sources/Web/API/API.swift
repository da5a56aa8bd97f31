import Operations

/// Every endpoint of the service's API.
///
/// A new group is one line here.
struct API: Sendable {
    /// The endpoints, in the order of the document.
    let endpoints: [Endpoint]

    init(office: Office, rules: SessionRules, cookie: SessionCookie, more: [Endpoint] = []) {
        let groups: [any EndpointGroup] = [
            SessionsAPI(office: office, rules: rules, cookie: cookie),
            HouseholdsAPI(office: office),
            MembersAPI(office: office),
            MemberChangesAPI(office: office),
            VacanciesAPI(office: office),
            VacancyChangesAPI(office: office),
            EmployersAPI(office: office),
            MatchesAPI(office: office),
            RunsAPI(office: office),
            CallsAPI(office: office),
            WhatIfAPI(office: office),
            ReportsAPI(office: office),
            ReportTablesAPI(office: office),
            ForecastAPI(office: office),
            FeedsAPI(office: office),
            ImportsAPI(office: office),
            ReferenceAPI(office: office),
            ReferralsAPI(office: office),
            ReferralStepsAPI(office: office),
            LedgerAPI(office: office),
            OutcomesAPI(office: office),
            EventsAPI(office: office),
            AccountsAPI(office: office), TokensAPI(office: office), AuditAPI(office: office),
        ]
        let parts = groups.flatMap(\.endpoints) + more
        // The document describes itself too.
        let about = AboutAPI(office: office, document: "", problems: [])
        let document = OpenAPIDocument(endpoints: parts + about.endpoints, cookie: cookie).text
        let problems = Problem.general + parts.flatMap(\.refusals).map(Problem.init)
        endpoints = parts + AboutAPI(office: office, document: document, problems: problems).endpoints
    }
}
