import Rolls
import Workbooks

/// Rolls that somebody has sent in from a page: they wait until they are taken in or thrown away.
///
/// They are kept in a private folder beside the database, each file noted so that it goes on its day, and with whoever in
/// it is erased. Of rolls that are in, only what came of them and the file of refused rows stay.
package struct WaitingImport: Sendable, Codable {
    /// A heading that somebody has put right.
    struct Correction: Sendable, Codable {
        let heading: String
        let field: String?
    }

    /// Why nothing could be made of the rolls, in both languages.
    package struct Failure: Sendable, Codable {
        /// In words.
        package let wording: Wording
        /// Whether more would leave the register than is believed, which somebody can allow.
        package let isOfManyLeaving: Bool
    }

    /// What it is known by.
    package let id: String
    /// The account that sent it; nobody else sees it.
    package let owner: String
    /// When it was sent, in Unix seconds.
    package let sentAt: Int64
    /// What the sender and this page said of it.
    package var details: Details
    /// What its files are called, in their order.
    package let names: [String]
    /// The columns of its sheets, as they were read last.
    package internal(set) var columns: [RollReport.Column] = []
    /// What it would do, or did; nil until it has been read.
    package internal(set) var report: RollReport?
    /// Why nothing could be made of it.
    package internal(set) var failure: Failure?
    /// Whether a person has seen the mapping of its headings.
    var isConfirmed = false
    /// The headings that somebody has put right.
    var corrections: [Correction] = []

    /// What is said of rolls when they are sent.
    package struct Details: Sendable, Codable {
        /// Under which name the mapping of their headings is remembered.
        package var source: String
        /// The day of the rolls, yyyy-MM-dd; nil for today.
        package var asOf: String?
        /// The commune of rolls that name none, by its code.
        package var commune: String?
        /// The encoding of files that do not say theirs.
        package var encoding: String?
        /// Whether they are complete: who is not named any more has left.
        package var isComplete = false
        /// Whether more may leave at once than is believed.
        package var mayManyLeave = false

        /// Rolls of a source of which nothing else is said.
        package init(source: String) {
            self.source = source
        }
    }

    /// The number of the import, once the rolls are in.
    package var number: Int64? { report?.outcome == .imported ? report?.number : nil }
    /// Whether everything that was read would leave the register as it is.
    package var changesNothing: Bool { report?.changesNothing ?? false }

    /// The greatest number of files that are sent at once.
    package static let mostFiles = 2
    /// The encodings that may be named, for files that are not in Unicode.
    package static let encodings = TextEncoding.allCases.map(\.rawValue)
    /// What a column can mean, by code, with its usual heading.
    package static let fields: [(code: String, wording: Wording)] = RollField.allCases.map { field in
        (field.rawValue, Wording(field.heading, field.rawValue.replacing("_", with: " ")))
    }
}

extension RollReport {
    /// Whether the register is as it was before.
    package var changesNothing: Bool {
        let changes = [households, members].map { $0.new + $0.changed + $0.left }
        return changes.allSatisfy { $0 == 0 } && ledgerOpened + ledgerEnded + duplicates == 0
    }
}
