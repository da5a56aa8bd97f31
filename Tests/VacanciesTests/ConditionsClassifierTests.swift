import Testing
import Vacancies
import Vocabulary

@Suite("From the conditions in a text to the vacancy")
struct ConditionsClassifierTests {
    private func vacancy(_ change: (inout Advertisement) -> Void) -> Vacancy {
        var advertisement = Advertisement(reference: "1", title: "Thợ may (nữ)")
        advertisement.text = """
            - Tốt nghiệp THCS trở lên, tối thiểu 1 năm kinh nghiệm
            - Biết may; biết tiếng Trung; tuổi từ 18 - 40
            - Xưởng bố trí chỗ ở và xe đưa đón, đóng BHXH, không độc hại
            - Giờ hành chính
            """
        change(&advertisement)
        let gazetteer = Gazetteer(
            territory: Territory(communes: [], districts: []),
            provinceNames: [],
            newProvinceNames: []
        )
        let classifier = Classifier(
            gazetteer: gazetteer,
            occupationOfISCO: [:],
            occupations: OccupationClassifier(names: [], aliases: []),
            leastConfidence: 65
        )
        var generator = SystemRandomNumberGenerator()
        return classifier.vacancy(from: advertisement, source: "test", id: VacancyID(using: &generator))
    }

    @Test("What no field says is read from the text")
    func fromText() {
        let vacancy = vacancy { _ in }
        #expect(vacancy.offersHousing == true && vacancy.offersTransport == true && vacancy.offersInsurance == true)
        #expect(vacancy.isHazardous == false && vacancy.hasNightShifts == false)
        #expect(vacancy.minimumEducation == 3 && vacancy.minimumQualification == nil)
        #expect(vacancy.minimumExperience == 1 && vacancy.skills == [.sewing] && vacancy.languages == [.chinese])
        #expect(vacancy.wishedSex == .female && vacancy.wishedAges == 18...40)
        #expect(vacancy.isPlaceClosedToMinors == nil && vacancy.trainsNewcomers == nil)
    }

    @Test("What a field says stands, whatever the text says")
    func fromFields() {
        let vacancy = vacancy { advertisement in
            advertisement.offersHousing = false
            advertisement.isHazardous = true
            advertisement.educationText = "4"
            advertisement.experienceYears = 0
        }
        #expect(vacancy.offersHousing == false && vacancy.isHazardous == true)
        #expect(vacancy.minimumEducation == 4 && vacancy.minimumExperience == nil)
    }
}
