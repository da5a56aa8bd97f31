/// What letters, messages and pages say of the office itself.
package struct OfficeDetails: Hashable, Sendable {
    /// Its name.
    package let name: String
    /// The telephone number that people call back.
    package let phone: String
    /// Who signs letters of introduction where nobody says otherwise.
    package let letterSigner: String
    /// The version of the text that is read out when people agree to be referred.
    package let consentText: String
    /// How many calls a page shows of a commune at first.
    package let callsPerCommune: Int

    /// Details from their parts.
    package init(name: String, phone: String, letterSigner: String, consentText: String, callsPerCommune: Int) {
        self.name = name
        self.phone = phone
        self.letterSigner = letterSigner
        self.consentText = consentText
        self.callsPerCommune = callsPerCommune
    }
}
