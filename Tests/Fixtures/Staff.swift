import Operations
import Vocabulary

/// The password of accounts that tests make.
package let testPassword = "mat-khau-dai"

extension Office {
    /// Makes an account that needs no other password first, for tests.
    package func makeAccount(
        _ name: String,
        _ role: Role,
        areas: Set<AreaGrant> = [.province],
        employers: Set<Int64> = []
    ) async throws {
        var account = NewAccount(name: name, password: testPassword, role: role, areas: areas)
        account.employers = employers
        account.mustChangePassword = false
        try await addAccount(account, caller: .commandLine)
    }

    /// Makes such an account and signs in with it.
    ///
    /// - Returns: the session's secret, and its caller.
    package func signedIn(
        _ name: String,
        _ role: Role,
        areas: Set<AreaGrant> = [.province],
        employers: Set<Int64> = []
    ) async throws -> (secret: String, caller: Caller) {
        try await makeAccount(name, role, areas: areas, employers: employers)
        let secret = try await signIn(
            name: name,
            password: testPassword,
            address: "10.0.0.1",
            rules: SessionRules(longest: 43_200, idle: 3600)
        )
        guard let secret, let caller = try await caller(sessionSecret: secret) else {
            throw OperationError.refused(.notFound)
        }
        return (secret, caller)
    }
}
