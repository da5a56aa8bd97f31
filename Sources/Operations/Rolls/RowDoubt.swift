/// What is wrong with a row that only the register can tell.
enum RowDoubt: String {
    /// An officer has recorded other answers since; they hold.
    case answerKept = "answer_kept"
    /// A known person's birth is written more or less fully than before.
    case birthDiffers = "birth_differs"
    /// The person was erased and is not taken in again.
    case erased
    /// A household is not known, and the row does not say enough to take it in.
    case householdIncomplete = "household_incomplete"
    /// The same household stands on an earlier row with something else; the later row holds.
    case householdRepeated = "household_repeated"
    /// No roll has named the household.
    case householdUnknown = "household_unknown"
    /// A known person of this name and birth has another identity number.
    case identityDiffers = "identity_differs"
    /// A later roll or review has named the household or person already.
    case olderRoll = "older_roll"

    /// Whether the row is refused for it.
    var refuses: Bool {
        switch self {
        case .erased, .householdIncomplete, .householdUnknown: true
        case .answerKept, .birthDiffers, .householdRepeated, .identityDiffers, .olderRoll: false
        }
    }

    /// One sentence for a person.
    var sentence: (english: String, vietnamese: String) {
        switch self {
        case .answerKept:
            (
                "an officer has recorded other answers of this person since; these were kept",
                "cán bộ đã ghi câu trả lời khác của người này sau ngày của danh sách; giữ theo câu trả lời"
            )
        case .erased:
            (
                "this person's data were erased and are not taken in again",
                "dữ liệu của người này đã được xóa theo quy định và không được nhập lại"
            )
        case .birthDiffers:
            (
                "a person of this name is known with a birth that says more or less; taken for the same person",
                "đã có người cùng tên với ngày sinh ghi đầy đủ hơn hoặc ít hơn; coi là một người"
            )
        case .householdIncomplete:
            (
                "the household is new, and its commune or class is missing",
                "hộ mới nhưng thiếu xã hoặc phân loại hộ"
            )
        case .householdRepeated:
            (
                "the household stands on an earlier row with something else; this row holds",
                "hộ đã có ở dòng trên với nội dung khác; lấy theo dòng này"
            )
        case .householdUnknown:
            (
                "no roll has named this household; import the household roll first",
                "chưa có hộ này; hãy nhập danh sách hộ trước"
            )
        case .identityDiffers:
            (
                "somebody of this name and birth is known by another identity number; taken for two people, please decide",
                "đã có người cùng tên, ngày sinh nhưng số định danh khác; tạm coi là hai người, hãy xác định"
            )
        case .olderRoll:
            (
                "a later roll or review has named this already; of this row only the class of then was taken",
                "đã có danh sách hoặc đợt rà soát mới hơn; dòng này chỉ lấy phân loại hộ khi đó"
            )
        }
    }
}
