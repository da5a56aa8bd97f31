import Foundation
import Vocabulary

/// What a column of a roll can say; the raw values are the names that the list of known headings gives them.
///
/// Some are only recognised, so that their columns are not taken for others and an office sees that they were
/// understood; nothing is made of them.
package enum RollField: String, CaseIterable, Sendable {
    // The household.
    case householdCode = "household_code"
    case headName = "household_head"
    case communeCode = "commune_code"
    case commune
    case district
    case province
    case village
    case povertyClass = "poverty_class"
    case escapedOn = "escaped_on"
    case reviewedOn = "review_date"
    case withoutLabour = "without_labour"
    case householdSize = "household_size"
    case monthlyIncome = "monthly_income"
    case deprivations
    // The person.
    case fullName = "full_name"
    case relation = "relation_to_head"
    case birth = "birth_date"
    case sex
    case nationalID = "national_id"
    case phone
    case ethnicity
    case disabled
    case ability
    case abilityReviewOn = "ability_review_on"
    case currentAddress = "current_address"
    case awaySince = "away_since"
    case languages
    case readsVietnamese = "reads_vietnamese"
    case contactWay = "contact_way"
    case skills
    case soleCarer = "sole_carer"
    case leftSchool = "left_school"
    // Schooling and work.
    case education = "general_education"
    case qualification = "technical_qualification"
    case trainedOccupation = "trained_occupation"
    case trainedField = "field_of_training"
    case activity = "economic_activity"
    case inactiveReason = "inactive_reason"
    case unemployedKind = "unemployed_kind"
    case unemployedFor = "unemployment_duration"
    case status = "employment_status"
    case currentJob = "current_job"
    case currentOccupation = "current_job_code"
    case contract = "contract_type"
    case contractStart = "contract_start"
    case workplace
    case workplaceAddress = "workplace_address"
    case pastJob = "past_job"
    case pastOccupation = "past_job_code"
    case experience
    case wantedJob = "job_need"
    case reach
    case wageFloor = "wage_floor"
    case nights = "accepts_nights"
    // What became of them.
    case change = "change_type"
    case changedOn = "change_date"
    // Recognised only.
    case rowNumber = "row_no"
    case nationalIDIssuedOn = "national_id_issued_on"
    case nationalIDIssuedBy = "national_id_issued_by"
    case permanentAddress = "permanent_address"
    case area
    case priorityGroup = "priority_group"
    case isMinority = "is_minority"
    case industry
    case enterpriseType = "enterprise_type"
    case trainingNeed = "training_need"
    case socialInsuranceNumber = "social_insurance_no"
    case socialInsurance = "social_insurance"
    case contractEnd = "contract_end"
    case wage
    case employmentState = "employment_state"
    case hiredViaCentre = "hired_via_centre"
    case quickReview = "quick_review"
    case scoreA = "score_a"
    case scoreB = "score_b"
    case reviewer
    case note

    /// The usual Vietnamese heading.
    package var heading: String { spellings.first ?? rawValue }

    /// The field that a heading names, whatever its case, marks, numbering and unit in parentheses; nil for any other.
    package static func recognised(_ heading: String) -> RollField? {
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

    /// Whether it says something of the household rather than of one person.
    var isOfHousehold: Bool {
        switch self {
        case .householdCode, .headName, .communeCode, .commune, .district, .province, .village, .povertyClass,
            .escapedOn, .reviewedOn, .withoutLabour, .householdSize, .monthlyIncome, .deprivations:
            true
        default: false
        }
    }
}
