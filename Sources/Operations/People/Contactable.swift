import Households
import Store
import Vocabulary

extension Office {
    /// Refuses to refer or to call a person who does not want to be contacted, or who withdrew consent.
    ///
    /// - Throws: `OperationError.refused`.
    func refuseUnlessContactable(_ member: MemberID, _ reading: Reading) throws {
        guard let person = try reading.member(member), person.erasedOn == nil else {
            throw OperationError.refused(.notFound)
        }
        if !person.isContactable { throw OperationError.refused(.doNotContact) }
    }

    /// A person whom a caller may see, with the household.
    ///
    /// - Throws: `OperationError.refused` with `notFound` where there is none of this id in the caller's area, or where it
    ///   was erased.
    func person(_ id: MemberID, for caller: Caller, _ reading: Reading) throws -> (Member, Household) {
        guard let member = try reading.member(id), member.erasedOn == nil,
            let household = try reading.household(member.household),
            caller.area.contains(household.commune, village: household.village)
        else { throw OperationError.refused(.notFound) }
        return (member, household)
    }
}

extension Refusal {
    /// The person does not want to be contacted, or has withdrawn consent.
    package static let doNotContact = Refusal(
        .conflict,
        "do_not_contact",
        "This person does not want to be contacted; only new consent, given by the person, changes that.",
        "Người này không muốn được liên hệ; chỉ khi chính người đó đồng ý lại thì mới thay đổi."
    )
    /// A day that is not there yet.
    package static let futureDay = Refusal(
        .invalid,
        "future_day",
        field: "day",
        "The day is not there yet; give one up to today.",
        "Chưa đến ngày này; hãy ghi ngày đến hôm nay."
    )
}
