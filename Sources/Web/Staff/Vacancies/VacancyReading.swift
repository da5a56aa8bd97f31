import Operations
import Vacancies
import Vocabulary

/// One value of a vacancy as it is believed, beside what its source wrote.
struct VacancyReading {
    let label: String
    let value: String
    /// How it was come by, where it was not simply stated.
    let note: String?
    /// What the source wrote; nil where that is the same, or nothing.
    let raw: String?

    /// Every value that the page shows, in its order.
    static func all(
        of vacancy: Vacancy,
        raw: [String: String],
        _ texts: Texts,
        _ programme: Programme
    ) -> [VacancyReading] {
        func written(_ names: String...) -> String? {
            let values = names.compactMap { raw[$0] }
            return values.isEmpty ? nil : values.joined(separator: " · ")
        }
        func line(_ label: String, _ value: String, note: String? = nil, raw: String? = nil) -> VacancyReading {
            VacancyReading(label: label, value: value, note: note, raw: raw == value ? nil : raw)
        }
        let occupation = vacancy.occupation.map { "\($0) \(programme.occupationNames[$0.digits] ?? "")" }
        return [
            line(
                texts("vacancy.employer"),
                vacancy.employer,
                note: vacancy.taxCode.map { texts("vacancy.tax-code", ["code": $0]) },
                raw: written("employer", "tax-code")
            ),
            line(
                texts("vacancy.place"),
                placeName(vacancy, texts, programme),
                raw: joined(vacancy.placeText, written("place", "unit-code"))
            ),
            line(
                texts("vacancy.pay"),
                texts.offeredWage(vacancy.wage),
                note: wageNote(vacancy, texts),
                raw: written("wage-text", "wage-minimum", "wage-maximum", "currency", "wage-period")
            ),
            line(
                texts("vacancy.contract"),
                texts.offeredContract(vacancy.contract),
                raw: written("contract-kind", "contract-months")
            ),
            line(
                texts("vacancy.openings"),
                String(vacancy.openings),
                note: vacancy.openingsAreAssumed ? texts("vacancy.openings.assumed") : nil,
                raw: written("openings")
            ),
            line(
                texts("vacancy.occupation"),
                occupation ?? texts("vacancy.unknown"),
                note: vacancy.occupationConfidence.map { texts("vacancy.occupation.read", ["sure": String($0)]) },
                raw: written("occupation", "isco-occupation")
            ),
            line(
                texts("vacancy.education"),
                texts.vacancyEducation(vacancy.minimumEducation),
                raw: written("education")
            ),
            line(
                texts("vacancy.qualification"),
                texts.vacancyQualification(vacancy.minimumQualification),
                raw: written("qualification")
            ),
            line(
                texts("vacancy.experience"),
                vacancy.minimumExperience.map { texts("vacancy.years", ["years": String($0)]) }
                    ?? texts("vacancy.not-asked"),
                raw: written("experience")
            ),
            line(texts("vacancy.training"), texts.vacancyFlag(vacancy.trainsNewcomers), raw: written("training")),
            line(texts("vacancy.hazardous"), texts.vacancyFlag(vacancy.isHazardous), raw: written("hazardous")),
            line(texts("vacancy.housing"), texts.vacancyFlag(vacancy.offersHousing), raw: written("housing")),
            line(texts("vacancy.transport"), texts.vacancyFlag(vacancy.offersTransport)),
            line(texts("vacancy.insurance"), texts.vacancyFlag(vacancy.offersInsurance)),
            line(texts("vacancy.night"), texts.vacancyFlag(vacancy.hasNightShifts)),
            line(texts("vacancy.minors"), texts.vacancyFlag(vacancy.isPlaceClosedToMinors)),
            line(
                texts("vacancy.posted"),
                vacancy.postedOn?.vietnamese ?? texts("vacancy.unknown"),
                raw: written("posted")
            ),
            line(
                texts("vacancy.expires"),
                vacancy.expiresOn?.vietnamese ?? texts("vacancy.unknown"),
                raw: written("expires")
            ),
        ]
    }

    /// Where the work is, as it was placed.
    private static func placeName(_ vacancy: Vacancy, _ texts: Texts, _ programme: Programme) -> String {
        let territory = programme.territory
        switch vacancy.place {
        case .commune(let code):
            let commune = territory.commune(code)
            let district = commune.flatMap { territory.district($0.district)?.name }
            return [commune?.name ?? code.description, district].compactMap { $0 }.joined(separator: ", ")
        case .district(let code): return territory.district(code)?.name ?? code
        case .elsewhere: return vacancy.isAbroad ? texts("vacancy.abroad") : texts("vacancy.elsewhere")
        case .unknown: return texts("vacancy.unknown")
        }
    }

    private static func wageNote(_ vacancy: Vacancy, _ texts: Texts) -> String? {
        switch vacancy.wageConfidence {
        case .high: nil
        case .medium: texts("vacancy.wage.medium")
        case .low: texts("vacancy.wage.low")
        }
    }

    private static func joined(_ text: String, _ more: String?) -> String? {
        let parts = [text, more ?? ""].filter { !$0.isEmpty }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }
}
