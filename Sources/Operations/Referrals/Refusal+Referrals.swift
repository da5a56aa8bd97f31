import Households
import Referrals
import Scoring
import Vocabulary

extension Refusal {
    /// There is a referral of the person to the vacancy already.
    static func alreadyReferred(_ referral: ReferralID) -> Refusal {
        Refusal(
            .conflict,
            "already_referred",
            "This person has a referral to this vacancy already; go on with that one.",
            "Người này đã có phiếu giới thiệu đến chỗ làm này; hãy tiếp tục phiếu đó.",
            ids: ["referrals": [referral.rawValue]]
        )
    }

    /// The person has a job of a referral.
    static let hasJob = Refusal(
        .conflict,
        "has_job",
        "This person has a job through a referral; record its end first, should it be over.",
        "Người này đang có việc làm qua giới thiệu; nếu đã nghỉ việc, hãy ghi nhận trước."
    )

    /// The person has as many referrals under way as one may have.
    static func memberLimit(_ most: Int) -> Refusal {
        Refusal(
            .conflict,
            "member_limit",
            "This person has \(most) referrals under way, and may have no more; wait for an answer, or close one.",
            "Người này đã có \(most) phiếu giới thiệu đang thực hiện, là mức tối đa; hãy chờ trả lời hoặc kết thúc một phiếu."
        )
    }

    /// The vacancy has as many referrals under way as its openings may have.
    static func openingLimit(_ most: Int) -> Refusal {
        Refusal(
            .conflict,
            "opening_limit",
            "This vacancy has \(most) referrals under way, and may have no more; wait for an answer, or close one.",
            "Chỗ làm này đã có \(most) phiếu giới thiệu đang thực hiện, là mức tối đa; hãy chờ trả lời hoặc kết thúc một phiếu."
        )
    }

    /// A gate refuses the pair; the code names it.
    static func gate(_ exclusion: Exclusion) -> Refusal {
        let words = exclusion.wording
        return Refusal(
            .conflict,
            "gate_\(exclusion.name)",
            "This vacancy does not suit the person: \(words.en).",
            "Chỗ làm này không phù hợp với người lao động: \(words.vi)."
        )
    }

    /// Questions are open.
    static func questionsOpen(_ questions: Questions) -> Refusal {
        let words = questions.wordings
        return Refusal(
            .conflict,
            "questions_open",
            "Not to be referred until it is answered (\(questions.names.joined(separator: ", "))): "
                + words.map(\.en).joined(separator: " "),
            "Chưa được giới thiệu cho đến khi có câu trả lời: " + words.map(\.vi).joined(separator: " ")
        )
    }

    /// The person does not look for work.
    static func notSeeking(_ reason: Standing.Reason) -> Refusal {
        let words = reason.wording
        return Refusal(
            .conflict,
            "not_seeking",
            "This person does not look for work: \(words.en).",
            "Người này không thuộc diện tìm việc: \(words.vi)."
        )
    }

    /// The vacancy is not offered.
    static let notOffered = Refusal(
        .conflict,
        "not_offered",
        "This vacancy is not offered any more.",
        "Chỗ làm này không còn tuyển."
    )

    /// Hires have taken every opening.
    static let noOpeningLeft = Refusal(
        .conflict,
        "no_opening_left",
        "Every opening of this vacancy is taken; ask the employer whether there are more.",
        "Chỗ làm này đã tuyển đủ người; hãy hỏi doanh nghiệp còn tuyển thêm không."
    )

    /// Every opening that is left is held by others.
    static let openingsHeld = Refusal(
        .conflict,
        "openings_held",
        "The openings left are held by others, and this referral holds none: bring it forward first.",
        "Các chỗ còn lại đang giữ cho người khác, phiếu này chưa giữ chỗ: hãy đưa phiếu lên trước."
    )

    /// The programme does not serve the household.
    static let notServed = Refusal(
        .conflict,
        "not_served",
        "The programme does not serve this household's class.",
        "Hộ này không thuộc diện của chương trình."
    )

    /// The referral would cost other households a first job.
    ///
    /// - Parameters:
    ///   - households: those that would lose and that the caller may see.
    ///   - all: how many would lose in all.
    ///   - fewer: how many fewer households could be newly covered.
    /// - Returns: the refusal, with the ids of those that may be seen and the number of all.
    static func householdFirst(_ households: [HouseholdID], of all: Int, fewer: Int) -> Refusal {
        Refusal(
            .conflict,
            "household_first",
            "Another household goes first: with this referral \(fewer) fewer could get a first sustainable job, and "
                + "this household has one. A supervisor may override it with a reason.",
            "Phải ưu tiên hộ khác: nếu giới thiệu người này thì bớt \(fewer) hộ có việc làm bền vững đầu tiên, trong khi "
                + "hộ này đã có. Người phụ trách có thể cho phép kèm lý do.",
            ids: ["households": households.map(\.rawValue), "households_in_all": [Int64(all)]]
        )
    }

    /// A reason is too short or too long.
    static let overrideReason = Refusal(
        .invalid,
        "override_reason",
        field: "overrideReason",
        "Give the reason in 10 to 500 characters.",
        "Hãy ghi lý do từ 10 đến 500 ký tự."
    )

    /// The referral that another member takes over is none that can be taken over.
    static let notInstead = Refusal(
        .invalid,
        "not_instead",
        field: "insteadOf",
        "Another member can go instead only where both are of one household, for the same vacancy, before a hire.",
        "Chỉ được thay bằng thành viên khác cùng hộ, cho cùng chỗ làm, khi chưa nhận việc."
    )

    /// The person, or the employer, has said no to this pair.
    static let pairIsOver = Refusal(
        .conflict,
        "pair_is_over",
        "This was tried, or is something the person does not want; refer again only when the person asks for it.",
        "Đã giới thiệu không thành hoặc người lao động không muốn; chỉ giới thiệu lại khi người lao động yêu cầu."
    )

    /// A text is empty, too long, or holds what no text holds.
    static func referralText(_ field: String) -> Refusal {
        Refusal(
            .invalid,
            "text_invalid",
            field: field,
            "This text is empty, too long, or holds characters that no text has.",
            "Nội dung này trống, quá dài hoặc có ký tự không hợp lệ."
        )
    }

    /// What a person does not want is named with another step than a refusal, or is unknown.
    static let refusedThing = Refusal(
        .invalid,
        "refused_thing",
        field: "doesNotWant",
        "What the person does not want goes with “declined”, and is a known employer, occupation group or district.",
        "Điều người lao động không muốn chỉ ghi khi từ chối, và phải là doanh nghiệp, nhóm nghề hoặc huyện đã biết."
    )

    /// Nothing is left to take back.
    static let nothingToUndo = Refusal(
        .conflict,
        "nothing_to_undo",
        "Nothing is left to take back.",
        "Không còn bước nào để hoàn tác."
    )

    /// Somebody else took the step.
    static let undoNotYours = Refusal(
        .conflict,
        "undo_not_yours",
        "Only who took the last step can take it back.",
        "Chỉ người đã thực hiện bước cuối mới hoàn tác được."
    )

    /// The step was taken too long ago.
    static func undoTooLate(minutes: Int) -> Refusal {
        Refusal(
            .conflict,
            "undo_too_late",
            "A step can be taken back for \(minutes) minutes; record what is right as a new step.",
            "Chỉ hoàn tác được trong \(minutes) phút; hãy ghi bước mới cho đúng."
        )
    }

    /// Something has followed on it.
    static let undoFollowed = Refusal(
        .conflict,
        "undo_followed",
        "Something else has followed since; take that back first, or record what is right as a new step.",
        "Đã có bước khác tiếp theo; hãy hoàn tác bước đó trước, hoặc ghi bước mới cho đúng."
    )

    /// The step followed from a step of another referral.
    static let undoCaused = Refusal(
        .conflict,
        "undo_caused",
        "This followed from a step of another referral; take that one back.",
        "Bước này phát sinh từ phiếu giới thiệu khác; hãy hoàn tác ở phiếu đó."
    )

    /// The letter is asked for before there is one.
    static let noLetter = Refusal(
        .conflict,
        "no_letter",
        "There is no letter of introduction that holds.",
        "Chưa có giấy giới thiệu còn hiệu lực."
    )
}
