import Households
import Scoring
import Vocabulary

/// A code in words, in both languages: the one catalogue that pages, API and command line render from.
package struct Wording: Hashable, Sendable, Codable {
    /// In Vietnamese.
    package let vi: String
    /// In English.
    package let en: String

    /// Words in Vietnamese and in English.
    package init(_ vi: String, _ en: String) {
        self.vi = vi
        self.en = en
    }
}

extension Exclusion {
    /// The gate's name.
    package var title: Wording {
        switch self {
        case .occupation: Wording("nghề", "occupation")
        case .place: Wording("nơi làm việc", "place")
        case .minorHazard: Wording("người dưới 18 tuổi", "under 18")
        case .ability: Wording("khả năng lao động", "ability")
        case .education: Wording("học vấn", "schooling")
        case .qualification: Wording("trình độ chuyên môn", "qualification")
        case .licence: Wording("bằng lái, chứng chỉ bắt buộc", "licence")
        case .experience: Wording("kinh nghiệm", "experience")
        case .language: Wording("ngoại ngữ, tiếng dân tộc", "language")
        }
    }

    /// Why it refuses a pair.
    package var wording: Wording {
        switch self {
        case .occupation:
            Wording(
                "nghề khác với nghề đã làm, đã học hoặc muốn làm; không phải việc giản đơn và nơi tuyển không đào tạo",
                "another trade than those done, learnt or wanted; neither elementary nor trained by the employer"
            )
        case .place:
            Wording(
                "xa hơn mức người lao động chấp nhận, hoặc xa nhà mà không có chỗ ở",
                "farther than the person accepts, or far away without housing"
            )
        case .minorHazard:
            Wording(
                "dưới 18 tuổi: việc nặng nhọc, độc hại, làm đêm, hoặc nghề, nơi làm việc cấm người chưa thành niên",
                "under 18: hazardous or night work, or an occupation or a place closed to minors"
            )
        case .ability:
            Wording(
                "không có khả năng lao động, hoặc hạn chế mà việc nặng nhọc, độc hại",
                "not able to work, or of limited ability where the work is hazardous"
            )
        case .education: Wording("học vấn thấp hơn yêu cầu", "schooling below what is wanted")
        case .qualification:
            Wording("trình độ chuyên môn thấp hơn yêu cầu", "technical qualification below what is wanted")
        case .licence:
            Wording("không có bằng lái hoặc chứng chỉ mà việc bắt buộc phải có", "without a licence that the job needs")
        case .experience: Wording("ít kinh nghiệm hơn yêu cầu", "less experience than wanted")
        case .language:
            Wording("không nói được ngôn ngữ mà việc yêu cầu", "does not speak a language that the job asks for")
        }
    }
}

extension Questions {
    /// Each open question in words, in the order of `Questions.all`.
    package var wordings: [Wording] {
        Questions.all.filter { contains($0.question) }.compactMap { Questions.catalogue[$0.question] }
    }

    private static let catalogue: [Questions: Wording] = [
        .ability: Wording("khả năng lao động phù hợp với việc nào?", "which work is possible for the person?"),
        .education: Wording("đã học hết lớp mấy?", "how far at school?"),
        .qualification: Wording("có bằng, chứng chỉ nghề không?", "any vocational certificate?"),
        .experience: Wording("có bao nhiêu năm kinh nghiệm?", "how many years of experience?"),
        .leavingHome: Wording(
            "có đồng ý đi làm xa nhà, ở lại nơi làm việc không?",
            "would the person work far away and live there?"
        ),
        .care: Wording("ai chăm sóc người ở nhà?", "who would care for those at home?"),
        .whereabouts: Wording(
            "hiện ở đâu, nơi làm việc có hợp không?",
            "where does the person live now, and does the place suit?"
        ),
        .workplace: Wording("hỏi doanh nghiệp: làm việc ở đâu?", "ask the employer: where is the work?"),
        .occupation: Wording("hỏi doanh nghiệp: làm nghề gì?", "ask the employer: what work is it?"),
        .hazard: Wording(
            "hỏi doanh nghiệp: việc có nặng nhọc, độc hại, làm đêm, hoặc ở nơi cấm người dưới 18 tuổi không?",
            "ask the employer: is it hazardous, at night, or in a place closed to people under 18?"
        ),
        .standing: Wording("hỏi doanh nghiệp: còn tuyển không?", "ask the employer: is it still open?"),
        .employer: Wording(
            "xác minh doanh nghiệp: mã số thuế, điện thoại, không thu phí, không đặt cọc, không giữ giấy tờ",
            "check the employer: tax code, telephone, no fee, no deposit, no papers kept"
        ),
        .licence: Wording(
            "có bằng lái hoặc chứng chỉ mà việc yêu cầu không?",
            "does the person have the licence that the job asks for?"
        ),
        .trade: Wording(
            "đã làm, đã học hoặc muốn làm nghề gì?",
            "which work has the person done, learnt, or wants?"
        ),
        .language: Wording(
            "có nói được ngôn ngữ mà việc yêu cầu không?",
            "does the person speak the language that the job asks for?"
        ),
    ]
}

extension Standing.Reason {
    /// Why a member is not planned for.
    package var wording: Wording {
        switch self {
        case .belowWorkingAge: Wording("chưa đến tuổi lao động", "below working age")
        case .pastRetirementAge: Wording("quá tuổi lao động", "past retirement age")
        case .ageUnknown: Wording("chưa có ngày sinh", "no birth date recorded")
        case .studying: Wording("đang đi học", "at school")
        case .minorSchoolingUnknown:
            Wording("dưới 18 tuổi, chưa rõ còn đi học không", "under 18, and not known whether at school")
        case .unable: Wording("không có khả năng lao động", "not able to work")
        case .employed: Wording("đã có việc làm công có hợp đồng", "in paid work under a contract")
        case .abroad: Wording("đang ở nước ngoài", "abroad")
        case .doNotContact: Wording("không muốn được liên hệ", "does not want to be contacted")
        case .left: Wording("không còn trong hộ", "no longer in the household")
        case .sexUnknown:
            Wording("chưa rõ giới tính nên chưa rõ đã đến tuổi nghỉ hưu chưa", "sex, and so retirement age, not known")
        }
    }
}

extension Wishes {
    /// What the employer wishes for, with the word that it excludes nobody; empty where there is no wish.
    package var wordings: [Wording] {
        var wordings: [Wording] = []
        if let sex {
            wordings.append(
                Wording(
                    "doanh nghiệp mong muốn \(sex == .male ? "nam" : "nữ") (không phải điều kiện loại)",
                    "the employer wishes for \(sex == .male ? "men" : "women") (excludes nobody)"
                )
            )
        }
        if let ages {
            wordings.append(
                Wording(
                    "doanh nghiệp mong muốn tuổi \(ages.lowerBound)–\(ages.upperBound) (không phải điều kiện loại)",
                    "the employer wishes for ages \(ages.lowerBound) to \(ages.upperBound) (excludes nobody)"
                )
            )
        }
        return wordings
    }
}

extension Need {
    /// What it adds and for what; empty where it adds nothing.
    package var wordings: [Wording] {
        [
            (poverty, Wording("diện hộ", "class of household")),
            (commune, Wording("xã đặc biệt khó khăn", "specially difficult commune")),
            (waiting, Wording("thời gian chờ", "time waited")),
        ].filter { $0.0 != 0 }.map { Wording("\($0.1.vi) +\($0.0)", "\($0.1.en) +\($0.0)") }
    }
}
