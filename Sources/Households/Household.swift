import Vocabulary

/// A household of the poverty roll (hộ gia đình).
package struct Household: Hashable, Sendable {
    /// Its random id.
    package var id: HouseholdID
    /// The code the commune's roll gives it (mã hộ), unique in the province.
    package var code: String
    /// The commune where it is registered.
    package var commune: UnitCode
    /// Its village (thôn, bản, tổ dân phố), as written.
    package var village: String
    /// The name of its head (chủ hộ).
    package var headName: String
    /// Its class by the last official review.
    package var povertyClass: PovertyClass
    /// The day it was recognised as escaped from poverty, for a newly escaped household.
    package var escapedOn: Day?
    /// Whether the roll says that nobody in it is able to work (hộ không có khả năng lao động).
    package var isWithoutLabour: Bool
    /// The day of the review that gave it its class; nil where the roll does not say.
    package var classSince: Day?
    /// Number of persons (số nhân khẩu) by the roll; nil where it does not say.
    package var size: Int?
    /// Income for each person and month by the last review; nil where the roll does not say.
    package var monthlyIncome: Dong?
    /// The deprivations by the last review (Decree 07/2021/NĐ-CP, article 3); nil where the roll does not say.
    package var deprivations: Set<Deprivation>?
    /// That it is no longer on its commune's roll; nil while it is.
    package var departure: Departure?
    /// The day of the roll that named it last.
    package var rolledOn: Day?
    /// The day of the roll that named it first, with which its coverage ledger opens.
    package var openedOn: Day?
    /// Since when it waits for its first sustainable job: the first day on which a roll lists it, or the end of the last
    /// job that covered it; nil where neither is recorded.
    package var waitingSince: Day?

    /// A household with all its facts.
    package init(
        id: HouseholdID,
        code: String,
        commune: UnitCode,
        village: String,
        headName: String,
        povertyClass: PovertyClass,
        escapedOn: Day?,
        isWithoutLabour: Bool
    ) {
        self.id = id
        self.code = code
        self.commune = commune
        self.village = village
        self.headName = headName
        self.povertyClass = povertyClass
        self.escapedOn = escapedOn
        self.isWithoutLabour = isWithoutLabour
    }
}

extension Household {
    /// For how many whole months it has waited on a day; nil where nobody recorded since when.
    package func monthsWaiting(on day: Day) -> Int? {
        guard let waitingSince, waitingSince <= day else { return nil }
        let (start, now) = (waitingSince.parts, day.parts)
        let months = (now.year - start.year) * 12 + now.month - start.month
        return waitingSince.adding(months: months) <= day ? months : months - 1
    }

    /// Its class on a day: who escaped from poverty counts as newly escaped for a number of months, then no longer.
    ///
    /// One whose day of escape is not recorded still counts, since its roll says so.
    package func povertyClass(on day: Day, newlyEscapedMonths: Int) -> PovertyClass {
        povertyClass.lasting(on: day, escapedOn: escapedOn, months: newlyEscapedMonths)
    }
}

extension PovertyClass {
    /// The class on a day of a household recorded with this one: newly escaped for a number of months from the day of
    /// that recognition (Decision 28/2015/QĐ-TTg), to the same day of the month or the month's last, then not poor.
    func lasting(on day: Day, escapedOn: Day?, months: Int) -> PovertyClass {
        guard self == .newlyEscaped, let escapedOn else { return self }
        return day < escapedOn.adding(months: months) ? .newlyEscaped : .notPoor
    }
}

/// The twelve deprivations of the multidimensional poverty review, in the official order (Decree 07/2021/NĐ-CP, article 3).
package enum Deprivation: Int, Sendable, CaseIterable {
    /// Việc làm: a member able to work has none, or works for pay without a contract.
    case employment = 1
    /// Người phụ thuộc trong hộ gia đình.
    case dependants
    /// Dinh dưỡng.
    case nutrition
    /// Bảo hiểm y tế.
    case healthInsurance
    /// Trình độ giáo dục của người lớn.
    case adultEducation
    /// Tình trạng đi học của trẻ em.
    case childSchooling
    /// Chất lượng nhà ở.
    case housingQuality
    /// Diện tích nhà ở bình quân đầu người.
    case housingArea
    /// Nguồn nước sinh hoạt.
    case water
    /// Nhà tiêu hợp vệ sinh.
    case sanitation
    /// Sử dụng dịch vụ viễn thông.
    case telecommunication
    /// Phương tiện phục vụ tiếp cận thông tin.
    case informationAccess
}

/// The class of a household by the multidimensional poverty review (Decree 07/2021/NĐ-CP, article 3).
package enum PovertyClass: String, Sendable, CaseIterable {
    /// Poor (hộ nghèo).
    case poor = "HN"
    /// Near-poor (hộ cận nghèo).
    case nearPoor = "HCN"
    /// Newly escaped from poverty (hộ mới thoát nghèo), within 36 months of that recognition.
    case newlyEscaped = "HMTN"
    /// None of these (hộ không nghèo).
    case notPoor = "KN"
}
