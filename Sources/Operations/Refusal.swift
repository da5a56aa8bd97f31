/// Why an operation was refused that its caller can do something about: a machine's code and a person's sentence.
///
/// Each part of the office declares its own in an extension beside its operations. Never anything personal; ids that the
/// caller may see at most.
package struct Refusal: Hashable, Sendable {
    /// What kind of refusal it is; HTTP answers follow from it.
    package enum Kind: String, Sendable {
        /// There is no such thing, or the caller may not know that there is.
        case notFound = "not_found"
        /// The caller may not do this.
        case forbidden
        /// It does not fit the state that things are in.
        case conflict
        /// It was changed by somebody else since the caller read it.
        case stale
        /// What was sent is not possible.
        case invalid
        /// Too many at once; try again later.
        case tooMany = "too_many"
    }

    /// Of what kind.
    package let kind: Kind
    /// A stable code in lower case with underscores.
    package let code: String
    /// The field that cannot be used, where it is one.
    package let field: String?
    /// What is wrong and what to do, in English.
    package let english: String
    /// The same in Vietnamese.
    package let vietnamese: String
    /// Ids that tell more, by what they are of: for example the households that would lose.
    package let ids: [String: [Int64]]
    /// After how many seconds it may be tried again, where that is known.
    package let retryAfter: Int64?

    /// A refusal from its parts.
    package init(
        _ kind: Kind,
        _ code: String,
        field: String? = nil,
        _ english: String,
        _ vietnamese: String,
        ids: [String: [Int64]] = [:],
        retryAfter: Int64? = nil
    ) {
        self.kind = kind
        self.code = code
        self.field = field
        self.english = english
        self.vietnamese = vietnamese
        self.ids = ids
        self.retryAfter = retryAfter
    }

    /// There is no such thing, or the caller may not know that there is.
    package static let notFound = Refusal(.notFound, "not_found", "There is no such thing here.", "Không tìm thấy.")
    /// The caller may not do this.
    package static let forbidden = Refusal(
        .forbidden,
        "forbidden",
        "You may not do this; ask a supervisor.",
        "Bạn không có quyền làm việc này; hãy hỏi người phụ trách."
    )
    /// Somebody else changed it since the caller read it.
    package static let stale = Refusal(
        .stale,
        "stale_version",
        "It has been changed since you read it; read it again and decide anew.",
        "Nội dung đã được người khác sửa; hãy đọc lại rồi quyết định."
    )
}
