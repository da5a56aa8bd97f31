import Testing
import Vacancies

@Suite("Tax codes")
struct TaxCodeTests {
    @Test(
        "However a code is spaced, dotted and dashed, it is one code",
        arguments: [
            "0100109106", "01 0010 9106", "0100.109.106", "0100-109-106", "\u{A0}0100109106 ",
        ]
    )
    func spelling(text: String) {
        #expect(TaxCode(text)?.description == "0100109106")
    }

    @Test("Codes of companies that everybody knows have their check digit, and no other digit does")
    func checkDigit() {
        for code in ["0100109106", "0300588569", "0101248141"] {
            #expect(TaxCode(code) != nil)
            let last = code.last.flatMap(\.wholeNumberValue) ?? 0
            for digit in 0...9 where digit != last {
                #expect(TaxCode(code.dropLast() + String(digit)) == nil)
            }
            #expect(TaxCode(completing: String(code.dropLast()))?.digits == code)
        }
    }

    @Test("A branch has a code of its own and knows its parent's")
    func branches() throws {
        for text in ["0100109106-001", "0100109106001", "0100109106 – 001"] {
            let branch = try #require(TaxCode(text))
            #expect(branch.description == "0100109106-001" && branch.parent == TaxCode("0100109106"))
        }
        #expect(TaxCode("0100109106")?.parent == nil)
        #expect(TaxCode("0100109106-000") == nil, "no branch has the number nought")
    }

    @Test(
        "What is none is none: too short, too long, a wrong digit, a person's number, words",
        arguments: [
            "", "010010910", "01001091061", "0100109106-01", "0100109106-0011", "0100109107", "001090000017",
            "MST 0100109106",
            "０１００１０９１０６", "-",
        ]
    )
    func none(text: String) {
        #expect(TaxCode(text) == nil)
    }

    @Test("Where the check digit would be ten there is no code")
    func noCheckDigit() {
        let without = (0...200).map { String(100_000_000 + $0) }.filter { TaxCode(completing: $0) == nil }
        #expect((15...22).contains(without.count), "about one in eleven")
        for nine in without {
            for digit in 0...9 { #expect(TaxCode(nine + String(digit)) == nil) }
        }
    }
}
