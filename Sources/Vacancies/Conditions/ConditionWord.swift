import Vocabulary

/// What a word, or a run of words, means in a text about the conditions of a job.
enum ConditionWord: Hashable {
    // MARK: What holds for the words around

    /// Denies what comes next: `không`.
    case no
    /// Says that something is not so yet: `chưa`.
    case notYet
    /// Says that what comes next is not asked for: `không yêu cầu`.
    case unasked
    /// Says that what comes next is a preference: `ưu tiên`.
    case preferred
    /// Says that what came before is a preference: `là một lợi thế`, `nếu có`.
    case bonus
    /// Says of its whole segment that one may do without: `không bắt buộc`.
    case optional
    /// Joins alternatives: `hoặc`.
    case or
    /// Joins what is all meant: `và`.
    case and
    /// About learning, papers or selling, so that what stands beside it is not asked for: `lớp`, `được cấp`, `hồ sơ`.
    case lesson
    /// Means nothing here, and exempts its words from what they mean alone: `phụ nữ`.
    case nothing
    /// Any other word.
    case unknown

    // MARK: Signs and numbers

    case comma, slash, dash, colon, open, close
    /// A number; -1 where it is none that counts years or hours.
    case number(Int32)

    // MARK: What is offered

    /// Offers something, or says that it belongs to the work.
    case offer(Offer)
    /// Says that something is not offered.
    case declined(Offer)
    /// Says that the work is by day: `giờ hành chính`.
    case dayWork
    /// Says that there are shifts of some kind: `xoay ca`.
    case shifts
    /// Names a place where nobody under 18 may work.
    case closedPlace
    /// Names the place of work after it: `làm việc tại`.
    case workAt
    /// Names something other than the place of work, or a trade with such places: `phỏng vấn`, `thiết bị`.
    case notWorkplace

    // MARK: Whom they wish for

    case sex(Sex)
    /// `nam` in a segment without marks: a man, or years.
    case maleOrYears
    /// Comes before the sex of those wanted: `tuyển`, `giới tính`.
    case wanted
    /// Names people who are wanted: `nhân viên`, `ứng viên`.
    case person
    /// Comes after the sex of those wanted: `có`, `sức khỏe`.
    case trait
    /// `tuổi`.
    case age
    /// The letter `t`, which stands for `tuổi` right after a number: `35t`.
    case ageLetter
    /// `độ tuổi`.
    case ageLabel
    /// `sinh năm`.
    case bornIn
    /// Names others who have an age: children, pupils, guests.
    case others

    // MARK: Amounts

    /// Before an amount: it is the lowest.
    case from
    /// Before an amount: it is the highest.
    case upTo
    /// Between two amounts: they are a range.
    case to
    /// After an amount: it is the lowest.
    case orMore
    /// After an amount: it is the highest.
    case orLess
    case years
    case months
    case experience
    /// `làm việc`, after a number of years.
    case working
    /// `trong lĩnh vực`, after a number of years.
    case about
    /// Names the employer, who has years and experience too.
    case company

    // MARK: What is asked for

    /// General education by its level of form 01.
    case education(Int)
    /// Technical qualification by its level of form 01.
    case qualification(Int)
    /// Says that the level beside it is asked for: `tốt nghiệp`, `chuyên ngành`.
    case graduated
    /// Papers or schooling without a level: `bằng cấp`.
    case credentials
    case language(Language)
    /// `biết đọc, biết viết`: reads and writes Vietnamese.
    case literate
    /// Says that the language beside it is asked for: `biết`, `giao tiếp`.
    case speaking
    case skill(Skill)
    /// A driving licence, with the one that is meant where no class follows: `bằng lái xe máy`.
    case licence(Skill?)
    /// A class of driving licences.
    case licenceClass(Skill)

    // MARK: Hours

    /// `giờ`, `h`.
    case hour
    /// `sáng`.
    case morning
    /// `chiều`, `tối`.
    case afternoon
    /// `đêm`: after midnight from twelve to five, before it until then.
    case lateNight
    /// Says that the hours are not those of the work: `mở cửa`, `nhận hồ sơ`.
    case otherHours
    /// `tuần`, after hours of a week.
    case week

    /// What an employer offers, or what the work brings.
    enum Offer: Int, CaseIterable {
        case transport
        case housing
        case insurance
        case nightShifts
        case hazard
        case training
    }
}
