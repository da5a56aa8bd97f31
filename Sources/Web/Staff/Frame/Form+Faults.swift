import HTTPTypes
import Operations

extension Form.Faults {
    /// What a page says of an error that whoever filled the form in can do something about, and its status.
    ///
    /// - Throws: any other error as it is.
    static func of(_ error: any Error) throws -> (faults: Form.Faults, status: HTTPResponse.Status) {
        switch error {
        case let faults as Form.Faults: return (faults, .unprocessableContent)
        case OperationError.refused(let refusal) where ![.forbidden, .notFound].contains(refusal.kind):
            return (Form.Faults(refusal), Problem(refusal).status)
        default: throw error
        }
    }

    /// The same with what concerns none of some fields under the empty name, so that nothing goes unseen.
    func placed(among names: [String]) -> Form.Faults {
        Form.Faults(
            Dictionary(faults.map { (names.contains($0.key) ? $0.key : "", $0.value) }) { first, _ in first }
        )
    }
}
