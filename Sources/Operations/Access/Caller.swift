import Vocabulary

/// Who asks for something: a member of staff with a session, a program with a token, or the command line.
package struct Caller: Sendable {
    /// By what the caller was recognised.
    package enum Kind: String, Sendable {
        /// A session of a member of staff.
        case staff
        /// A token of a program.
        case program
        /// The command line on the service's own machine, which only its operator can use.
        case commandLine = "command_line"
    }

    /// By what.
    package let kind: Kind
    /// The name by which audit and events know the caller: the account's; `token:` and the token's, so that no program
    /// passes for a person; or `cli`.
    package let name: String
    /// The account's number; nil for the command line.
    package let account: Int64?
    /// The role; nil for programs and the command line.
    package let role: Role?
    /// What the caller may do.
    package let permissions: Set<Permission>
    /// Whose people the caller may see.
    package let area: VisibleArea
    /// Employers that the caller is linked to, by id, and may not refer to (conflict of interest).
    package let linkedEmployers: Set<Int64>
    /// Whether somebody else chose the password, so that nothing may be done but change it.
    package let mustChangePassword: Bool

    /// A caller from its parts.
    package init(
        kind: Kind,
        name: String,
        account: Int64?,
        role: Role?,
        permissions: Set<Permission>,
        area: VisibleArea,
        linkedEmployers: Set<Int64> = [],
        mustChangePassword: Bool = false
    ) {
        self.kind = kind
        self.name = name
        self.account = account
        self.role = role
        self.permissions = permissions
        self.area = area
        self.linkedEmployers = linkedEmployers
        self.mustChangePassword = mustChangePassword
    }

    /// The command line, which may do everything.
    package static let commandLine = Caller(
        kind: .commandLine,
        name: "cli",
        account: nil,
        role: nil,
        permissions: Set(Permission.allCases),
        area: .everywhere
    )

    /// Whether the caller may do something at all.
    package func may(_ permission: Permission) -> Bool { !mustChangePassword && permissions.contains(permission) }

    /// - Throws: `OperationError.refused` where the caller may not.
    package func require(_ permission: Permission) throws(OperationError) {
        if mustChangePassword { throw .refused(.mustChangePassword) }
        if !may(permission) { throw .refused(.forbidden) }
    }
}
