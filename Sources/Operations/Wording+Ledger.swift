import Households
import Referrals
import Store

extension ContractBand {
    /// The band in words.
    package var wording: Wording {
        switch self {
        case .indefinite: Wording("không xác định thời hạn", "without end")
        case .from12To36Months: Wording("đủ 12 đến 36 tháng", "12 to 36 months")
        case .from3To12Months: Wording("đủ 3 đến dưới 12 tháng", "3 to under 12 months")
        case .below3Months: Wording("dưới 3 tháng", "under 3 months")
        case .noContract: Wording("không có hợp đồng", "no written contract")
        }
    }
}

extension Employment.Kind {
    /// The way of working in words.
    package var wording: Wording {
        switch self {
        case .employee: Wording("làm công có hợp đồng", "paid work under a contract")
        case .employeeUnknown: Wording("làm công, chưa rõ hợp đồng", "paid work, contract not known")
        case .noContract: Wording("làm công không có hợp đồng", "paid work without a contract")
        case .ownFarming: Wording("nông, lâm nghiệp của hộ", "own farm or forest")
        case .selfEmployed: Wording("tự làm", "self-employed")
        case .ownAccount: Wording("tự làm, chưa rõ ngành", "on own account")
        case .familyWork: Wording("lao động gia đình", "works in the family")
        case .employer: Wording("chủ cơ sở", "employs others")
        case .abroad: Wording("đi làm việc ở nước ngoài", "works abroad")
        case .unknown: Wording("đang làm việc, chưa rõ vị thế", "in work, nothing else known")
        }
    }
}

extension CoverageEntry.Origin {
    /// How the ledger came by a line, in words.
    package var wording: Wording {
        switch self {
        case .opening: Wording("số dư đầu kỳ theo danh sách", "opening balance of the roll")
        case .programme: Wording("qua giới thiệu của chương trình", "a referral of the programme")
        case .found: Wording("tự tìm được", "found without a referral")
        }
    }
}

extension CoverageEntry.Evidence {
    /// The evidence in words.
    package var wording: Wording {
        switch self {
        case .roll: Wording("danh sách của xã", "the commune's roll")
        case .ask: Wording("chưa rõ, cần hỏi", "not clear, to be asked")
        case .outcome: Wording("báo cáo kết quả việc làm", "a reported outcome")
        }
    }
}

extension OutcomeEvidence {
    /// By what it is known, in words.
    package var wording: Wording {
        switch self {
        case .none: Wording("chỉ do cán bộ nhập", "entered, nothing shown")
        case .worker: Wording("người lao động cho biết", "the worker says so")
        case .employer: Wording("nơi tuyển cho biết", "the employer says so")
        case .document: Wording("đã xem hợp đồng hoặc phiếu lương", "a contract or pay slip was seen")
        case .insurance: Wording("dữ liệu bảo hiểm xã hội", "the social insurance record")
        }
    }
}

extension HouseholdState {
    /// How a run left the household, and why where it has nothing, in words.
    package var wording: Wording {
        switch standing {
        case .covered: return standing.wording
        case .plannedFirm, .plannedProvisional, .plannedTier2: return standing.wording
        case .uncovered: break
        }
        guard let reason else { return standing.wording }
        if reason == .shortage, let rivals, let rivalOpenings {
            return Wording(
                "thiếu chỗ làm: \(rivals) hộ cùng cần \(rivalOpenings) chỗ",
                "too few openings: \(rivals) households compete for \(rivalOpenings)"
            )
        }
        return reason.wording
    }
}

extension HouseholdState.Standing {
    /// How a run left a household, in words.
    package var wording: Wording {
        switch self {
        case .covered: Wording("đã có việc bền vững", "has a sustainable job")
        case .plannedFirm: Wording("kế hoạch có việc bền vững", "a sustainable job is planned")
        case .plannedProvisional:
            Wording(
                "kế hoạch có việc bền vững, còn điều phải hỏi",
                "a sustainable job is planned, with a question open"
            )
        case .plannedTier2: Wording("kế hoạch chỉ có việc chưa bền vững", "only another job is planned")
        case .uncovered: Wording("chưa có việc", "without a job")
        }
    }
}

extension HouseholdState.Reason {
    /// Why a household has nothing, in words.
    package var wording: Wording {
        switch self {
        case .noSeeker: Wording("không có người đang cần việc", "nobody looks for work")
        case .noEligiblePair: Wording("chưa có việc nào phù hợp", "no vacancy suits anybody")
        case .shortage: Wording("thiếu chỗ làm", "too few openings")
        }
    }
}
