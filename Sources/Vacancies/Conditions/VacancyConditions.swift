import Vocabulary

/// The conditions of a job that an advertisement states in words: what is offered, when and where the work is, whom the
/// employer wishes for and what they ask for.
///
/// A pure reading of title and text, in Vietnamese with and without its marks and in the English words that Vietnamese
/// advertisements use; one pass over the text, in time linear in its length. What is not stated stays nil, and so does
/// what is stated both ways. A preference (`ưu tiên`, `là một lợi thế`) is no demand.
package struct VacancyConditions: Hashable, Sendable {
    /// Whether transport to work is offered (xe đưa đón); an allowance for petrol is none.
    package let offersTransport: Bool?
    /// Whether housing is offered (chỗ ở, ký túc xá); an allowance for rent is none.
    package let offersHousing: Bool?
    /// Whether social insurance is paid (bảo hiểm xã hội, BHXH); health or accident insurance alone says nothing.
    package let offersInsurance: Bool?
    /// Whether work between 22:00 and 06:00 belongs to it (ca đêm; Labour Code 2019, article 106).
    package let hasNightShifts: Bool?
    /// Whether the work is called heavy, toxic or dangerous (nặng nhọc, độc hại, nguy hiểm).
    package let isHazardous: Bool?
    /// True where the place of work is one closed to minors (Labour Code 2019, article 147); nil where nothing says so.
    package let isPlaceClosedToMinors: Bool?
    /// Whether newcomers are trained (được đào tạo), or no experience is asked for (không yêu cầu kinh nghiệm).
    package let trainsNewcomers: Bool?
    /// Languages asked for (tiếng Trung); of alternatives none.
    package let languages: Set<Language>
    /// Skills and licences asked for (bằng lái xe B2, biết may); of alternatives none, of licence classes the lowest.
    package let skills: Set<Skill>
    /// The one sex wished for (giới tính); nil where both are, which may exclude nobody (Labour Code 2019, article 8).
    package let wishedSex: Sex?
    /// The ages wished for (độ tuổi) as written, `dưới 35` as up to 35; open ends are 15 and 80.
    package let wishedAges: ClosedRange<Int>?
    /// Whole years of experience asked for (kinh nghiệm); nil where none or less than one is.
    package let minimumExperience: Int?
    /// Lowest general education asked for, 1...4 of form 01; 1 where the text says that none is needed.
    package let minimumEducation: Int?
    /// Lowest technical qualification asked for, 3...8 of form 01; nil where schooling is enough.
    package let minimumQualification: Int?

    /// The conditions that a title and a text state.
    ///
    /// - Parameters:
    ///   - title: the title of the advertisement.
    ///   - text: its description, with requirements, benefits and working time.
    ///   - postedYear: its year, without which years of birth say no ages.
    package init(title: String, text: String, postedYear: Int?) {
        var reader = ConditionReader(postedYear: postedYear)
        reader.read(title, isTitle: true)
        reader.read(text, isTitle: false)
        offersTransport = reader.answer(.transport)
        offersHousing = reader.answer(.housing)
        offersInsurance = reader.answer(.insurance)
        isHazardous = reader.answer(.hazard)
        trainsNewcomers = reader.answer(.training)
        hasNightShifts = reader.nightShifts
        isPlaceClosedToMinors = reader.isPlaceClosedToMinors ? true : nil
        languages = reader.languages
        skills = reader.skills
        let sexes = reader.sexes.firm ?? reader.sexes.preferred ?? []
        wishedSex = sexes.count == 1 ? sexes.first : nil
        wishedAges = reader.ages.firm ?? reader.ages.preferred
        let years = reader.isExperienceUnasked ? 0 : (reader.experience ?? 0) / 12
        minimumExperience = years > 0 ? years : nil
        minimumEducation = reader.schooling.flatMap { $0 < 10 ? $0 : nil }
        minimumQualification = reader.schooling.flatMap { $0 > 10 ? $0 - 10 : nil }
    }
}

extension VacancyConditions {
    /// Adds to a vacancy what the fields of its advertisement leave open.
    func complete(_ vacancy: inout Vacancy, statedBy advertisement: Advertisement) {
        vacancy.offersTransport = vacancy.offersTransport ?? offersTransport
        vacancy.offersHousing = vacancy.offersHousing ?? offersHousing
        vacancy.offersInsurance = vacancy.offersInsurance ?? offersInsurance
        vacancy.hasNightShifts = vacancy.hasNightShifts ?? hasNightShifts
        vacancy.isHazardous = vacancy.isHazardous ?? isHazardous
        vacancy.isPlaceClosedToMinors = vacancy.isPlaceClosedToMinors ?? isPlaceClosedToMinors
        vacancy.trainsNewcomers = vacancy.trainsNewcomers ?? trainsNewcomers
        vacancy.languages.formUnion(languages)
        vacancy.skills.formUnion(skills)
        vacancy.wishedSex = vacancy.wishedSex ?? wishedSex
        vacancy.wishedAges = vacancy.wishedAges ?? wishedAges
        // A field that states no experience says more than a text.
        if advertisement.experienceYears == nil { vacancy.minimumExperience = minimumExperience }
        vacancy.minimumEducation = vacancy.minimumEducation ?? minimumEducation
        vacancy.minimumQualification = vacancy.minimumQualification ?? minimumQualification
    }
}

extension ConditionReader {
    fileprivate func answer(_ offer: ConditionWord.Offer) -> Bool? { offers[offer.rawValue].answer }

    /// Work by day excludes nights only where no shifts are named.
    fileprivate var nightShifts: Bool? {
        let said = offers[ConditionWord.Offer.nightShifts.rawValue]
        if said.isOffered || said.isDeclined { return said.answer }
        return isDayWork && !hasShifts ? false : nil
    }
}
