import Vacancies
import Vocabulary

/// A synthetic vacancy, before it is written in one of the formats.
struct DemoVacancy {
    var number: Int
    var job: DemoJob
    var employer: String
    var taxCode: String
    /// The commune, where it is in the province.
    var commune: Territory.Commune?
    var districtName: String
    /// The town and province, where it is not.
    var elsewhere: (town: String, province: String)?
    var wage: (minimum: Int, maximum: Int)?
    var contract: ContractTerm?
    var openings: Int
    var education: Int?
    var qualification: Int?
    var experience: Int?
    var isTrained: Bool?
    var isHazardous: Bool?
    var hasHousing: Bool?
    var posted: Day
    var expires: Day

    /// The vacancies of a province, whose openings add up to the settings exactly.
    ///
    /// One in thirty is a factory's or a building site's that takes anybody; those hold half of the openings.
    static func draw(
        _ settings: DemoSettings,
        territory: Territory,
        asOf: Day,
        _ random: inout SeededGenerator
    ) -> [DemoVacancy] {
        var vacancies = (1...settings.vacancies).map { number in
            draw(number: number, territory: territory, asOf: asOf, &random)
        }
        share(settings.openings, over: &vacancies, &random)
        return vacancies
    }

    private static func draw(
        number: Int,
        territory: Territory,
        asOf: Day,
        _ random: inout SeededGenerator
    ) -> DemoVacancy {
        let takesAnybody = random.chance(32)
        let job = takesAnybody ? random.pick(DemoJob.forAnybody) : random.pick(DemoJob.trades)
        let isHere = random.chance(takesAnybody ? 420 : 450)
        let commune = isHere ? pickCommune(territory, &random) : nil
        let wageFloor = isHere ? random.number(in: 45...75) : random.number(in: 55...95)
        let isPaidBelowMinimum = random.chance(5)
        let minimum = isPaidBelowMinimum ? 2_900_000 : wageFloor * 100_000
        return DemoVacancy(
            number: number,
            job: job,
            employer: DemoEmployer.name(job, isHere: isHere, &random),
            taxCode: taxCode(of: isHere ? "470" : "460", random.number(in: 1_000_000...9_999_999)),
            commune: commune,
            districtName: commune.flatMap { territory.district($0.district)?.name } ?? "",
            elsewhere: isHere ? nil : random.pick(DemoEmployer.towns),
            wage: random.chance(880) ? (minimum, minimum + random.number(in: 0...8) * 500_000) : nil,
            contract: random.pick(
                [
                    (.fixed(months: 12), 26), (.fixed(months: 24), 14), (.fixed(months: 36), 10), (.indefinite, 12),
                    (.fixed(months: 6), 10), (.fixed(months: 3), 8), (.seasonal, 12), (nil, 8),
                ] as [(ContractTerm?, Int)]
            ),
            openings: 1,
            education: job.education > 1 || random.chance(500) ? job.education : nil,
            qualification: job.qualification > 1 ? job.qualification : nil,
            experience: !takesAnybody && random.chance(550) ? random.number(in: 1...3) : nil,
            isTrained: takesAnybody ? (job.code.hasPrefix("9") && random.chance(500) ? nil : true) : nil,
            isHazardous: random.chance(150) ? nil : random.chance(job.isHard ? 250 : 20),
            hasHousing: takesAnybody && !isHere ? random.chance(170) : isHere ? random.chance(60) : random.chance(80),
            posted: asOf.adding(days: -random.number(in: 0...60)),
            expires: asOf.adding(days: random.chance(15) ? -random.number(in: 1...10) : random.number(in: 20...120))
        )
    }

    /// A code with the right check digit, of the province and the number or the next that has one.
    private static func taxCode(of province: String, _ number: Int) -> String {
        let numbers = (number / 10)...(number / 10 + 10)
        return numbers.lazy.compactMap { TaxCode(completing: province + String($0)) }.first?.description ?? ""
    }

    /// The city, the industrial park of Chợ Mới and the district towns have more than the others.
    private static func pickCommune(_ territory: Territory, _ random: inout SeededGenerator) -> Territory.Commune {
        random.pick(
            territory.communes.map { commune in
                let isTown = !commune.name.hasPrefix("Xã")
                return (commune, commune.district == "058" ? 14 : isTown ? 24 : commune.district == "065" ? 7 : 3)
            }
        )
    }

    private static func share(_ total: Int, over vacancies: inout [DemoVacancy], _ random: inout SeededGenerator) {
        let large = vacancies.indices.filter { DemoJob.forAnybody.contains(vacancies[$0].job) }
        let small = vacancies.indices.filter { !DemoJob.forAnybody.contains(vacancies[$0].job) }
        var left = max(0, total - vacancies.count)
        // Half to the large ones as their weights say, the rest one by one.
        let weights = large.map { ($0, random.number(in: 1...10) * random.number(in: 1...10)) }
        for _ in 0..<(left / 2) where !weights.isEmpty {
            vacancies[random.pick(weights)].openings += 1
            left -= 1
        }
        while left > 0 {
            vacancies[random.pick(small.isEmpty ? large : small)].openings += 1
            left -= 1
        }
    }

    /// The place as it is written for people.
    var placeText: String {
        if let elsewhere { return "\(elsewhere.town), \(elsewhere.province)" }
        return "\(commune?.name ?? ""), \(districtName), Bắc Kạn"
    }

    /// A few sentences about the job.
    var text: String {
        var sentences = ["\(employer) cần tuyển \(openings) người làm \(job.title.lowercased()) tại \(placeText)."]
        if isTrained == true { sentences.append("Người mới được đào tạo tại chỗ và hưởng lương khi học việc.") }
        if let experience { sentences.append("Cần ít nhất \(experience) năm kinh nghiệm.") }
        if hasHousing == true { sentences.append("Có chỗ ở miễn phí cho người ở xa.") }
        sentences.append("Đóng bảo hiểm đầy đủ theo quy định.")
        return sentences.joined(separator: " ")
    }
}
