import Foundation
import Households
import Store
import Vocabulary

/// Why a person is erased.
package enum ErasureGround: String, Sendable, CaseIterable {
    /// The person asked for it.
    case request
    /// What the data were kept for is over.
    case purposeOver = "purpose_over"
    /// They should not have been kept.
    case unlawful
    /// The law or an authority demands it.
    case order
}

extension Office {
    /// Erases a person: everything that identifies or describes them, and their key, so that what backups hold of their
    /// numbers can be read by nobody.
    ///
    /// What stays is a random id with sex, a ten-year band of birth and whether of a minority, and the lines of the ledger
    /// and of referrals by that id, from which figures are counted. Whoever was erased is not taken in again: a keyed hash
    /// of number and name refuses the row of the next roll. Files with the person in them are deleted; what could not be
    /// reached is told.
    ///
    /// - Parameters:
    ///   - caller: who does it.
    ///   - id: the person.
    ///   - ground: why.
    /// - Returns: what became of the files that the person stood in.
    /// - Throws: `OperationError.refused`.
    package func erasePerson(caller: Caller, _ id: MemberID, ground: ErasureGround) async throws -> FileExpiry {
        try caller.require(.erasePeople)
        let (vault, day, host) = (vault, today(), Office.host)
        let elsewhere = try await atDesk { writing, _ in
            let reading = writing.reading
            let (member, household) = try person(id, for: caller, reading)
            try audit(
                writing,
                actor: caller.name,
                action: "erase_person_\(ground.rawValue)",
                detail: ["member": Int(id.rawValue)],
                subject: AuditSubject("member", id.rawValue)
            )
            try writing.eraseAuditNotes(about: AuditSubject("member", id.rawValue))
            try closeReferrals(of: id, .left, writing, actor: caller.name)
            let opened = try reading.sealed(of: id).map(vault.open)
            let (identity, phone) = (opened?.nationalID, opened?.phone)
            let isHead = !member.name.isEmpty && folded(household.headName) == folded(member.name)
            var texts = Erased.stored(member.name, born: member.birth?.reckoned?.year, in: household.code)
            if let identity { texts.append(Erased.identity(identity)) }
            if isHead { texts.append(Erased.head(member.name, of: household.code)) }
            for text in texts { try writing.suppress(vault.suppressionHash(text), on: day) }
            // Files are found before the name is gone, and go afterwards, also where this process is killed in between.
            let search = PersonSearch(name: member.name, numbers: [identity, phone].compactMap(\.self))
            var elsewhere: [UnreachedFile] = []
            for file in try reading.issuedFiles() {
                if file.host != host {
                    elsewhere.append(UnreachedFile(file: "\(file.host):\(file.path)", cause: .otherMachine))
                } else if try reading.isNoted(id, in: file.id) || search.finds(in: file) {
                    try writing.expire(file.id, on: day)
                }
            }
            try writing.erase(member.erased(on: day), headName: isHead ? "" : nil)
            try writing.set("rebuild_due", to: "1")
            return elsewhere
        }
        var expiry = try await deleteExpiredFiles()
        for file in elsewhere where !expiry.unreached.contains(file) { expiry.unreached.append(file) }
        expiry.isDatabaseRewritten = try await rebuildWhereDue()
        return expiry
    }
}

extension Member {
    /// What is left of a person of whom everything is erased: what figures are counted by, in coarse form.
    fileprivate func erased(on day: Day) -> Member {
        var rest = Member(id: id, household: household, line: line, name: "")
        rest.sex = sex
        rest.birth = (birth?.reckoned?.year).map { .year($0 - $0 % 10) }
        rest.ethnicity = ethnicity.map { folded($0) == "kinh" ? "Kinh" : "Dân tộc thiểu số" }
        rest.departure = departure ?? Departure(.missing, on: day)
        rest.isContactable = false
        rest.erasedOn = day
        rest.version = version + 1
        return rest
    }
}

/// Looks for a person in files that people stand in.
private struct PersonSearch {
    private let name: String
    private let numbers: [String]

    /// A search for a name or a number, whatever zeros and spaces it is written with.
    init(name: String, numbers: [String]) {
        self.name = folded(name)
        self.numbers = numbers.map { String($0.drop { $0 == "0" }) }
    }

    /// Whether a file holds the name, also of somebody else, or a number; one that cannot be read is said to.
    func finds(in file: IssuedFile) -> Bool {
        guard let data = FileManager.default.contents(atPath: file.path) else { return true }
        // A workbook is packed, so that a search would find nothing in it.
        if data.starts(with: Data("PK".utf8)) { return true }
        // Nor in the encodings of before Unicode, in which rolls come in too.
        guard let text = String(validating: data, as: UTF8.self) else { return true }
        if !name.isEmpty, folded(text).contains(name) { return true }
        let digits = text.filter { !" .-\u{A0}".contains($0) }
        return numbers.contains { digits.contains($0) }
    }
}
