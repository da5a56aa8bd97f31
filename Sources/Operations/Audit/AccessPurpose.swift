/// What for somebody opens a person's page or takes a list of people out; noted with who and when.
package enum AccessPurpose: String, Sendable, CaseIterable {
    /// To refer the person, or to follow a referral.
    case referral
    /// To call about an open question.
    case call
    /// To check what a roll, an employer or a document says.
    case verification
    /// For a report that needs it.
    case report
    /// A complaint or a request of the person.
    case complaint
    /// To check the work of the office.
    case audit
}
