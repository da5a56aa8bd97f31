import Households
import Store
import Vocabulary

extension Office {
    /// Refuses to refer or to call a person who does not want to be contacted, or who withdrew consent.
    ///
    /// - Throws: `OperationError.refused`.
    func refuseUnlessContactable(_ member: MemberID, _ reading: Reading) throws {
    }
}
