import Households
import Store
import Vacancies
import Vocabulary

extension Office {
    /// What a member does not want of what a vacancy is: itself, its employer, its occupation group or its district.
    func unwanted(_ member: MemberID, _ vacancy: Vacancy, _ reading: Reading) throws -> Set<RefusedThing> {
        let all = try reading.refusals(of: member)
        if all.isEmpty { return [] }
        let district: String? =
            switch vacancy.place {
            case .commune(let code): programme.territory.district(of: code)?.code
            case .district(let code): code
            case .elsewhere, .unknown: nil
            }
        return all.filter { refused in
            switch refused {
            case .vacancy(let id): id == vacancy.id
            case .employer(let id): id == vacancy.employerID?.rawValue
            case .occupation(let group): group == vacancy.occupation?.group
            case .district(let code): code == district
            }
        }
    }

    /// Whether a member was referred to a vacancy before, and one of the two sides said no.
    func wasTried(_ member: MemberID, _ vacancy: VacancyID, _ reading: Reading) throws -> Bool {
        try reading.referrals(of: member).contains { $0.vacancy == vacancy && $0.exit?.endsPair == true }
    }
}
