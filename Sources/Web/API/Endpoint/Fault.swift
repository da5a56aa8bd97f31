/// One thing that is wrong with a request, and where.
struct Fault: Hashable, Sendable, Encodable {
    /// In the body, as a JSON pointer (RFC 6901).
    var pointer: String?
    /// In a query parameter.
    var parameter: String?
    /// In a header.
    var header: String?
    /// A stable code.
    let code: String
    /// What is wrong, in English.
    let detail: String
    /// The same in Vietnamese.
    let detailVi: String

    private enum CodingKeys: String, CodingKey {
        case pointer, parameter, header, code, detail
        case detailVi = "detail_vi"
    }

    init(_ code: String, _ detail: String, _ detailVi: String) {
        self.code = code
        self.detail = detail
        self.detailVi = detailVi
    }

    /// The same fault, of a place in the body.
    func at(_ pointer: String) -> Fault {
        var fault = self
        fault.pointer = pointer
        return fault
    }

    /// The same fault, of a query parameter.
    func of(parameter: String) -> Fault {
        var fault = self
        fault.parameter = parameter
        return fault
    }

    /// The same fault, of a header.
    func of(header: String) -> Fault {
        var fault = self
        fault.header = header
        return fault
    }
}
