import Fixtures
import Households
import Testing
import Vocabulary

@Suite("Identity numbers")
struct IdentityNumberTests {
    private let provinces: Set<String> = ["001", "006", "019"]

    private func warnings(
        _ text: String,
        _ birth: Birth?,
        _ sex: Sex?,
        isNumericCell: Bool = false
    ) throws
        -> [IdentityNumber.Warning]
    {
        try #require(IdentityNumber(text, isNumericCell: isNumericCell))
            .warnings(birth: birth, sex: sex, knownProvinces: provinces)
    }

    @Test("Nine and twelve digits are numbers, with or without spaces, dots and dashes")
    func structure() {
        #expect(IdentityNumber("006190001234", isNumericCell: false)?.digits == "006190001234")
        #expect(IdentityNumber(" 006 190 001.234 ", isNumericCell: false)?.digits == "006190001234")
        #expect(IdentityNumber("095123456", isNumericCell: false)?.digits == "095123456")
        for text in ["", "00619000123", "0061900012345", "00619000123A", "không có", "0951234567", "95123456"] {
            #expect(IdentityNumber(text, isNumericCell: false) == nil, "\(text)")
        }
    }

    @Test("Zeros that a numeric cell lost are put back, and told")
    func repaired() throws {
        let number = try #require(IdentityNumber("6190001234", isNumericCell: true))
        #expect(number.digits == "006190001234")
        #expect(number.isRepaired)
        #expect(IdentityNumber("19090001234", isNumericCell: true)?.digits == "019090001234")
        #expect(IdentityNumber("95123456", isNumericCell: true)?.digits == "095123456")
        #expect(IdentityNumber("5123456", isNumericCell: true) == nil)
        #expect(try warnings("6190001234", .year(1990), .female, isNumericCell: true) == [.repaired])
        #expect(try warnings("95123456", .year(1990), .male, isNumericCell: true) == [.oldCard, .repaired])
    }

    @Test("Birth and sex in the number are compared with the roll's, where it has them")
    func disagreement() throws {
        #expect(try warnings("006190001234", .date(.example("1990-05-01")), .female) == [])
        #expect(try warnings("006190001234", .year(1990), .female) == [])
        #expect(try warnings("006190001234", nil, nil) == [])
        #expect(try warnings("006190001234", .year(1991), .female) == [.birthDiffers])
        #expect(try warnings("006190001234", .year(1990), .male) == [.sexDiffers])
        #expect(try warnings("006205001234", .year(2005), .male) == [])
        #expect(try warnings("006305001234", .year(2005), .female) == [])
        #expect(try warnings("006105001234", .year(2005), .male) == [.birthDiffers, .sexDiffers])
    }

    @Test("An unknown province and an old card are told; the province is that of birth registration")
    func provinces() async throws {
        #expect(try warnings("003190001234", nil, nil) == [.unknownProvince])
        #expect(try warnings("095123456", .year(1970), .male) == [.oldCard])
        #expect(IdentityNumber("019190001234", isNumericCell: false)?.provinceCode == "019")
        #expect(IdentityNumber("095123456", isNumericCell: false)?.provinceCode == nil)
        let shipped = try await shippedSettings().programme.identityProvinces
        #expect(shipped.count == 63)
        #expect(shipped["006"] == "Tỉnh Bắc Kạn")
    }
}

@Suite("Telephone numbers")
struct PhoneNumberTests {
    @Test(
        "However they are written, numbers are kept in today's form",
        arguments: [
            ("0987.654.321", "0987654321"), ("+84 987 654 321", "0987654321"), ("84987654321", "0987654321"),
            ("0084-987-654-321", "0987654321"), ("+84 (0) 987 654 321", "0987654321"), ("0349876543", "0349876543"),
            ("01692345678", "0392345678"), ("+84 169 234 5678", "0392345678"), ("0120 234 5678", "0702345678"),
            ("01212345678", "0792345678"), ("01222345678", "0772345678"), ("01262345678", "0762345678"),
            ("01282345678", "0782345678"), ("01232345678", "0832345678"), ("01242345678", "0842345678"),
            ("01252345678", "0852345678"), ("01272345678", "0812345678"), ("01292345678", "0822345678"),
            ("01622345678", "0322345678"), ("01862345678", "0562345678"), ("01882345678", "0582345678"),
            ("01992345678", "0592345678"), ("0209 3870 123", "02093870123"), ("+84 208 3870 123", "02083870123"),
        ]
    )
    func forms(text: String, digits: String) {
        #expect(PhoneNumber(text, isNumericCell: false)?.digits == digits)
    }

    @Test(
        "A numeric cell has lost the zero",
        arguments: [
            ("987654321", "0987654321"), ("849876543", "0849876543"), ("84987654321", "0987654321"),
            ("1692345678", "0392345678"), ("2093870123", "02093870123"),
        ]
    )
    func numericCells(text: String, digits: String) {
        #expect(PhoneNumber(text, isNumericCell: true)?.digits == digits)
    }

    @Test("A mobile number that lost its zero on the way into a text file gets it back")
    func lostZero() {
        #expect(PhoneNumber("987654321", isNumericCell: false)?.digits == "0987654321")
    }

    @Test(
        "What is no number of Vietnam is none",
        arguments: [
            "", "1692345678", "0187654321", "01302345678", "0687654321", "098765432", "09876543210",
            "+1 987 654 3210", "0987654321 / 0912345678", "không có", "3870123", "09876+54321", "++84987654321",
        ]
    )
    func none(text: String) {
        #expect(PhoneNumber(text, isNumericCell: false) == nil)
    }
}
