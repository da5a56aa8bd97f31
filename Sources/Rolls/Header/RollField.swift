import Foundation
import Vocabulary

/// What a column of a roll can say; the raw values are the names that the list of known headings gives them.
///
/// Some are only recognised, so that their columns are not taken for others and an office sees that they were
/// understood; nothing is made of them.
package enum RollField: String, CaseIterable, Sendable {
    /// Code of the household (mã hộ).
    case householdCode = "household_code"
    /// Name of its head (chủ hộ).
    case headName = "household_head"
    /// Code of the commune (mã xã).
    case communeCode = "commune_code"
    /// Name of the commune (xã).
    case commune
    /// Name of the district (huyện).
    case district
    /// Name of the province (tỉnh).
    case province
    /// Village (thôn).
    case village
    /// Class of the household (phân loại hộ).
    case povertyClass = "poverty_class"
    /// Day of recognition as escaped from poverty (ngày thoát nghèo).
    case escapedOn = "escaped_on"
    /// Day of the review that gave the class (ngày rà soát).
    case reviewedOn = "review_date"
    /// That nobody in the household is able to work (không có khả năng lao động).
    case withoutLabour = "without_labour"
    /// Number of persons (số nhân khẩu).
    case householdSize = "household_size"
    /// Income for each person and month (thu nhập bình quân đầu người).
    case monthlyIncome = "monthly_income"
    /// Deprivations by the review (chỉ số thiếu hụt).
    case deprivations
    /// Name of the person (họ và tên).
    case fullName = "full_name"
    /// Relation to the head (quan hệ với chủ hộ).
    case relation = "relation_to_head"
    /// Birth date or year (ngày sinh).
    case birth = "birth_date"
    /// Sex (giới tính).
    case sex
    /// Identity number (số CCCD).
    case nationalID = "national_id"
    /// Telephone (số điện thoại).
    case phone
    /// Ethnic group (dân tộc).
    case ethnicity
    /// Whether disabled (người khuyết tật).
    case disabled
    /// Ability to work (khả năng lao động).
    case ability
    /// Day from which ability is to be asked again (ngày xem lại khả năng lao động).
    case abilityReviewOn = "ability_review_on"
    /// Where the person lives now (nơi ở hiện tại).
    case currentAddress = "current_address"
    /// Since when the person lives there (đi khỏi địa phương từ ngày).
    case awaySince = "away_since"
    /// Languages spoken (ngôn ngữ).
    case languages
    /// Whether the person reads Vietnamese (đọc được tiếng Việt).
    case readsVietnamese = "reads_vietnamese"
    /// Best way to reach the person (cách liên hệ).
    case contactWay = "contact_way"
    /// Skills and licences (kỹ năng, bằng lái).
    case skills
    /// Whether the person alone looks after somebody (người chăm sóc chính).
    case soleCarer = "sole_carer"
    /// Whether the person has left school (đã nghỉ học).
    case leftSchool = "left_school"
    /// General education (trình độ giáo dục phổ thông).
    case education = "general_education"
    /// Technical qualification (trình độ chuyên môn kỹ thuật).
    case qualification = "technical_qualification"
    /// Code of the occupation trained for (mã nghề đào tạo).
    case trainedOccupation = "trained_occupation"
    /// Field of training in words (chuyên ngành đào tạo).
    case trainedField = "field_of_training"
    /// In work, unemployed or not active (tình trạng hoạt động kinh tế).
    case activity = "economic_activity"
    /// Why not active (lý do không tham gia HĐKT).
    case inactiveReason = "inactive_reason"
    /// Whether an unemployed person ever worked (thất nghiệp).
    case unemployedKind = "unemployed_kind"
    /// How long unemployed (thời gian thất nghiệp).
    case unemployedFor = "unemployment_duration"
    /// Position in work (vị thế việc làm).
    case status = "employment_status"
    /// Present job in words (công việc đang làm).
    case currentJob = "current_job"
    /// Code of the present job (mã công việc đang làm).
    case currentOccupation = "current_job_code"
    /// Band of the contract (loại hợp đồng lao động).
    case contract = "contract_type"
    /// First day of the work (ngày bắt đầu làm việc).
    case contractStart = "contract_start"
    /// Employer or place of work (nơi làm việc).
    case workplace
    /// Address of the place of work (địa chỉ nơi làm việc).
    case workplaceAddress = "workplace_address"
    /// Past job in words (công việc đã làm).
    case pastJob = "past_job"
    /// Code of the past job (mã công việc đã làm).
    case pastOccupation = "past_job_code"
    /// Years of experience (số năm kinh nghiệm).
    case experience
    /// Job wanted, as code or words (nhu cầu việc làm).
    case wantedJob = "job_need"
    /// How far from home (phạm vi làm việc).
    case reach
    /// Lowest wage accepted (mức lương mong muốn).
    case wageFloor = "wage_floor"
    /// Whether night work is accepted (làm ca đêm).
    case nights = "accepts_nights"
    /// What became of the household or person (loại biến động).
    case change = "change_type"
    /// Day of that change (ngày biến động).
    case changedOn = "change_date"
    /// Number of the row (STT).
    case rowNumber = "row_no"
    /// Day of issue of the identity card (ngày cấp).
    case nationalIDIssuedOn = "national_id_issued_on"
    /// Issuer of the identity card (nơi cấp).
    case nationalIDIssuedBy = "national_id_issued_by"
    /// Registered address, in which the commune may be found (nơi đăng ký thường trú).
    case permanentAddress = "permanent_address"
    /// Rural or urban (khu vực).
    case area
    /// Heading above several groups (đối tượng ưu tiên).
    case priorityGroup = "priority_group"
    /// Whether of an ethnic minority (dân tộc thiểu số).
    case isMinority = "is_minority"
    /// Industry (tên nhóm ngành kinh tế).
    case industry
    /// Kind of enterprise (loại hình kinh tế).
    case enterpriseType = "enterprise_type"
    /// Training wanted (nhu cầu đào tạo).
    case trainingNeed = "training_need"
    /// Number of social insurance (số BHXH).
    case socialInsuranceNumber = "social_insurance_no"
    /// Kind of social insurance (tham gia BHXH).
    case socialInsurance = "social_insurance"
    /// Last day of the contract (kthopdong).
    case contractEnd = "contract_end"
    /// Present wage (tiền lương).
    case wage
    /// Whether still at work (state).
    case employmentState = "employment_state"
    /// Whether hired through the centre (fromttdvvl).
    case hiredViaCentre = "hired_via_centre"
    /// Result of the quick review (quickReview.result).
    case quickReview = "quick_review"
    /// Score A of the review (điểm A).
    case scoreA = "score_a"
    /// Score B of the review (điểm B).
    case scoreB = "score_b"
    /// Who reviewed (reviewer).
    case reviewer
    /// Note (ghi chú).
    case note

    /// The usual Vietnamese heading.
    package var heading: String { spellings.first ?? rawValue }

    /// The field that a heading names, whatever its case, marks, numbering and unit in parentheses; nil for any other.
    package static func recognised(_ heading: String) -> RollField? {
        // Names are asked as well, once for each row; nothing stands to be taken away from most of them.
        let isWhole = !heading.utf8.contains { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "/") }
        if isWhole, heading.utf8.count <= 400 {
            let key = folded(heading)
            if let field = byKey[key] { return field }
            guard let first = key.split(separator: " ", maxSplits: 1).first, isNumbering(first) else { return nil }
        }
        for key in keys(of: heading) {
            if let field = byKey[key] { return field }
        }
        return nil
    }

    /// What a heading is looked up by: as it is, without parentheses, and without a number before it.
    static func keys(of heading: String) -> [String] {
        if heading.utf8.count > 400 { return [] }
        var keys: [String] = []
        for key in [folded(heading), folded(heading.prefix { $0 != "(" }), folded(heading.prefix { $0 != "/" })] {
            if key.isEmpty { continue }
            keys.append(key)
            var words = key.split(separator: " ")[...]
            while let word = words.first, words.count > 1, isNumbering(word) {
                words = words.dropFirst()
                keys.append(words.joined(separator: " "))
            }
        }
        return keys
    }

    private static func isNumbering(_ word: Substring) -> Bool {
        word.utf8.count <= 2 && word.utf8.allSatisfy { (0x30...0x39).contains($0) }
            || ["i", "ii", "iii", "iv", "v", "vi", "a", "b", "c", "d"].contains(word)
    }

    private static let byKey: [String: RollField] = Dictionary(
        allCases.flatMap { field in field.spellings.map { (folded($0), field) } },
        uniquingKeysWith: { first, _ in first }
    )

    /// Whether each of several columns may have one of the field's values as its heading, to be ticked.
    var isTicked: Bool {
        switch self {
        case .ability, .activity, .change, .contactWay, .contract, .deprivations, .education, .inactiveReason,
            .languages, .povertyClass, .qualification, .reach, .sex, .skills, .status, .unemployedFor, .unemployedKind:
            true
        default: false
        }
    }

    /// Whether several ticks are several values rather than a contradiction.
    var takesSeveral: Bool {
        switch self {
        case .deprivations, .languages, .skills: true
        default: false
        }
    }

    /// Whether several columns are parts of one text, as those of an address are.
    var isJoined: Bool {
        switch self {
        case .currentAddress, .permanentAddress, .workplace, .workplaceAddress: true
        default: false
        }
    }

    /// Whether merged cells say it for each row they cover; others are of the one person that they stand beside.
    var isShared: Bool {
        switch self {
        case .area, .currentAddress, .ethnicity, .isMinority, .languages, .permanentAddress: true
        default: isOfHousehold
        }
    }

    /// Whether it says something of the household rather than of one person.
    private var isOfHousehold: Bool {
        switch self {
        case .householdCode, .headName, .communeCode, .commune, .district, .province, .village, .povertyClass,
            .escapedOn, .reviewedOn, .withoutLabour, .householdSize, .monthlyIncome, .deprivations:
            true
        default: false
        }
    }
}
