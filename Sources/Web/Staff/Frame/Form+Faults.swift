import HTTPTypes
import Operations

extension Form.Faults {
    /// What a form's reader is told of an error, and the status of the page; other errors go on.
    static func of(_ error: any Error) throws -> (faults: Form.Faults, status: HTTPResponse.Status) {
        switch error {
        case let faults as Form.Faults: return (faults, .unprocessableContent)
        case OperationError.refused(let refusal) where refusal.kind == .invalid:
            return (Form.Faults(refusal), .unprocessableContent)
        case OperationError.refused(let refusal) where refusal.kind == .conflict:
            return (Form.Faults(refusal), .conflict)
        default: throw error
        }
    }
}
