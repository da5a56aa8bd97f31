import Crypto
import Foundation
import Store
import Vocabulary

/// An account that is to be made.
package struct NewAccount: Sendable {
    /// The name to sign in with.
    package var name: String
    /// Its first password.
    package var password: String
    /// The role.
    package var role: Role
    /// Whose people it may see.
    package var areas: Set<AreaGrant>
    /// The person's name; may be empty.
    package var fullName = ""
    /// Employers that the person is linked to, by id.
    package var employers: Set<Int64> = []
    /// Whether the person must choose a password of their own first.
    package var mustChangePassword = true

    /// An account with what every one has.
    package init(name: String, password: String, role: Role, areas: Set<AreaGrant>) {
        self.name = name
        self.password = password
        self.role = role
        self.areas = areas
    }
}

extension Office {
    /// Makes an account.
    ///
    /// - Throws: `OperationError.refused` where the caller may not, the name is taken or none, the password is weak, or an
    ///   area is unknown.
    @discardableResult
    package func addAccount(_ new: NewAccount, caller: Caller) async throws -> StaffAccount {
        try caller.require(.manageAccounts)
        try AccessName.check(new.name)
        try PasswordRule.check(new.password, name: new.name)
        try checkFullName(new.fullName)
        try checkAreas(new.areas)
        let (salt, hash) = try await passwordHash(new.password)
        let account = Account(
            name: new.name,
            fullName: new.fullName,
            role: new.role.rawValue,
            areas: new.areas,
            employers: new.employers,
            salt: salt,
            passwordHash: hash,
            mustChangePassword: new.mustChangePassword,
            createdAt: now()
        )
        return try await store.write { writing in
            guard try writing.reading.account(named: new.name) == nil else {
                throw OperationError.refused(.accountExists)
            }
            let id = try writing.add(account)
            try audit(
                writing,
                actor: caller.name,
                action: "add_account",
                detail: ["areas": new.areas.count, "employers": new.employers.count],
                subject: AuditSubject("account", id)
            )
            return StaffAccount(try stored(new.name, writing.reading))
        }
    }

    /// Makes the demo's account with a random password, which is told once and stored nowhere.
    ///
    /// - Returns: the password; nil where the account exists, or the database is not a demo's.
    package func makeDemoAccount() async throws -> String? {
        guard isDemo, try await store.read({ try $0.account(named: "demo") }) == nil else { return nil }
        let password = String(Vault.randomToken().filter(\.isLetter).lowercased().prefix(12))
        var account = NewAccount(name: "demo", password: password, role: .supervisor, areas: [.province])
        account.mustChangePassword = false
        try await addAccount(account, caller: .commandLine)
        return password
    }

    /// Every account, by name.
    package func accounts(caller: Caller) async throws -> [StaffAccount] {
        try caller.require(.manageAccounts)
        return try await store.read { try $0.accounts().map(StaffAccount.init) }
    }

    /// Changes an account; whoever uses it has what it says from the next request on, and is signed out when it is disabled.
    ///
    /// - Parameters:
    ///   - name: the account's name.
    ///   - change: what is to be true of it.
    ///   - version: the version that the caller has read; nil where it does not matter.
    ///   - caller: who asks.
    /// - Returns: the account as it is now.
    /// - Throws: `OperationError.refused` where the caller may not, where there is no such account or an area is unknown,
    ///   where the version is not the last, or where it is the caller's own role, area or links.
    @discardableResult
    package func changeAccount(
        _ name: String,
        _ change: AccountChange,
        version: Int64? = nil,
        caller: Caller
    ) async throws -> StaffAccount {
        try caller.require(.manageAccounts)
        if let fullName = change.fullName { try checkFullName(fullName) }
        if let areas = change.areas { try checkAreas(areas) }
        if caller.name == name, change.isOfAccess { throw OperationError.refused(.ownAccount) }
        let now = now()
        return try await store.write { writing in
            var account = try stored(name, writing.reading)
            if let version, version != account.version { throw OperationError.refused(.stale) }
            account.fullName = change.fullName ?? account.fullName
            account.role = change.role?.rawValue ?? account.role
            account.areas = change.areas ?? account.areas
            account.employers = change.employers ?? account.employers
            if let isDisabled = change.isDisabled {
                account.disabledAt = isDisabled ? account.disabledAt ?? now : nil
                if isDisabled { try writing.removeSessions(of: account.id) }
            }
            try writing.change(account)
            let isDisabled = account.disabledAt != nil
            try audit(
                writing,
                actor: caller.name,
                action: "change_account",
                detail: [
                    "areas": account.areas.count, "employers": account.employers.count, "disabled": isDisabled ? 1 : 0,
                    "role": Role.allCases.firstIndex { $0.rawValue == account.role } ?? 0,
                ],
                about: account
            )
            return StaffAccount(try stored(name, writing.reading))
        }
    }

    /// Gives an account a password that somebody else has chosen; its sessions end, and what was counted against its name.
    ///
    /// - Parameters:
    ///   - password: the password.
    ///   - name: the account's name.
    ///   - mustChange: whether the person must choose one of their own first.
    ///   - caller: who asks.
    /// - Throws: `OperationError.refused` where the caller may not, there is no such account, or the password is weak.
    package func setPassword(_ password: String, of name: String, mustChange: Bool, caller: Caller) async throws {
        try caller.require(.manageAccounts)
        try PasswordRule.check(password, name: name)
        let (salt, hash) = try await passwordHash(password)
        let nameKey = vault.hash("sign-in name \(name)")
        try await store.write { writing in
            var account = try stored(name, writing.reading)
            (account.salt, account.passwordHash, account.mustChangePassword) = (salt, hash, mustChange)
            try writing.change(account)
            try writing.removeSessions(of: account.id)
            try writing.set(nil, of: nameKey)
            try audit(writing, actor: caller.name, action: "set_password", detail: [:], about: account)
        }
    }

    /// Changes the caller's own password; every session of the account ends, the present one too.
    ///
    /// - Parameters:
    ///   - current: the present password.
    ///   - password: the new one.
    ///   - address: where the request comes from; wrong present passwords are counted like failed sign-ins.
    ///   - caller: a member of staff.
    ///   - rules: how long the new session stays good.
    /// - Returns: the secret of a new session.
    /// - Throws: `OperationError.refused` where the present password is wrong, or the new one is weak or the same.
    package func changeOwnPassword(
        from current: String,
        to password: String,
        address: String,
        caller: Caller,
        rules: SessionRules
    ) async throws -> String {
        guard caller.kind == .staff else { throw OperationError.refused(.forbidden) }
        try PasswordRule.check(password, name: caller.name)
        let isSame = current.precomposedStringWithCanonicalMapping == password.precomposedStringWithCanonicalMapping
        if isSame { throw OperationError.refused(.samePassword) }
        guard let secret = try await signIn(name: caller.name, password: current, address: address, rules: rules) else {
            throw OperationError.refused(.wrongPassword)
        }
        let (salt, hash) = try await passwordHash(password)
        let now = now()
        try await store.write { writing in
            var account = try stored(caller.name, writing.reading)
            (account.salt, account.passwordHash, account.mustChangePassword) = (salt, hash, false)
            try writing.change(account)
            try writing.removeSessions(of: account.id)
            try writing.addSession(
                secretHash: Vault.tokenHash(secret),
                account: account.id,
                idleSeconds: rules.idle,
                expiresAt: now + rules.longest,
                now: now
            )
            try audit(writing, actor: caller.name, action: "change_password", detail: [:], about: account)
        }
        return secret
    }

    private func passwordHash(_ password: String) async throws -> (salt: Data, hash: Data) {
        let salt = SymmetricKey(size: .bits128).withUnsafeBytes { Data($0) }
        return (salt, try await PasswordBench.hash(password, salt: salt))
    }

    private func stored(_ name: String, _ reading: Reading) throws -> Account {
        guard let account = try reading.account(named: name) else { throw OperationError.refused(.notFound) }
        return account
    }

    private func checkFullName(_ name: String) throws(OperationError) {
        let isPlain = name.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
        guard name.count <= 100, isPlain else { throw .refused(.fullName) }
    }

    /// - Throws: `OperationError.refused` where there is no area or one that the province has not.
    func checkAreas(_ areas: Set<AreaGrant>) throws(OperationError) {
        if areas.isEmpty { throw .refused(.noArea) }
        for area in areas.sorted(by: { $0.description < $1.description }) where !area.isKnown(in: programme.territory) {
            throw .refused(.unknownArea(area))
        }
    }
}
