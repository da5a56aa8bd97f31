import Households
import Operations
import Scoring
import Testing
import Vocabulary

@Suite("Every code has words in both languages")
struct WordingTests {
    private func check(_ wording: Wording) {
        #expect(!wording.vi.isEmpty && !wording.en.isEmpty && wording.vi != wording.en)
        #expect(wording.en.unicodeScalars.allSatisfy { $0.value < 0x250 }, "\(wording.en)")
    }

    @Test("Gates, questions and standings")
    func gates() {
        for gate in Exclusion.allCases {
            check(gate.title)
            check(gate.wording)
        }
        #expect(Set(Exclusion.order) == Set(Exclusion.allCases) && Exclusion.order.count == Exclusion.allCases.count)
        for (question, _) in Questions.all {
            #expect(question.wordings.count == 1)
            question.wordings.forEach(check)
        }
        #expect(Questions(rawValue: .max).names.count == Questions.all.count)
        Standing.Reason.allCases.map(\.wording).forEach(check)
        ContactWay.allCases.map(\.wording).forEach(check)
    }

    @Test("Reasons, whatever their fact, known in whole, in part or not at all", arguments: ReasonCode.allCases)
    func reasons(code: ReasonCode) {
        check(code.title)
        for points in [0...1000, 300...600, 500...500] {
            for value in [-2, -1, 0, 1, 2, 3, 4, 12, 150] {
                for detail in 0...4 as ClosedRange<UInt8> {
                    let wording = Reason(code, points, value: value, detail: detail).wording
                    check(wording)
                    #expect(wording.vi.hasPrefix("chưa rõ \(code.title.vi)") == (points == 0...1000))
                }
            }
        }
    }

    @Test("What the officer is told, and wishes that exclude nobody")
    func officer() {
        for income in Outlook.Answer.allCases {
            for employment in Outlook.Answer.allCases {
                for found in PovertyClass.allCases.map(Optional.some) + [nil] {
                    let outlook = Outlook(liftsIncome: income, clearsEmployment: employment, classAfter: found)
                    #expect(outlook.wordings.count == 4)
                    outlook.wordings.forEach(check)
                }
            }
        }
        let wishes = Wishes(sex: .female, ages: 18...35).wordings
        #expect(wishes.first?.vi == "doanh nghiệp mong muốn nữ (không phải điều kiện loại)")
        #expect(wishes.count == 2 && Wishes(sex: nil, ages: nil).wordings.isEmpty)
        wishes.forEach(check)
        Need(poverty: 1, commune: 2, waiting: 3).wordings.forEach(check)
        #expect(Need(poverty: 0, commune: 2, waiting: 0).wordings.count == 1)
    }
}
