import Households
import Vocabulary

/// What a row says of a household; nil where it says nothing, so that what is known stays.
package struct HouseholdFacts: Hashable, Sendable {
    /// The code that the roll gives it (mã hộ).
    package var code: String
    /// The name of its head (chủ hộ).
    package var headName: String?
    /// The commune where it is registered (xã).
    package var commune: UnitCode?
    /// Its village (thôn, bản, tổ dân phố), as written.
    package var village: String?
    /// Its class (phân loại hộ).
    package var povertyClass: PovertyClass?
    /// The day it was recognised as escaped from poverty (ngày công nhận thoát nghèo).
    package var escapedOn: Day?
    /// The day of the review that gave it its class (ngày rà soát).
    package var classSince: Day?
    /// Whether nobody in it is able to work (hộ không có khả năng lao động).
    package var isWithoutLabour: Bool?
    /// Number of persons (số nhân khẩu).
    package var size: Int?
    /// Income for each person and month (thu nhập bình quân đầu người).
    package var monthlyIncome: Dong?
    /// The deprivations (chỉ số thiếu hụt).
    package var deprivations: Set<Deprivation>?
    /// That it has left the roll (loại biến động).
    package var departure: Departure?

    /// Nothing but a household's code.
    package init(code: String) {
        self.code = code
    }

    /// Writes what the row says into a household; doing so twice is doing so once.
    package func apply(to household: inout Household) {
        household.code = code
        if let headName { household.headName = headName }
        if let commune { household.commune = commune }
        if let village { household.village = village }
        if let povertyClass { household.povertyClass = povertyClass }
        if let escapedOn { household.escapedOn = escapedOn }
        if let classSince { household.classSince = classSince }
        if let isWithoutLabour { household.isWithoutLabour = isWithoutLabour }
        if let size { household.size = size }
        if let monthlyIncome { household.monthlyIncome = monthlyIncome }
        if let deprivations { household.deprivations = deprivations }
        if let departure { household.departure = departure }
    }
}
