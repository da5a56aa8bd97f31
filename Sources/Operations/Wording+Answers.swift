import Households

extension AnswerField {
    /// What is asked, in words.
    package var wording: Wording {
        switch self {
        case .ability: Wording("Khả năng lao động", "Ability to work")
        case .abilityReviewOn: Wording("Hỏi lại khả năng lao động từ ngày", "Ability to be asked again from")
        case .acceptsNights: Wording("Chấp nhận làm đêm", "Would work at night")
        case .activity: Wording("Hiện đang làm gì", "What the person does now")
        case .away: Wording("Hiện sống ở đâu", "Where the person lives now")
        case .awaySince: Wording("Sống ở đó từ ngày", "Lives there since")
        case .contactWay: Wording("Cách liên hệ tốt nhất", "Best way to reach the person")
        case .currentCommune: Wording("Xã nơi ở hiện tại", "Commune where the person lives now")
        case .education: Wording("Trình độ học vấn", "General education")
        case .experienceYears: Wording("Số năm kinh nghiệm", "Years of experience")
        case .hasLeftSchool: Wording("Đã nghỉ học và muốn đi làm", "Has left school and wants work")
        case .isSoleCarer: Wording("Một mình chăm sóc người ở nhà", "Looks after somebody alone")
        case .languages: Wording("Ngôn ngữ nói được", "Languages spoken")
        case .pastOccupation: Wording("Nghề đã làm", "Past occupation")
        case .qualification: Wording("Trình độ chuyên môn kỹ thuật", "Technical qualification")
        case .reach: Wording("Chấp nhận đi làm xa đến đâu", "How far the person would go")
        case .readsVietnamese: Wording("Đọc được tiếng Việt", "Reads Vietnamese")
        case .skills: Wording("Kỹ năng, bằng lái, chứng chỉ", "Skills and licences")
        case .trainedOccupation: Wording("Nghề được đào tạo", "Occupation trained for")
        case .wageFloor: Wording("Lương tháng thấp nhất chấp nhận (đồng)", "Lowest monthly wage accepted (đồng)")
        case .wantedOccupation: Wording("Nghề mong muốn", "Occupation wanted")
        }
    }
}
