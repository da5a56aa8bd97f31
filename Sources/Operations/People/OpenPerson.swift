import Households
import Store
import Vocabulary

/// For what somebody opens a person's page or takes people out as a file; it stands in the audit.
package enum OpeningPurpose: String, Sendable, CaseIterable {
    /// To advise and to refer the person.
    case counselling
    /// To ask what is open.
    case asking
    /// To put right what is recorded.
    case correction
    /// The person asked what is kept, or complained.
    case request
    /// To look into what somebody did.
    case control
    /// For a report that needs it.
    case report
}

/// All that one person's page shows.
package struct OpenedPerson: Sendable, Encodable {
    /// The person's last answer to one question.
    package struct Answer: Sendable, Encodable {
        /// To which.
        package let field: String
        /// The answer.
        package let value: String
        /// The day, yyyy-MM-dd.
        package let day: String
        /// Who recorded it.
        package let actor: String
    }

    /// The person's id.
    package let id: Int64
    /// What If-Match compares.
    package let version: Int
    /// The name.
    package let name: String
    /// The birth, as a person reads it.
    package let birth: String
    /// Relation to the head of the household.
    package let relation: String
    /// The ethnic group as written; nil where the roll does not say.
    package let ethnicity: String?
    /// The identity number; nil where there is none.
    package let nationalID: String?
    /// The telephone number; nil where there is none.
    package let phone: String?
    /// The best way to reach the person; nil where nobody asked.
    package let contactWay: String?
    /// Whether the person may be contacted.
    package let isContactable: Bool
    /// Since when that is so, where it was ever recorded.
    package let contactWishOn: String?
    /// The household's id.
    package let householdID: Int64
    /// The household's code.
    package let household: String
    /// The village.
    package let village: String
    /// The commune's name.
    package let commune: String
    /// What the person has answered.
    package let answers: [Answer]
}

extension Office {
    /// Opens one person's page with identity number and phone; who did and for what goes into the audit.
    ///
    /// - Throws: `OperationError.refused` with `notFound` for somebody outside the caller's area.
    package func openPerson(
        caller: Caller,
        _ id: MemberID,
        purpose: OpeningPurpose
    ) async throws -> OpenedPerson {
        try caller.require(.openPerson)
        let (vault, territory) = (vault, programme.territory)
        return try await store.write { writing in
            let reading = writing.reading
            let (member, household) = try person(id, for: caller, reading)
            // Before anything is opened: a key that was changed is found out here.
            try noteAccess(
                to: AuditSubject("member", id.rawValue),
                action: "open_person",
                purpose: purpose,
                caller: caller,
                writing
            )
            let opened = try reading.sealed(of: id).map(vault.open)
            return OpenedPerson(
                id: id.rawValue,
                version: member.version,
                name: member.name,
                birth: member.birth?.text ?? "",
                relation: member.relation,
                ethnicity: member.ethnicity,
                nationalID: opened?.nationalID,
                phone: opened?.phone,
                contactWay: member.contactWay?.rawValue,
                isContactable: member.isContactable,
                contactWishOn: try reading.wishes(of: id).last?.day.description,
                householdID: household.id.rawValue,
                household: household.code,
                village: household.village,
                commune: territory.commune(household.commune)?.name ?? household.commune.description,
                answers: try reading.answers(of: id).map { answer in
                    OpenedPerson.Answer(
                        field: answer.field.rawValue,
                        value: answer.value,
                        day: answer.day.description,
                        actor: answer.actor
                    )
                }
            )
        }
    }
}
