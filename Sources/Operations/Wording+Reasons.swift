import Scoring

extension ReasonCode {
    /// What a reason is about.
    package var title: Wording {
        switch self {
        case .occupation: Wording("nghề", "occupation")
        case .place: Wording("khoảng cách", "distance")
        case .pay: Wording("lương so với mức tối thiểu vùng", "pay against the regional minimum")
        case .contract: Wording("hợp đồng", "contract")
        case .training: Wording("trình độ", "education and training")
        case .experience: Wording("kinh nghiệm", "experience")
        case .conditions: Wording("điều kiện làm việc", "conditions")
        case .wish: Wording("nguyện vọng nghề", "occupation wanted")
        case .lodging: Wording("chỗ ở, xe đưa đón", "housing or transport")
        case .floor: Wording("lương so với mức người lao động chấp nhận", "pay against what the person accepts")
        case .insurance: Wording("bảo hiểm xã hội", "social insurance")
        case .skills: Wording("kỹ năng", "skills")
        case .shifts: Wording("làm đêm", "night work")
        case .language: Wording("ngôn ngữ", "language")
        }
    }
}

extension Reason {
    /// The reason in words: what is recorded, and that not all is.
    package var wording: Wording {
        if isUnknown { return Wording("chưa rõ \(code.title.vi)", "\(code.title.en): not known") }
        let known = fact
        return isKnown ? known : Wording("\(known.vi), còn chưa rõ hết", "\(known.en), not all known")
    }

    private var fact: Wording {
        switch code {
        case .occupation:
            switch value {
            case 4...: Wording("đúng nghề", "the same occupation")
            case 3: Wording("nghề rất gần", "a very near occupation")
            case 2: Wording("cùng nhóm nghề", "the same group of occupations")
            default: Wording("nghề khác với nghề đã làm, đã học", "another occupation than had or learnt")
            }
        case .wish:
            switch value {
            case 4...: Wording("đúng nghề mong muốn", "the occupation wanted")
            case 2...: Wording("gần nghề mong muốn", "near the occupation wanted")
            default: Wording("không phải nghề mong muốn", "not the occupation wanted")
            }
        case .place: place
        case .lodging: lodging
        case .pay: Wording("lương bằng \(value)% mức tối thiểu vùng", "pay is \(value)% of the regional minimum")
        case .floor:
            Wording("lương bằng \(value)% mức chấp nhận", "pay is \(value)% of the lowest that the person accepts")
        case .contract:
            switch value {
            case 0: Wording("hợp đồng không xác định thời hạn", "a contract without end")
            case ..<0: Wording("việc thời vụ", "seasonal work")
            default: Wording("hợp đồng \(value) tháng (\(band.vi))", "a contract of \(value) months (\(band.en))")
            }
        case .insurance:
            value == 1
                ? Wording("có bảo hiểm xã hội", "social insurance is paid")
                : Wording("không có bảo hiểm xã hội", "no social insurance")
        case .training: training
        case .experience:
            detail == 0
                ? Wording("không cần kinh nghiệm", "no experience needed")
                : Wording(
                    "có \(value) năm kinh nghiệm, cần \(detail)",
                    "\(value) years of experience, \(detail) wanted"
                )
        case .conditions:
            value == 1
                ? Wording("việc nặng nhọc, độc hại", "hazardous work")
                : Wording("điều kiện bình thường", "ordinary conditions")
        case .shifts:
            value == 0
                ? Wording("không làm đêm", "no work at night")
                : detail == 1
                    ? Wording("có ca đêm, chấp nhận làm đêm", "work at night, which the person accepts")
                    : isKnown
                        ? Wording("có ca đêm, không muốn làm đêm", "work at night, which the person does not want")
                        : Wording("có ca đêm", "work at night")
        case .skills:
            Wording("có \(value)/\(detail) kỹ năng cần thiết", "\(value) of \(detail) skills asked for")
        case .language:
            Wording(
                "nói được \(value)/\(detail) ngôn ngữ cần thiết",
                "speaks \(value) of \(detail) languages asked for"
            )
        }
    }

    private var place: Wording {
        let kilometres = Wording(", khoảng \(value) km đường núi", ", about \(value) km by mountain road")
        let tail = value > 0 ? kilometres : Wording("", "")
        return switch Nearness(rawValue: detail) {
        case .commune: Wording("cùng xã", "in the same commune")
        case .district: Wording("cùng huyện" + tail.vi, "in the same district" + tail.en)
        case .province: Wording("trong tỉnh" + tail.vi, "in the province" + tail.en)
        case .elsewhere: Wording("ngoài tỉnh", "in another province")
        case .unknown, nil: Wording("chưa rõ nơi làm việc", "the place is not known")
        }
    }

    private var lodging: Wording {
        if detail == 1 { return Wording("đi về trong ngày", "within daily travel") }
        return switch value {
        case 1: Wording("có chỗ ở", "housing is offered")
        case 2: Wording("có xe đưa đón", "transport is offered")
        case 3: Wording("có chỗ ở và xe đưa đón", "housing and transport are offered")
        default: Wording("chưa thấy có chỗ ở hay xe đưa đón", "neither housing nor transport is offered")
        }
    }

    private var band: Wording {
        switch value {
        case 12...: Wording("đủ 12 đến 36 tháng", "12 to 36 months")
        case 3...: Wording("đủ 3 đến dưới 12 tháng", "3 to under 12 months")
        default: Wording("dưới 3 tháng", "under 3 months")
        }
    }

    private var training: Wording {
        if detail == 1 { return Wording("được đào tạo tại chỗ", "trained by the employer") }
        return switch value {
        case 0: Wording("trình độ đúng yêu cầu", "just the level wanted")
        case 1...:
            Wording("trình độ cao hơn yêu cầu \(value) bậc", "\(value) levels above what is wanted")
        default: Wording("trình độ chưa so được hết", "levels only partly known")
        }
    }
}
