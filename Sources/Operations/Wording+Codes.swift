import Households
import Referrals

extension Role {
    /// The role's name.
    package var wording: Wording {
        switch self {
        case .communeOfficer: Wording("cán bộ xã", "commune officer")
        case .counsellor:
            Wording("tư vấn viên trung tâm dịch vụ việc làm", "counsellor of the employment service centre")
        case .specialist: Wording("chuyên viên sở", "provincial specialist")
        case .supervisor: Wording("người phụ trách", "supervisor")
        case .reporter: Wording("người làm báo cáo", "reporter")
        case .auditor: Wording("người kiểm tra", "auditor")
        case .administrator: Wording("quản trị viên", "administrator")
        }
    }
}

extension TokenScope {
    /// What the scope is for.
    package var wording: Wording {
        switch self {
        case .feeds: Wording("nhận tin tuyển dụng", "reading feeds in")
        case .reports: Wording("số liệu báo cáo", "figures of both promises")
        case .outcomes: Wording("gửi kết quả việc làm", "reporting outcomes")
        case .plan: Wording("theo dõi kế hoạch và giới thiệu việc làm", "following plan and referrals")
        }
    }
}

extension PovertyClass {
    /// The class's name.
    package var wording: Wording {
        switch self {
        case .poor: Wording("hộ nghèo", "poor household")
        case .nearPoor: Wording("hộ cận nghèo", "near-poor household")
        case .newlyEscaped: Wording("hộ mới thoát nghèo", "household newly escaped from poverty")
        case .notPoor: Wording("hộ không nghèo", "household that is not poor")
        }
    }
}

extension ExitReason {
    /// Why a referral came to nothing.
    package var wording: Wording {
        switch self {
        case .declined: Wording("người lao động không nhận việc này", "the person does not want this job")
        case .unreachable: Wording("không liên hệ được", "nobody could reach the person")
        case .rejected: Wording("nơi tuyển không nhận", "the employer does not take the person")
        case .noShow: Wording("không đến", "the person did not come")
        case .withdrawn: Wording("rút lại đồng ý, không muốn được liên hệ", "consent withdrawn, or no contact wanted")
        case .vacancyClosed: Wording("chỗ việc làm đã đóng", "the vacancy is closed")
        case .hiredElsewhere: Wording("đã có việc khác được giới thiệu", "the person has another job of a referral")
        case .otherMember: Wording("thành viên khác trong hộ đi thay", "another member of the household went instead")
        case .expired: Wording("quá hạn không có trả lời", "no answer by the due date")
        case .left: Wording("không còn trong danh sách", "no longer on the roll")
        case .mistake: Wording("nhập nhầm", "entered by mistake")
        }
    }
}

extension EndReason {
    /// Why a job ended.
    package var wording: Wording {
        switch self {
        case .contractOver: Wording("hết hạn hợp đồng", "the contract was over")
        case .resigned: Wording("tự thôi việc", "the person left")
        case .dismissed: Wording("bị cho thôi việc", "the employer ended it")
        case .employerClosed: Wording("doanh nghiệp giải thể hoặc chuyển đi", "the employer closed or moved")
        case .health: Wording("sức khỏe hoặc chăm sóc người nhà", "health, or care at home")
        case .otherJob: Wording("chuyển sang việc khác", "left for another job")
        case .neverStarted: Wording("không đến nhận việc", "the work never began")
        case .left: Wording("mất hoặc rời khỏi hộ", "died, or left the household")
        case .unknown: Wording("không rõ", "nobody knows")
        }
    }
}

extension ReferralStep.Kind {
    /// What happened.
    package var wording: Wording {
        switch self {
        case .contacted: Wording("đã liên hệ", "told of the job")
        case .agreed: Wording("người lao động đồng ý", "the person agreed")
        case .referred: Wording("cấp giấy giới thiệu", "letter of introduction")
        case .interview: Wording("hẹn phỏng vấn", "interview arranged")
        case .offered: Wording("nơi tuyển đồng ý nhận", "the employer offers the job")
        case .hired: Wording("nhận việc", "hired")
        case .confirmed: Wording("xác nhận đã đi làm", "at work, confirmed")
        case .checked: Wording("kiểm tra duy trì việc làm", "retention check")
        case .ended: Wording("thôi việc", "job ended")
        case .closed: Wording("kết thúc, không thành", "came to nothing")
        case .putBehind: Wording("xếp sau người khác", "put behind others")
        case .broughtForward: Wording("đưa lên lại", "brought forward")
        }
    }
}

extension EmployerAnswer.Result {
    /// What became of the person.
    package var wording: Wording {
        switch self {
        case .interview: Wording(label, "invited to an interview")
        case .offered: Wording(label, "is to have the job")
        case .hired: Wording(label, "has the job")
        case .working: Wording(label, "has come to work")
        case .rejected: Wording(label, "is not taken")
        case .noShow: Wording(label, "did not come")
        case .left: Wording(label, "has left")
        case .undecided: Wording(label, "nothing is decided")
        }
    }
}

extension EmployerAnswer.Contract {
    /// Of what kind the contract is.
    package var wording: Wording {
        switch self {
        case .indefinite: Wording(label, "without end")
        case .fixed: Wording(label, "for a number of months")
        case .seasonal: Wording(label, "by season or task")
        case .none: Wording(label, "none in writing")
        }
    }
}
