import Households
import Vocabulary

extension Coverability {
    /// Whether a household can be covered, in words.
    package var wording: Wording {
        switch self {
        case .coverable: Wording("có người có thể đi làm", "has somebody who can work")
        case .notNow:
            Wording(
                "chưa thể: chỉ có người đang đi học hoặc chưa rõ tuổi",
                "not now: only pupils, or people whose age is not known"
            )
        case .withoutLabour: Wording("không có lao động", "nobody able to work")
        }
    }
}

extension Sex {
    /// The sex in words.
    package var wording: Wording {
        switch self {
        case .male: Wording("nam", "male")
        case .female: Wording("nữ", "female")
        }
    }
}

extension Ability {
    /// The ability to work in words.
    package var wording: Wording {
        switch self {
        case .able: Wording("có khả năng lao động", "able to work")
        case .limited: Wording("khả năng lao động hạn chế", "able to some work")
        case .unable: Wording("không có khả năng lao động", "not able to work")
        case .unknown: Wording("chưa rõ", "not known")
        }
    }
}

extension Education {
    /// The level in words.
    package var wording: Wording {
        switch self {
        case .belowPrimary: Wording("chưa tốt nghiệp tiểu học", "primary school not finished")
        case .primary: Wording("tốt nghiệp tiểu học", "primary school")
        case .lowerSecondary: Wording("tốt nghiệp THCS", "lower secondary school")
        case .upperSecondary: Wording("tốt nghiệp THPT", "upper secondary school")
        }
    }
}

extension Qualification {
    /// The level in words.
    package var wording: Wording {
        switch self {
        case .untrained: Wording("chưa qua đào tạo", "untrained")
        case .skilledWithoutCertificate:
            Wording("công nhân kỹ thuật không có bằng", "skilled, without a certificate")
        case .shortCourse: Wording("chứng chỉ nghề dưới 3 tháng", "certificate of a course under 3 months")
        case .elementary: Wording("sơ cấp", "elementary vocational")
        case .intermediate: Wording("trung cấp", "intermediate vocational")
        case .college: Wording("cao đẳng", "college")
        case .university: Wording("đại học", "university")
        case .postgraduate: Wording("trên đại học", "postgraduate")
        }
    }
}

extension Activity {
    /// What the person does, in words.
    package var wording: Wording {
        switch self {
        case .working(let work): work.status.wording
        case .unemployed: Wording("thất nghiệp, sẵn sàng làm việc", "without work, and available")
        case .studying: Wording("đang đi học", "at school")
        case .housekeeping: Wording("nội trợ", "keeps house")
        case .incapacitated: Wording("ốm đau, khuyết tật", "ill or disabled")
        case .otherInactive: Wording("không làm việc vì lý do khác", "not active for another reason")
        case .unknown: Wording("chưa rõ", "not known")
        }
    }
}

extension Work.Status {
    /// The position in words.
    package var wording: Wording {
        switch self {
        case .employee: Wording("làm công ăn lương", "in paid work")
        case .ownAccount: Wording("tự làm", "on own account")
        case .familyWorker: Wording("lao động gia đình", "works in the family")
        case .employer: Wording("chủ cơ sở", "employs others")
        case .unknown: Wording("đang làm việc, chưa rõ vị thế", "in work, position not known")
        }
    }
}

extension Away {
    /// Where the person lives, in words.
    package var wording: Wording {
        switch self {
        case .inProvince: Wording("huyện khác trong tỉnh", "another district of the province")
        case .otherProvince: Wording("tỉnh khác", "another province")
        case .abroad: Wording("nước ngoài", "abroad")
        }
    }
}

extension Reach {
    /// How far the person would go, in words.
    package var wording: Wording {
        switch self {
        case .notAsked: Wording("chưa hỏi", "not asked")
        case .ownDistrict: Wording("chỉ đi về trong ngày, trong huyện", "within daily travel, the own district")
        case .province: Wording("trong tỉnh", "anywhere in the province")
        case .anywhere: Wording("ở đâu cũng được", "anywhere")
        }
    }
}

extension Language {
    /// The language's name.
    package var wording: Wording {
        switch self {
        case .chinese: Wording("tiếng Trung", "Chinese")
        case .dao: Wording("tiếng Dao", "Dao")
        case .english: Wording("tiếng Anh", "English")
        case .hmong: Wording("tiếng Mông", "Hmong")
        case .japanese: Wording("tiếng Nhật", "Japanese")
        case .korean: Wording("tiếng Hàn", "Korean")
        case .nung: Wording("tiếng Nùng", "Nùng")
        case .sanChay: Wording("tiếng Sán Chay", "Sán Chay")
        case .tay: Wording("tiếng Tày", "Tày")
        case .vietnamese: Wording("tiếng Việt", "Vietnamese")
        }
    }
}

extension Skill {
    /// The skill's name.
    package var wording: Wording {
        switch self {
        case .computer: Wording("tin học văn phòng", "office computing")
        case .cooking: Wording("nấu ăn", "cooking")
        case .drivingCar: Wording("bằng lái ô tô (B1, B2)", "car licence (B1, B2)")
        case .drivingHeavy: Wording("bằng lái xe tải, xe khách (C đến F)", "lorry or bus licence (C to F)")
        case .drivingMotorcycle: Wording("bằng lái xe máy (A1, A2)", "motorcycle licence (A1, A2)")
        case .electrical: Wording("điện", "electrical work")
        case .forklift: Wording("chứng chỉ lái xe nâng", "forklift certificate")
        case .masonry: Wording("xây", "masonry")
        case .healthCertificate: Wording("chứng chỉ hành nghề y, dược", "certificate of health work")
        case .sewing: Wording("may công nghiệp", "industrial sewing")
        case .welding: Wording("hàn", "welding")
        case .woodwork: Wording("mộc", "woodwork")
        }
    }
}

extension OpeningPurpose {
    /// The purpose in words.
    package var wording: Wording {
        switch self {
        case .counselling: Wording("tư vấn, giới thiệu việc làm", "to advise and to refer")
        case .asking: Wording("hỏi thông tin còn thiếu", "to ask what is open")
        case .correction: Wording("sửa thông tin sai", "to put right what is recorded")
        case .request: Wording("theo yêu cầu của chính người đó", "because the person asked")
        case .control: Wording("kiểm tra", "to look into what was done")
        case .report: Wording("làm báo cáo", "for a report")
        }
    }
}

extension ErasureGround {
    /// The ground in words.
    package var wording: Wording {
        switch self {
        case .request: Wording("người đó yêu cầu", "the person asked for it")
        case .purposeOver: Wording("không còn cần cho mục đích đã thu thập", "the purpose is over")
        case .unlawful: Wording("lẽ ra không được lưu", "it should not have been kept")
        case .order: Wording("theo quyết định của cơ quan có thẩm quyền", "an authority demands it")
        }
    }
}
