import Operations

/// Every endpoint of the service's API.
///
/// A new group is one line here.
struct API: Sendable {
    /// The endpoints, in the order of the document.
    let endpoints: [Endpoint]

    init(office: Office, rules: SessionRules, cookie: SessionCookie) {
        let groups: [any EndpointGroup] = [
            CallsAPI(office: office), SessionsAPI(office: office, rules: rules, cookie: cookie),
            AccountsAPI(office: office), TokensAPI(office: office), AuditAPI(office: office),
        ]
        let parts = groups.flatMap(\.endpoints)
        // The document describes itself too.
        let about = AboutAPI(office: office, document: "", problems: [])
        let document = OpenAPIDocument(endpoints: parts + about.endpoints, cookie: cookie).text
        let problems = Problem.general + parts.flatMap(\.refusals).map(Problem.init)
        endpoints = parts + AboutAPI(office: office, document: document, problems: problems).endpoints
    }
}
