import XML

extension Dialect {
    /// The flat format of Indeed and the job boards that follow it.
    ///
    /// It has no fields for openings, occupation, contract length, training or housing, but allows elements of one's
    /// own, so those are looked for under plain names. It names no closed list of dates; both forms its own examples
    /// use are read. A feed is documented to be the whole list every time.
    package static let indeed = Dialect(
        name: "indeed",
        roots: ["source", "jobs"],
        record: "job",
        paths: [
            .contractKind: ["contracttype", "contract_type", "jobtype"],
            .contractMonths: ["contractmonths", "contract_months"],
            .currency: ["salary/salary_currency", "salary/currency", "salary_currency"],
            .description: ["description"],
            .education: ["education"],
            .employer: ["company", "sourcename"],
            .experience: ["experience"],
            .expires: ["expirationdate", "closing_date", "expirydate"],
            .hazardous: ["hazardous"],
            .housing: ["housing"],
            .occupation: ["occupation"],
            .openings: ["openings"],
            .posted: ["date", "dateposted", "listed_date", "publishdate"],
            .qualification: ["qualification"],
            .reference: ["referencenumber", "reference_id", "id", "@id"],
            .taxCode: ["taxcode"],
            .title: ["title", "name"],
            .training: ["training"],
            .unitCode: ["unitcode"],
            .url: ["url", "link"],
            .wageMaximum: ["salary/salary_max", "salary/max", "salary_max"],
            .wageMinimum: ["salary/salary_min", "salary/min", "salary_min"],
            .wagePeriod: ["salary/period", "salary/type", "salary_frequency"],
            .wageText: ["salary"],
        ],
        place: [["city", "location"], ["state"], ["country"]],
        dateFormats: [.rfc822, .iso],
        isHTML: true,
        isAlwaysComplete: true
    )
}
