import Operations
import Vacancies
import Vocabulary

/// The form of a vacancy: what stands in its fields, what is wrong with them, and what somebody else has stored meanwhile.
struct VacancyForm {
    /// Fields that belong together.
    struct Group {
        let heading: String
        let fields: [Field]
    }

    /// What stands in the fields, by their names.
    let values: [String: String]
    /// What is wrong.
    var faults: Form.Faults?
    /// What is stored now, where it is not what the form was read from.
    var theirs: [String: String]?

    private static let names = [
        "title", "text", "employer", "taxCode", "place", "communeCode", "wageMinimum", "wageMaximum", "wagePeriod",
        "contract", "contractMonths", "openings", "occupation", "education", "qualification", "experience", "training",
        "hazardous", "housing", "expiresOn", "version",
    ]

    /// A form with some values.
    init(_ values: [String: String]) { self.values = values }

    /// A form as it was sent.
    init(_ form: Form) {
        values = Dictionary(uniqueKeysWithValues: VacancyForm.names.map { ($0, form.typed($0)) })
    }

    /// The values of a vacancy as the form shows them.
    static func values(of details: VacancyDetails) -> [String: String] {
        var values: [String: String] = [
            "title": details.title, "text": details.text, "employer": details.employer, "place": details.place,
        ]
        values["taxCode"] = details.taxCode
        values["communeCode"] = details.commune?.description
        values["wageMinimum"] = details.wageMinimum.map { String($0) }
        values["wageMaximum"] = details.wageMaximum.map { String($0) }
        values["wagePeriod"] = details.wagePeriod?.rawValue
        values["contract"] = details.contract?.rawValue
        values["contractMonths"] = details.contractMonths.map { String($0) }
        values["openings"] = details.openings.map { String($0) }
        values["occupation"] = details.occupation?.digits
        values["education"] = details.education.map { String($0) }
        values["qualification"] = details.qualification.map { String($0) }
        values["experience"] = details.experience.map { String($0) }
        values["training"] = details.trainsNewcomers.map { String($0) }
        values["hazardous"] = details.isHazardous.map { String($0) }
        values["housing"] = details.offersHousing.map { String($0) }
        values["expiresOn"] = details.expiresOn?.description
        return values
    }

    /// - Throws: `Form.Faults` where title or employer is left out.
    func requireNames() throws(Form.Faults) {
        let missing = ["title", "employer"].filter { (values[$0] ?? "").allSatisfy(\.isWhitespace) }
        guard missing.isEmpty else {
            let fault = Wording("Thiếu nội dung bắt buộc.", "This is needed.")
            throw Form.Faults(Dictionary(uniqueKeysWithValues: missing.map { ($0, fault) }))
        }
    }

    /// The fields, in groups.
    func groups(_ texts: Texts, _ programme: Programme) -> [Group] {
        [
            Group(heading: texts("vacancy.form.job"), fields: job(texts, programme).map { finished($0, texts) }),
            Group(heading: texts("vacancy.form.pay"), fields: pay(texts).map { finished($0, texts) }),
            Group(heading: texts("vacancy.form.wanted"), fields: wanted(texts).map { finished($0, texts) }),
        ]
    }

    private func job(_ texts: Texts, _ programme: Programme) -> [Field] {
        let territory = programme.territory
        let communes = territory.communes.map { commune in
            let district = territory.district(commune.district)?.name
            return (commune.code.description, commune.name + (district.map { " (\($0))" } ?? ""))
        }
        return [
            .line("title", texts("vacancy.title"), values["title"], longest: 500).required,
            .line("employer", texts("vacancy.employer"), values["employer"], longest: 300).required
                .hint(texts("vacancy.form.employer.hint")),
            .line("taxCode", texts("vacancy.form.tax-code"), values["taxCode"], longest: 30),
            .line("place", texts("vacancy.place"), values["place"], longest: 500)
                .hint(texts("vacancy.form.place.hint")),
            .choice(
                "communeCode",
                texts("vacancy.form.commune"),
                values["communeCode"],
                [("", texts("vacancy.form.by-place"))] + communes
            ),
            .choice(
                "occupation",
                texts("vacancy.occupation"),
                values["occupation"],
                programme.occupationOptions(
                    none: texts("vacancy.form.by-title"),
                    beside: (values["occupation"] ?? theirs?["occupation"]).flatMap { OccupationCode($0) }
                )
            ),
            .number("openings", texts("vacancy.openings"), values["openings"])
                .hint(texts("vacancy.form.openings.hint")),
            .area("text", texts("vacancy.text"), values["text"], longest: 10_000),
        ]
    }

    private func pay(_ texts: Texts) -> [Field] {
        [
            .number("wageMinimum", texts("vacancy.form.wage-minimum"), values["wageMinimum"])
                .hint(texts("vacancy.form.wage.hint")),
            .number("wageMaximum", texts("vacancy.form.wage-maximum"), values["wageMaximum"]),
            .choice(
                "wagePeriod",
                texts("vacancy.form.period"),
                values["wagePeriod"],
                [
                    ("", texts("vacancy.form.period.month")), ("day", texts("vacancy.form.period.day")),
                    ("week", texts("vacancy.form.period.week")), ("hour", texts("vacancy.form.period.hour")),
                    ("year", texts("vacancy.form.period.year")),
                ]
            ),
            .choice(
                "contract",
                texts("vacancy.contract"),
                values["contract"],
                [
                    ("", texts("vacancy.unknown")), ("indefinite", texts("vacancy.contract.indefinite")),
                    ("fixed", texts("vacancy.contract.fixed")), ("seasonal", texts("vacancy.contract.seasonal")),
                ]
            ),
            .number("contractMonths", texts("vacancy.form.months"), values["contractMonths"]),
            .day("expiresOn", texts("vacancy.expires"), values["expiresOn"]),
        ]
    }

    private func wanted(_ texts: Texts) -> [Field] {
        [
            .choice(
                "education",
                texts("vacancy.education"),
                values["education"],
                [("", texts("vacancy.not-asked"))] + (1...4).map { (String($0), texts.vacancyEducation($0)) }
            ),
            .choice(
                "qualification",
                texts("vacancy.qualification"),
                values["qualification"],
                [("", texts("vacancy.not-asked"))] + (1...8).map { (String($0), texts.vacancyQualification($0)) }
            ),
            .number("experience", texts("vacancy.form.experience"), values["experience"]),
            flag("training", texts("vacancy.training"), texts),
            flag("hazardous", texts("vacancy.hazardous"), texts),
            flag("housing", texts("vacancy.housing"), texts),
        ]
    }

    private func flag(_ name: String, _ label: String, _ texts: Texts) -> Field {
        .choice(
            name,
            label,
            values[name],
            [("", texts.vacancyFlag(nil)), ("true", texts.vacancyFlag(true)), ("false", texts.vacancyFlag(false))]
        )
    }

    /// The field with what is wrong with it, and what somebody else has stored where that is something else.
    private func finished(_ field: Field, _ texts: Texts) -> Field {
        let field = field.error(faults, texts)
        guard let theirs else { return field }
        let (mine, other) = (values[field.name] ?? "", theirs[field.name] ?? "")
        if mine == other { return field }
        let label = field.options.first { $0.value == other }?.label ?? other
        return field.theirs(label.isEmpty ? texts("vacancy.form.nothing") : label)
    }
}
