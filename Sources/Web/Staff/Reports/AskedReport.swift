import Operations
import Outcomes
import Vocabulary

/// What a report's page is asked for: as it was typed, and as it is read.
struct AskedReport: Sendable {
    /// Which report.
    let kind: ReportKind
    /// What was read; what cannot be read is as if it had not been typed.
    private(set) var request: ReportRequest
    /// What is wrong with what was typed, beside its field; nil where all can be read.
    private(set) var faults: Form.Faults?
    private let typed: Form

    /// The fields that ask for a report, in their order.
    static let names = ["from", "to", "as_of", "known", "by", "policy"]

    /// - Parameters:
    ///   - kind: which report.
    ///   - page: the address, whose query was typed.
    ///   - office: whose year is reported where no period is named.
    init(_ kind: ReportKind, _ page: PageAddress, _ office: Office) {
        self.kind = kind
        typed = Form(page.query.mapValues { [String($0.prefix(200))] })
        let standard = office.reportPeriod()
        var faults: [String: Wording] = [:]
        let typed = typed
        func day(_ name: String) -> Day? {
            guard typed.text(name) != nil else { return nil }
            if let day = typed.day(name) { return day }
            faults[name] = Wording(Refusal.noDay.vietnamese, Refusal.noDay.english)
            return nil
        }
        request = ReportRequest(kind, from: day("from") ?? standard.from, to: day("to") ?? standard.to)
        request.asOf = day("as_of")
        request.knownAt = typed.integer("known_at") ?? day("known")?.lastMoment
        request.by = typed.text("by").flatMap { Cut(rawValue: $0) }
        request.policy = typed.text("policy")
        if let policy = request.policy, !AskedReport.versions(office).contains(policy) {
            let refusal = Refusal.unknownPolicy
            faults["policy"] = Wording(refusal.vietnamese, refusal.english)
        }
        self.faults = faults.isEmpty ? nil : Form.Faults(faults)
    }

    /// The form, filled with what was typed, with what is wrong beside its field.
    func fields(_ office: Office, _ refused: Form.Faults?, _ texts: Texts) -> [Field] {
        func value(_ name: String, _ day: Day? = nil) -> String? { typed.text(name) ?? day?.description }
        let faults = refused ?? faults
        var fields: [Field] = [
            .day("from", texts("report.from"), value("from", request.from)),
            .day("to", texts("report.to"), value("to", request.to)),
            .day("as_of", texts("report.as-of"), value("as_of")),
            .day("known", texts("report.known"), value("known")),
        ]
        if kind != .supply {
            let cuts = Cut.allCases.map { ($0.rawValue, texts("report.cut.\($0.rawValue)")) }
            fields.append(.choice("by", texts("report.by"), request.by?.rawValue, [("", texts("report.whole"))] + cuts))
        }
        let versions = AskedReport.versions(office)
        if kind == .coverage || request.policy != nil {
            var options = [("", texts("report.policy.decided"))] + versions.map { ($0, $0) }
            // One that there is not stays where it was typed.
            if let policy = request.policy, !versions.contains(policy) { options.append((policy, policy)) }
            fields.append(.choice("policy", texts("report.policy"), request.policy, options))
        }
        return fields.map { $0.error(faults, texts) }
    }

    /// What asks for the same again, by name.
    var query: [String: String] {
        var query = ["from": request.from.description, "to": request.to.description]
        query["as_of"] = request.asOf?.description
        query["known_at"] = typed.text("known_at")
        query["known"] = typed.text("known")
        query["by"] = request.by?.rawValue
        query["policy"] = request.policy
        return query
    }

    /// The same as known at a moment, where no other was asked for.
    mutating func fix(at moment: Int64) { request.knownAt = request.knownAt ?? moment }

    private static func versions(_ office: Office) -> [String] {
        office.programme.placementPolicies.all.map(\.value.version)
    }
}

extension ReportKind {
    /// The page on which it stands.
    var page: String { "/reports/\(rawValue)" }

    /// Its title.
    func title(_ texts: Texts) -> String { texts("report.kind.\(rawValue.lowercased())") }
}
