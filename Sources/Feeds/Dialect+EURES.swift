import XML

extension Dialect {
    /// HR-XML 3 as the European employment services exchange it: one `PositionOpening`, or many in an envelope.
    ///
    /// What it has no place for stands in `UserArea`, at the end of the opening or of its profile.
    package static let eures = Dialect(
        name: "eures",
        roots: [],
        record: "PositionOpening",
        paths: [
            .contractKind: ["PositionProfile/PositionOfferingTypeCode"],
            .contractMonths: userArea("ContractMonths"),
            .currency: [
                ElementPath(pay + "RemunerationRange@currencyCode"), ElementPath(pay + "BasePay@currencyCode"),
                ElementPath(minimumOfRange + "@currencyID"), ElementPath(pay + "BasePay/BasePayAmountMin@currencyID"),
                ElementPath(pay + "RemunerationRange/CurrencyCode"), ElementPath(pay + "CurrencyCode"),
            ],
            .description: ["PositionProfile/PositionFormattedDescription/Content"],
            .education: userArea("Education"),
            .employer: ["PositionProfile/PositionOrganization/OrganizationIdentifiers/OrganizationName"],
            .experience: [
                "PositionProfile/PositionQualifications/ExperienceSummary/ExperienceCategory/Measure[unitCode=year]",
                "PositionProfile/PositionQualifications/ExperienceSummary/ExperienceCategory/Measure[unitCode=ANN]",
            ] + userArea("Experience"),
            .expires: ["PositionProfile/ApplicationCloseDate", "@validTo"],
            .hazardous: userArea("Hazardous"),
            .housing: userArea("Housing"),
            .iscoOccupation: [
                "PositionProfile/JobCategoryCode[listName=ISCO2008]",
                "PositionProfile/JobCategoryCode[listName=ISCO-08]",
                "PositionProfile/JobCategoryCode[listName=ISCO08]",
            ],
            .occupation: userArea("Occupation"),
            .openings: ["PositionProfile/PositionOpenQuantity", "PositionOpenQuantity"],
            .periodEnd: ["PositionProfile/PositionPeriod/EndDate/DateText", "PositionProfile/PositionPeriod/EndDate"],
            .periodStart: [
                "PositionProfile/PositionPeriod/StartDate/DateText", "PositionProfile/PositionPeriod/StartDate",
            ],
            .posted: ["@validFrom"],
            .qualification: userArea("Qualification"),
            .reference: ["DocumentID"],
            .status: ["PositionOpeningStatusCode"],
            .taxCode: userArea("TaxCode") + [
                "PositionProfile/PositionOrganization/OrganizationIdentifiers/OrganizationLegalID"
            ],
            .title: ["PositionProfile/PositionTitle"],
            .training: userArea("Training"),
            .unitCode: userArea("UnitCode"),
            .url: [
                "PositionProfile/PostingInstruction/ApplicationMethod/InternetWebAddress",
                "PositionProfile/PostingInstruction/ApplicationMethod/Instructions",
            ],
            .wageMaximum: [
                ElementPath(pay + "RemunerationRange/MaximumAmount"), ElementPath(pay + "RemunerationRange/Maximum"),
                ElementPath(pay + "RemunerationRange/RangeMaximumAmount"),
                ElementPath(pay + "BasePay/BasePayAmountMax"),
            ],
            .wageMinimum: [
                ElementPath(minimumOfRange), ElementPath(pay + "RemunerationRange/Minimum"),
                ElementPath(pay + "RemunerationRange/RangeMinimumAmount"),
                ElementPath(pay + "BasePay/BasePayAmountMin"), ElementPath(pay + "BasePay/Amount"),
                ElementPath(pay + "BasePay"),
            ],
            .wagePeriod: [
                ElementPath(pay + "RemunerationRange/RemunerationIntervalCode"),
                ElementPath(pay + "RemunerationRange@intervalCode"),
                ElementPath(pay + "RemunerationRange@baseInterval"),
                ElementPath(pay + "BasePay@baseInterval"), ElementPath(pay + "BasePay/BasePayIntervalCode"),
                ElementPath(pay + "RemunerationIntervalCode"),
            ],
        ],
        place: [
            ["PositionProfile/PositionLocation/Address/AddressLine"],
            ["PositionProfile/PositionLocation/Address/CityName"],
            ["PositionProfile/PositionLocation/Address/CountrySubDivisionCode"],
            ["PositionProfile/PositionLocation/Address/CountryCode"],
        ],
        dateFormats: [.iso, .dayFirst],
        isHTML: true,
        isAlwaysComplete: false
    )

    private static let pay = "PositionProfile/OfferedRemunerationPackage/"
    private static let minimumOfRange = pay + "RemunerationRange/MinimumAmount"

    private static func userArea(_ name: String) -> [ElementPath] {
        [ElementPath("UserArea/" + name), ElementPath("PositionProfile/UserArea/" + name)]
    }
}
