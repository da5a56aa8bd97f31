import Referrals

extension ReferralStage {
    /// The stage in words.
    package var wording: Wording {
        switch self {
        case .proposed: Wording("đề xuất", "proposed")
        case .contacted: Wording("đã liên hệ", "told of the job")
        case .agreed: Wording("đã đồng ý", "agreed")
        case .referred: Wording("đã giới thiệu", "referred")
        case .interview: Wording("phỏng vấn", "interview")
        case .offered: Wording("được nhận", "offered the job")
        case .hired: Wording("nhận việc", "hired")
        case .confirmed: Wording("đã xác nhận làm việc", "at work, confirmed")
        case .sustained: Wording("việc làm bền vững", "a year in the job")
        case .ended: Wording("thôi việc", "job ended")
        case .closed: Wording("kết thúc", "closed")
        }
    }
}
