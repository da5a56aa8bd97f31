import Foundation
import Households
import Rolls
import Store
import Vocabulary

extension RollRegister {
    /// Whether a row is of somebody who was erased and is not to be taken in again.
    func isErased(_ facts: MemberFacts) -> Bool {
        if suppressed.isEmpty { return false }
        if let identity = facts.identity, suppressed.contains(vault.suppressionHash(Erased.identity(identity.digits))) {
            return true
        }
        let born = facts.birth?.reckoned?.year
        return Erased.met(facts.name, born: born, in: facts.householdCode).contains { text in
            suppressed.contains(vault.suppressionHash(text))
        }
    }

    /// What a row says of a household, without the name of a head who was erased.
    func withoutErased(_ facts: HouseholdFacts) -> HouseholdFacts {
        guard !suppressed.isEmpty, let head = facts.headName,
            suppressed.contains(vault.suppressionHash(Erased.head(head, of: facts.code)))
        else { return facts }
        var facts = facts
        facts.headName = ""
        return facts
    }

    /// Seals a row's numbers with the member's own key where they are new.
    ///
    /// - Returns: the member's key as it is to be stored, where it is new as well.
    func seal(_ facts: MemberFacts, into member: inout EnrolledMember) throws -> Data? {
        let id = member.member.id
        let identity = facts.identity?.digits
        let isNewIdentity = identity.map { member.nationalID?.hash != vault.hash($0) } ?? false
        let isNewPhone = facts.phone.map { member.phone?.hash != vault.hash($0) } ?? false
        guard isNewIdentity || isNewPhone else { return nil }
        let wrapped = try writing.reading.wrappedKey(of: id)
        let key = try wrapped.map { try vault.unwrap($0, of: id) } ?? PersonKey()
        if isNewIdentity, let identity {
            member.nationalID = try vault.seal(identity, as: .nationalID, with: key)
        }
        if isNewPhone, let phone = facts.phone { member.phone = try vault.seal(phone, as: .phone, with: key) }
        return wrapped == nil ? try vault.wrap(key, of: id) : nil
    }

    /// Puts back what an officer's answers say against a roll that is not later than they are; of a later roll, which
    /// holds, the answers that it contradicts are forgotten.
    ///
    /// - Returns: whether something was put back.
    func keepAnswers(of member: inout Member, before known: Member?) throws -> Bool {
        guard let known else { return false }
        var isKept = false
        for answer in answers[known.id] ?? [] {
            for field in answer.field.together where !field.isSame(member, known) {
                if day > answer.day {
                    try writing.removeAnswer(answer.field, of: known.id)
                } else {
                    field.copy(from: known, to: &member)
                    isKept = true
                }
            }
        }
        return isKept
    }

    /// Whether somebody with this number, or of this name and full birth in this commune, does not want to be contacted:
    /// then whoever the row is taken for does not either, until that person says otherwise.
    func isWithdrawn(_ member: EnrolledMember, in commune: UnitCode) -> Bool {
        if let hash = member.nationalID?.hash, withdrawnNumbers.contains(hash) { return true }
        guard case .date = member.member.birth else { return false }
        return withdrawnNames[commune]?.contains(RollRegister.key(member.member.name, member.member.birth)) ?? false
    }

    /// Notes whom nobody may contact, by number and by name.
    mutating func noteWithdrawn() {
        let communes = Dictionary(households.values.map { ($0.id, $0.commune) }) { first, _ in first }
        for one in enrolled.values.joined() where !one.member.isContactable {
            if let hash = one.nationalID?.hash { withdrawnNumbers.insert(hash) }
            if let commune = communes[one.member.household] {
                withdrawnNames[commune, default: []].insert(RollRegister.key(one.member.name, one.member.birth))
            }
        }
    }
}

/// The texts whose keyed hashes say who was erased.
enum Erased {
    /// By identity number.
    static func identity(_ digits: String) -> String { "identity|\(digits)" }

    /// By a head's name in a household.
    static func head(_ name: String, of household: String) -> String { "head|\(folded(name))|\(household)" }

    /// What is stored of a person of a name, born in a year where that is known, in a household.
    static func stored(_ name: String, born year: Int?, in household: String) -> [String] {
        let base = "person|\(folded(name))|\(household)|"
        return [base + (year.map(String.init) ?? "any"), base + "unborn"]
    }

    /// What a row is looked up by: its year, or a person whose year was not known; a row without a year by the name alone.
    static func met(_ name: String, born year: Int?, in household: String) -> [String] {
        let base = "person|\(folded(name))|\(household)|"
        return year.map { [base + String($0), base + "any"] } ?? [base + "unborn"]
    }
}
