import Foundation
import Store
import Vocabulary

/// How long a session stays good.
package struct SessionRules: Sendable {
    /// At most, in seconds.
    package let longest: Int64
    /// While nobody uses it, in seconds.
    package let idle: Int64

    /// Rules from their parts.
    package init(longest: Int64, idle: Int64) {
        self.longest = longest
        self.idle = idle
    }
}

extension Office {
    /// Signs a member of staff in.
    ///
    /// - Parameters:
    ///   - name: the account's name.
    ///   - password: its password.
    ///   - address: where the request comes from, by which failures are counted too.
    ///   - rules: how long the session stays good.
    /// - Returns: the session's secret; nil where name or password is wrong, or the account is disabled. All these cases
    ///   take the same time.
    /// - Throws: `OperationError.refused` where it has failed too often under this name or from this address.
    package func signIn(name: String, password: String, address: String, rules: SessionRules) async throws -> String? {
        let begin = try await beginSignIn(name: name, address: address)
        let account = try await store.read { try $0.account(named: name) }
        let salt = account?.salt ?? Data(repeating: 0, count: 16)
        let hash = try await PasswordBench.hash(String(password.prefix(PasswordRule.longest)), salt: salt)
        // The comparison is of hashes of random salt, so its timing tells nothing of the password.
        guard let account, account.passwordHash == hash, account.disabledAt == nil else {
            if let account, begin.isFirstLock { try await noteLock(account) }
            return nil
        }
        let secret = Vault.randomToken()
        let now = now()
        try await store.write { writing in
            try writing.set(nil, of: begin.nameKey)
            // A right password of one account does not forgive what was tried from the same place on others.
            let others = SignInThrottle.address.takingBack(try writing.reading.signInFailures(of: begin.addressKey))
            try writing.set(others, of: begin.addressKey)
            try writing.addSession(
                secretHash: Vault.tokenHash(secret),
                account: account.id,
                idleSeconds: rules.idle,
                expiresAt: now + rules.longest,
                now: now
            )
            try audit(writing, actor: account.name, action: "sign_in", detail: [:], about: account)
        }
        return secret
    }

    /// A sign-in that has been counted as a failure until it is known to be none.
    private struct SignInBegin: Sendable {
        let nameKey: Data
        let addressKey: Data
        /// Whether this one uses up what is free.
        let isFirstLock: Bool
    }

    private func beginSignIn(name: String, address: String) async throws -> SignInBegin {
        let (nameKey, addressKey) = (vault.hash("sign-in name \(name)"), vault.hash("sign-in address \(address)"))
        let now = now()
        return try await store.write { writing in
            let byName = try writing.reading.signInFailures(of: nameKey)
            let byAddress = try writing.reading.signInFailures(of: addressKey)
            let wait = max(
                SignInThrottle.name.wait(byName, now: now),
                SignInThrottle.address.wait(byAddress, now: now)
            )
            if wait > 0 { throw OperationError.refused(.signInLocked(seconds: wait)) }
            try writing.forgetSignInFailures(before: now - SignInThrottle.memory)
            let counted = SignInThrottle.name.adding(to: byName, now: now)
            try writing.set(counted, of: nameKey)
            try writing.set(SignInThrottle.address.adding(to: byAddress, now: now), of: addressKey)
            return SignInBegin(
                nameKey: nameKey,
                addressKey: addressKey,
                isFirstLock: counted.failures == SignInThrottle.name.free
            )
        }
    }

    private func noteLock(_ account: Account) async throws {
        try await store.write { writing in
            try audit(writing, actor: "visitor", action: "sign_in_locked", detail: [:], about: account)
        }
    }

    /// Ends a session.
    package func signOut(secret: String) async throws {
        let hash = Vault.tokenHash(secret)
        try await store.write { writing in
            guard let name = try writing.removeSession(secretHash: hash),
                let account = try writing.reading.account(named: name)
            else { return }
            try audit(writing, actor: name, action: "sign_out", detail: [:], about: account)
        }
    }

    /// Who a session's secret belongs to; nil where it is unknown, has expired or was not used for too long, or where the
    /// account is disabled.
    ///
    /// Nothing of it is remembered from one request to the next: what is taken from an account is gone at once.
    package func caller(sessionSecret secret: String) async throws -> Caller? {
        let hash = Vault.tokenHash(secret)
        let now = now()
        guard let (account, usedAt) = try await store.read({ try $0.account(sessionHash: hash, now: now) }) else {
            return nil
        }
        // Once a minute, and not awaited: a request does not wait for an import to let it write.
        if now - usedAt >= 60 {
            noteUse { try await store.write { try $0.useSession(secretHash: hash, at: now) } }
        }
        return try caller(account)
    }

    /// Which program a token's secret belongs to; nil where it is unknown, has expired or was taken back.
    package func caller(tokenSecret secret: String) async throws -> Caller? {
        let hash = Vault.tokenHash(secret)
        let (now, today) = (now(), today())
        guard let token = try await store.read({ try $0.token(secretHash: hash, now: now) }) else { return nil }
        if token.usedOn != today {
            noteUse { try await store.write { try $0.useToken(token.id, on: today) } }
        }
        return try caller(token)
    }

    private func noteUse(_ note: @escaping @Sendable () async throws -> Void) {
        Task { [logger] in
            do { try await note() } catch {
                logger.warning("use of a session or token not noted", metadata: ["error": "\(error)"])
            }
        }
    }

    private func caller(_ account: Account) throws -> Caller {
        let role = try Role(stored: account)
        return Caller(
            kind: .staff,
            name: account.name,
            account: account.id,
            role: role,
            permissions: role.permissions,
            area: VisibleArea(account.areas, in: programme.territory),
            linkedEmployers: account.employers,
            mustChangePassword: account.mustChangePassword
        )
    }

    private func caller(_ token: StoredToken) throws -> Caller {
        let permissions = try TokenScope.stored(token.scopes).reduce(into: Set<Permission>()) {
            $0.formUnion($1.permissions)
        }
        return Caller(
            kind: .program,
            name: "token:\(token.name)",
            account: nil,
            role: nil,
            permissions: permissions,
            area: VisibleArea(token.areas, in: programme.territory)
        )
    }
}

extension Role {
    /// The role of a stored account.
    ///
    /// - Throws: `StoreError.corrupt` where its code is none of ours.
    init(stored account: Account) throws {
        guard let role = Role(rawValue: account.role) else {
            throw StoreError.corrupt(table: "account", column: "role")
        }
        self = role
    }
}

extension TokenScope {
    /// The scopes that a token's codes name.
    ///
    /// - Throws: `StoreError.corrupt` where one is none of ours.
    static func stored(_ codes: Set<String>) throws -> Set<TokenScope> {
        Set(
            try codes.map { code in
                guard let scope = TokenScope(rawValue: code) else {
                    throw StoreError.corrupt(table: "program_token_scope", column: "scope")
                }
                return scope
            }
        )
    }
}
