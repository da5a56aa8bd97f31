import XML

extension Dialect {
    /// This service's own format, `Config/feeds/noiviec-vacancies-1.xsd`.
    package static let own = Dialect(
        name: "noiviec",
        roots: ["vacancies"],
        record: "vacancy",
        paths: [
            .contractKind: ["contract@kind"],
            .contractMonths: ["contract@months"],
            .currency: ["wage@currency"],
            .description: ["description"],
            .education: ["education"],
            .employer: ["employer/name"],
            .experience: ["experience"],
            .expires: ["expires"],
            .hazardous: ["hazardous"],
            .housing: ["housing"],
            .occupation: ["occupation"],
            .openings: ["openings"],
            .posted: ["posted"],
            .qualification: ["qualification"],
            .reference: ["id", "@id"],
            .taxCode: ["employer/taxCode"],
            .title: ["title"],
            .training: ["training"],
            .unitCode: ["workplace/unitCode"],
            .url: ["url"],
            .wageMaximum: ["wage@max"],
            .wageMinimum: ["wage@min"],
            .wagePeriod: ["wage@period"],
            .wageText: ["wage"],
        ],
        place: [["workplace/address"]],
        dateFormats: [.iso],
        isHTML: false,
        isAlwaysComplete: false
    )
}
