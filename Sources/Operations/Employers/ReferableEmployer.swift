import Store
import Vacancies
import Vocabulary

extension Office {
    /// Refuses a referral to a vacancy whose employer nobody has confirmed, that is blocked, or that the caller is linked to.
    ///
    /// - Throws: `OperationError.refused`.
    func refuseUnlessReferable(_ vacancy: Vacancy, by caller: Caller, on day: Day, _ reading: Reading) throws {
    }
}
