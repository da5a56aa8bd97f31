import Crypto
import Foundation
import Store

extension Office {
    /// Makes an account with a password, or refuses a name that is taken.
    package func addAccount(name: String, password: String) async throws {
        let salt = SymmetricKey(size: .bits128).withUnsafeBytes { Data($0) }
        let hash = try await Workbench.run { try Vault.passwordHash(password, salt: salt) }
        let at = now()
        try await store.write { writing in
            try writing.addAccount(name: name, salt: salt, passwordHash: hash, at: at)
            try audit(writing, actor: "cli", action: "add_account", detail: [:])
        }
    }

    /// Makes the demo's account with a random password, which is told once and stored nowhere.
    ///
    /// - Returns: the password; nil where the account exists, or the database is not a demo's.
    package func makeDemoAccount() async throws -> String? {
        guard isDemo, try await store.read({ try $0.account(named: "demo") }) == nil else { return nil }
        let password = String(Vault.randomToken().filter(\.isLetter).lowercased().prefix(12))
        try await addAccount(name: "demo", password: password)
        return password
    }

    /// Signs a member of staff in.
    ///
    /// - Returns: the session's secret; nil where name or password is wrong. Both cases take the same time.
    package func signIn(name: String, password: String, lifetimeSeconds: Int64) async throws -> String? {
        let account = try await store.read { try $0.account(named: name) }
        let salt = account?.salt ?? Data(repeating: 0, count: 16)
        let hash = try await Workbench.run { try Vault.passwordHash(password, salt: salt) }
        // The comparison is of hashes of random salt, so its timing tells nothing of the password.
        guard let account, account.passwordHash == hash else { return nil }
        return try await issueToken(account: account.id, kind: "browser", lifetimeSeconds: lifetimeSeconds)
    }

    /// Makes a token for a program that reads the API in an account's name; nil where there is no such account.
    package func makeToken(account name: String, lifetimeSeconds: Int64) async throws -> String? {
        guard let account = try await store.read({ try $0.account(named: name) }) else { return nil }
        return try await issueToken(account: account.id, kind: "token", lifetimeSeconds: lifetimeSeconds)
    }

    /// Who a session's secret belongs to; nil where it is unknown or has expired.
    package func caller(sessionSecret secret: String) async throws -> Caller? {
        try await accountName(secret: secret, kind: "browser").map { name in
            Caller(
                kind: .staff,
                name: name,
                account: nil,
                role: .supervisor,
                permissions: Role.supervisor.permissions,
                area: .everywhere
            )
        }
    }

    /// Which program a token's secret belongs to; nil where it is unknown or has expired.
    package func caller(tokenSecret secret: String) async throws -> Caller? {
        try await accountName(secret: secret, kind: "token").map { name in
            Caller(
                kind: .program,
                name: name,
                account: nil,
                role: nil,
                permissions: TokenScope.plan.permissions.union(TokenScope.reports.permissions),
                area: .everywhere
            )
        }
    }

    private func accountName(secret: String, kind: String) async throws -> String? {
        let hash = Vault.tokenHash(secret)
        let now = now()
        return try await store.read { try $0.accountName(tokenHash: hash, kind: kind, now: now) }
    }

    /// Ends a session.
    package func signOut(secret: String) async throws {
        let hash = Vault.tokenHash(secret)
        try await store.write { try $0.removeSession(tokenHash: hash) }
    }

    private func issueToken(account: Int64, kind: String, lifetimeSeconds: Int64) async throws -> String {
        let token = Vault.randomToken()
        let now = now()
        try await store.write { writing in
            try writing.addSession(
                tokenHash: Vault.tokenHash(token),
                account: account,
                kind: kind,
                expiresAt: now + lifetimeSeconds,
                now: now
            )
        }
        return token
    }
}
