import Vocabulary
import Workbooks

/// What an import of rolls is asked to do.
package struct RollRequest: Sendable {
    /// The files: household rolls, labour rolls, or both in one, in any order.
    package var files: [String]
    /// What people call the files, where their paths say nothing to them; in the order of the files.
    package var names: [String] = []
    /// Under which name the mapping of their headings is remembered.
    package var source: String
    /// Whether a person has seen the mapping of a source that is new, or whose headings have changed.
    package var isConfirmed = false
    /// Headings with the field they mean, nil for none; they go before what is remembered and what is recognised.
    package var mapping: [(heading: String, field: String?)] = []
    /// Whether nothing is to be changed.
    package var isDryRun = false
    /// Whether the rolls are complete: who is not named any more has left.
    package var isComplete = false
    /// Whether more may leave at once than is believed.
    package var mayManyLeave = false
    /// The day of the rolls; nil for today.
    package var asOf: Day?
    /// The commune of rolls that name none.
    package var commune: UnitCode?
    /// The encoding of CSV files that are not in Unicode, where it is known.
    package var encoding: TextEncoding?
    /// The file for rows that were refused; nil for none.
    package var problemsFile: String?

    /// A request for some files of a source.
    package init(files: [String], source: String) {
        self.files = files
        self.source = source
    }
}
