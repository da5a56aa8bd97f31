import Operations
import Vacancies

/// The forms about an employer: what stands in their fields, what is wrong, and what somebody else has stored meanwhile.
struct EmployerForm {
    /// Which form; the raw value is the last part of its address.
    enum Kind: String {
        case new, change, confirm, block

        /// The page's title.
        func title(_ texts: Texts) -> String {
            switch self {
            case .new: texts("employers.add")
            case .change: texts("employer.change")
            case .confirm: texts("employer.confirm")
            case .block: texts("employer.block")
            }
        }

        /// What it is for.
        func lead(_ texts: Texts) -> String {
            switch self {
            case .new: texts("employer.new.lead")
            case .change: texts("employer.change.lead")
            case .confirm: texts("employer.confirm.lead")
            case .block: texts("employer.block.lead")
            }
        }

        /// What its button says.
        func save(_ texts: Texts) -> String {
            switch self {
            case .new, .change: texts("vacancy.form.save")
            case .confirm: texts("employer.confirm.save")
            case .block: texts("employer.block.save")
            }
        }
    }

    /// What stands in the fields, by their names.
    let values: [String: String]
    /// What is wrong.
    var faults: Form.Faults?
    /// What is stored now, where it is not what the form was read from.
    var theirs: [String: String]?
    /// The form as it was sent; nil before it is.
    private let sent: Form?

    /// How many contacts the form has room for.
    private static let mostContacts = 3

    private static let contactParts = ["name", "position", "phone", "email"]

    private static var names: [String] {
        let contacts = (1...mostContacts).flatMap { place in contactParts.map { "contact\(place).\($0)" } }
        return [
            "name", "taxCode", "kind", "sendsAbroad", "licenceNumber", "version", "way", "taxCodeChecked", "noFee",
            "noDeposit", "noPapersKept", "reason",
        ] + contacts
    }

    /// A form with some values.
    init(_ values: [String: String]) { (self.values, sent) = (values, nil) }

    /// A form as it was sent.
    init(_ form: Form) {
        values = Dictionary(uniqueKeysWithValues: EmployerForm.names.map { ($0, form.typed($0)) })
        sent = form
    }

    /// The values of an employer as the forms show them.
    static func values(of sheet: EmployerSheet, sendsAbroad: Bool) -> [String: String] {
        var values = ["name": sheet.employer.name]
        values["taxCode"] = sheet.employer.taxCode
        values["kind"] = sheet.employer.kind
        values["licenceNumber"] = sheet.licenceNumber
        values["sendsAbroad"] = sendsAbroad ? "true" : nil
        for (place, contact) in (sheet.contacts ?? []).prefix(mostContacts).enumerated() {
            values["contact\(place + 1).name"] = contact.name
            values["contact\(place + 1).position"] = contact.position
            values["contact\(place + 1).phone"] = contact.phone
            values["contact\(place + 1).email"] = contact.email
        }
        return values
    }

    /// What the form says of the employer, held against what the API takes.
    ///
    /// - Throws: `Form.Faults`.
    func details(isNew: Bool) throws -> EmployerDetails {
        let form = sent ?? Form()
        var details = EmployerDetails(try form.read(EmployerBody.self, EmployerSchema.details(isNew: isNew)))
        details.sendsAbroad = form.isTicked("sendsAbroad")
        details.licenceNumber = form.text("licenceNumber") ?? ""
        details.contacts = (1...EmployerForm.mostContacts).compactMap { place in
            func part(_ name: String) -> String? { form.text("contact\(place).\(name)") }
            guard EmployerForm.contactParts.contains(where: { part($0) != nil }) else { return nil }
            var contact = EmployerContact(name: part("name") ?? "")
            contact.position = part("position")
            contact.phone = part("phone")
            contact.email = part("email")
            return contact
        }
        return details
    }

    /// The fields of a form.
    func fields(_ kind: Kind, _ texts: Texts) -> [Field] {
        let fields: [Field] =
            switch kind {
            case .new, .change: record(texts)
            case .confirm: check(texts)
            case .block:
                [.area("reason", texts("employer.block.reason"), values["reason"], longest: 1000).required]
            }
        return fields.map { finished($0, texts) }
    }

    private func record(_ texts: Texts) -> [Field] {
        let contacts = (1...EmployerForm.mostContacts).flatMap { place -> [Field] in
            func line(_ part: String, _ label: String) -> Field {
                let name = "contact\(place).\(part)"
                return .line(name, label, values[name], longest: 200)
            }
            let number = ["number": String(place)]
            return [
                line("name", texts("employer.contact.name", number)),
                line("position", texts("employer.contact.position", number)),
                line("phone", texts("employer.contact.phone", number)),
                line("email", texts("employer.contact.email", number)),
            ]
        }
        return [
            .line("name", texts("employer.name"), values["name"], longest: 300).required,
            .line("taxCode", texts("employer.tax-code"), values["taxCode"], longest: 30)
                .hint(texts("employer.tax-code.hint")),
            .choice(
                "kind",
                texts("employer.kind"),
                values["kind"],
                [("", texts("vacancy.unknown"))]
                    + Employer.Kind.allCases.map { ($0.rawValue, texts.employerKind($0)) }
            ),
            .tick("sendsAbroad", texts("employer.sends-abroad"), values["sendsAbroad"] == "true"),
            .line("licenceNumber", texts("employer.licence"), values["licenceNumber"], longest: 100),
        ] + contacts
    }

    private func check(_ texts: Texts) -> [Field] {
        func tick(_ name: String, _ label: String) -> Field { .tick(name, label, values[name] == "true").required }
        let ways = EmployerConfirmation.Way.allCases.filter { $0 != .demo }
        return [
            .choice(
                "way",
                texts("employer.check.way"),
                values["way"],
                ways.map { ($0.rawValue, texts.employerWay($0)) }
            ),
            tick("taxCodeChecked", texts("employer.check.tax-code")), tick("noFee", texts("employer.check.no-fee")),
            tick("noDeposit", texts("employer.check.no-deposit")),
            tick("noPapersKept", texts("employer.check.no-papers")),
            .line("licenceNumber", texts("employer.licence"), values["licenceNumber"], longest: 100)
                .hint(texts("employer.licence.hint")),
        ]
    }

    /// The field with what is wrong with it, and what somebody else has stored where that is something else.
    private func finished(_ field: Field, _ texts: Texts) -> Field {
        let field = field.error(faults, texts)
        guard let theirs else { return field }
        let (mine, other) = (values[field.name] ?? "", theirs[field.name] ?? "")
        if mine == other { return field }
        if field.isTick { return field.theirs(texts.vacancyFlag(other == "true")) }
        let label = field.options.first { $0.value == other }?.label ?? other
        return field.theirs(label.isEmpty ? texts("vacancy.form.nothing") : label)
    }
}
