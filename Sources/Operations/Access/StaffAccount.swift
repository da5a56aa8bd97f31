import Store
import Vocabulary

/// A staff account as those who keep accounts see it.
package struct StaffAccount: Sendable, Encodable {
    /// Its number.
    package let id: Int64
    /// The name to sign in with.
    package let name: String
    /// The person's name; may be empty.
    package let fullName: String
    /// The role's code.
    package let role: String
    /// Whose people it may see, as `AreaGrant` writes it.
    package let areas: [String]
    /// Employers that the person is linked to and may not refer to, by id.
    package let employers: [Int64]
    /// Whether nobody may sign in with it.
    package let isDisabled: Bool
    /// Whether it may do nothing but change its password.
    package let mustChangePassword: Bool
    /// When it was made, in Unix seconds.
    package let createdAt: Int64
    /// How often it was changed, from 1.
    package let version: Int64

    init(_ account: Account) {
        id = account.id
        name = account.name
        fullName = account.fullName
        role = account.role
        areas = account.areas.map(\.description).sorted()
        employers = account.employers.sorted()
        isDisabled = account.disabledAt != nil
        mustChangePassword = account.mustChangePassword
        createdAt = account.createdAt
        version = account.version
    }
}

/// What is to be true of an account; nil leaves it as it is.
package struct AccountChange: Sendable {
    /// The person's name.
    package var fullName: String?
    /// The role.
    package var role: Role?
    /// Whose people it may see.
    package var areas: Set<AreaGrant>?
    /// Employers that the person is linked to, by id.
    package var employers: Set<Int64>?
    /// Whether nobody may sign in with it.
    package var isDisabled: Bool?

    /// A change of nothing.
    package init() {}

    /// Whether it touches more than how the person is called.
    var isOfAccess: Bool { role != nil || areas != nil || employers != nil || isDisabled != nil }
}
