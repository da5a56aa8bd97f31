import Store
import Vocabulary

/// A program's token as those who keep tokens see it; its secret is told once, when it is made.
package struct ProgramToken: Sendable, Encodable {
    /// Its number.
    package let id: Int64
    /// The program's name.
    package let name: String
    /// What it may do.
    package let scopes: [String]
    /// Whose people it may see, as `AreaGrant` writes it.
    package let areas: [String]
    /// Who made it.
    package let madeBy: String
    /// When it was made, in Unix seconds.
    package let madeAt: Int64
    /// When it ends.
    package let expiresAt: Int64
    /// The last day on which it was used, as yyyy-MM-dd.
    package let usedOn: String?
    /// Whether it is good: neither expired nor taken back.
    package let isGood: Bool

    init(_ token: StoredToken, now: Int64) {
        id = token.id
        name = token.name
        scopes = token.scopes.sorted()
        areas = token.areas.map(\.description).sorted()
        madeBy = token.madeBy
        madeAt = token.madeAt
        expiresAt = token.expiresAt
        usedOn = token.usedOn?.description
        isGood = token.revokedAt == nil && token.expiresAt > now
    }
}

extension Office {
    /// Makes a token for a program.
    ///
    /// A program may have several at once, so that a new one is in use before the old one ends.
    ///
    /// - Parameters:
    ///   - name: the program's name.
    ///   - scopes: what it may do.
    ///   - areas: whose people it may see.
    ///   - days: for how long.
    ///   - caller: who asks.
    /// - Returns: the token and its secret, which is stored nowhere.
    /// - Throws: `OperationError.refused` where the caller may not, or something of it is none.
    package func makeToken(
        _ name: String,
        scopes: Set<TokenScope>,
        areas: Set<AreaGrant>,
        days: Int,
        caller: Caller
    ) async throws -> (token: ProgramToken, secret: String) {
        try caller.require(.manageAccounts)
        try AccessName.check(name)
        try checkAreas(areas)
        if scopes.isEmpty { throw OperationError.refused(.noScope) }
        guard (1...366).contains(days) else { throw OperationError.refused(.tokenDays) }
        let secret = Vault.randomToken()
        let now = now()
        let token = StoredToken(
            name: name,
            scopes: Set(scopes.map(\.rawValue)),
            areas: areas,
            madeBy: caller.name,
            madeAt: now,
            expiresAt: now + Int64(days) * 86_400
        )
        let made = try await store.write { writing in
            let id = try writing.add(token, secretHash: Vault.tokenHash(secret))
            try audit(
                writing,
                actor: caller.name,
                action: "make_token",
                detail: ["scopes": scopes.count, "areas": areas.count, "days": days],
                subject: AuditSubject("token", id)
            )
            return try writing.reading.tokens().first { $0.id == id }
        }
        guard let made else { throw OperationError.refused(.notFound) }
        return (ProgramToken(made, now: now), secret)
    }

    /// Every token, the latest first.
    package func tokens(caller: Caller) async throws -> [ProgramToken] {
        try caller.require(.manageAccounts)
        let now = now()
        return try await store.read { try $0.tokens().map { ProgramToken($0, now: now) } }
    }

    /// Takes tokens back at once: one by its number, or all of a program by its name.
    ///
    /// - Returns: how many there were to take.
    /// - Throws: `OperationError.refused` where the caller may not, or where there is none of them.
    package func revokeTokens(named name: String? = nil, id: Int64? = nil, caller: Caller) async throws -> Int {
        try caller.require(.manageAccounts)
        let now = now()
        return try await store.write { writing in
            let all = try writing.reading.tokens().filter { token in
                (name == nil || token.name == name) && (id == nil || token.id == id)
            }
            guard !all.isEmpty, name != nil || id != nil else { throw OperationError.refused(.notFound) }
            let good = all.filter { $0.revokedAt == nil }
            for token in good {
                try writing.revokeToken(token.id, at: now)
                try audit(
                    writing,
                    actor: caller.name,
                    action: "revoke_token",
                    detail: [:],
                    subject: AuditSubject("token", token.id)
                )
            }
            return good.count
        }
    }
}
