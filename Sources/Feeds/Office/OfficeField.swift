import Foundation
import Vocabulary

/// What a sheet of labour needs says of a vacancy and its employer (form 02 of Circular 01/2022/TT-BLĐTBXH), each with
/// its usual heading.
package enum OfficeField: String, CaseIterable, Sendable {
    /// Address of the employer.
    case address = "Địa chỉ"
    /// Kind of contract.
    case contractKind = "Loại hợp đồng"
    /// Months of a contract for a time.
    case contractMonths = "Thời hạn hợp đồng (tháng)"
    /// What the work is.
    case description = "Mô tả công việc"
    /// Lowest general education.
    case education = "Trình độ học vấn"
    /// Name of the employer.
    case employer = "Tên người sử dụng lao động"
    /// Years of experience.
    case experience = "Kinh nghiệm"
    /// Last day to apply.
    case expires = "Hạn nộp hồ sơ"
    /// Whether the work is arduous, toxic or dangerous.
    case hazardous = "Nặng nhọc, độc hại, nguy hiểm"
    /// Whether housing is offered.
    case housing = "Chỗ ở"
    /// How many men are wanted; counts only where no total is given.
    case men = "Nam"
    /// Code of the occupation, 2 to 4 digits, or 5 where someone knows it as finely.
    case occupation = "Mã nghề"
    /// Name of the occupation; the title where there is no other.
    case occupationName = "Tên nghề"
    /// Telephone of the employer.
    case phone = "Điện thoại"
    /// First day of the offer.
    case posted = "Ngày đăng"
    /// Lowest technical qualification.
    case qualification = "Trình độ chuyên môn kỹ thuật"
    /// How many people are wanted.
    case quantity = "Số lượng"
    /// The employer's own id of the vacancy.
    case reference = "Mã tin"
    /// Tax code of the employer.
    case taxCode = "Mã số thuế"
    /// Title of the job.
    case title = "Vị trí việc làm"
    /// Whether newcomers are trained.
    case training = "Đào tạo"
    /// Code of the commune, five digits.
    case unitCode = "Mã xã"
    /// Wage, in numbers or words.
    case wage = "Mức lương"
    /// Highest wage.
    case wageMaximum = "Mức lương cao nhất"
    /// Lowest wage.
    case wageMinimum = "Mức lương thấp nhất"
    /// How many of the people wanted are women.
    case women = "Trong đó nữ"
    /// Where the work is.
    case workplace = "Nơi làm việc"

    /// What a form says once, above its table, for all its vacancies.
    static let ofForm: Set<OfficeField> = [.address, .employer, .expires, .phone, .taxCode, .unitCode, .workplace]

    /// The fields that a merged cell gives to every row it covers; a number of people is a sum of them, and a title or
    /// reference is of one vacancy.
    var isShared: Bool {
        switch self {
        case .men, .quantity, .reference, .women: false
        default: true
        }
    }

    /// The field that a heading names, whatever its marks, case, numbering and unit in parentheses; nil for any other.
    package init?(heading: String) {
        for key in OfficeField.keys(of: heading) {
            if let field = OfficeField.byHeading[key] {
                self = field
                return
            }
        }
        return nil
    }

    /// The field whose heading this is when written in one word, as names of elements are: `mucLuong`, `so_luong`.
    init?(unspacedHeading name: String) {
        guard let field = OfficeField.byUnspacedHeading[folded(name, spaced: false)] else { return nil }
        self = field
    }

    /// The field of a feed that holds the same; nil for what feeds have no field for.
    var feedField: Field? {
        switch self {
        case .contractKind: .contractKind
        case .contractMonths: .contractMonths
        case .description: .description
        case .education: .education
        case .employer: .employer
        case .experience: .experience
        case .expires: .expires
        case .hazardous: .hazardous
        case .housing: .housing
        case .occupation: .occupation
        case .posted: .posted
        case .qualification: .qualification
        case .quantity: .openings
        case .reference: .reference
        case .taxCode: .taxCode
        case .title: .title
        case .training: .training
        case .unitCode: .unitCode
        case .wage: .wageText
        case .wageMaximum: .wageMaximum
        case .wageMinimum: .wageMinimum
        case .workplace: .place
        case .address, .men, .occupationName, .phone, .women: nil
        }
    }

    /// What a heading is looked up by: as it is, without parentheses, and without a number before it.
    static func keys(of heading: String) -> [String] {
        if heading.utf8.count > 400 { return [] }
        let bare = withoutUnit(heading)
        var keys: [String] = []
        for key in bare.endIndex == heading.endIndex ? [folded(heading)] : [folded(heading), folded(bare)] {
            if key.isEmpty { continue }
            keys.append(key)
            // `2. Vị trí` has one number, `II.3 Vị trí` two; `vi` may be either a number or a word.
            var words = key.split(separator: " ")[...]
            while let word = words.first, words.count > 1, isNumbering(word) {
                words = words.dropFirst()
                keys.append(words.joined(separator: " "))
            }
        }
        return keys
    }

    /// A heading without what stands in parentheses at its end.
    static func withoutUnit(_ heading: String) -> Substring {
        heading.prefix { $0 != "(" }
    }

    private static func isNumbering(_ word: Substring) -> Bool {
        word.utf8.count <= 2 && word.utf8.allSatisfy { (0x30...0x39).contains($0) }
            || ["i", "ii", "iii", "iv", "v", "vi", "a", "b", "c", "d"].contains(word)
    }

    private static let byHeading = headings(spaced: true)
    private static let byUnspacedHeading = headings(spaced: false)

    private static func headings(spaced: Bool) -> [String: OfficeField] {
        Dictionary(
            allCases.flatMap { field in
                ([field.rawValue] + field.spellings).map { (folded($0, spaced: spaced), field) }
            },
            uniquingKeysWith: { first, _ in first }
        )
    }
}
