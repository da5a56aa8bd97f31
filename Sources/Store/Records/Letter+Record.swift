import GRDB
import Referrals
import Vocabulary

/// A line of the register of letters; numbers are given one after the other within a year, and none is given twice.
package struct RegisteredLetter: Hashable, Sendable {
    /// The letter.
    package let letter: Letter
    /// Its place within the year, from 1.
    package let place: Int
    /// The referral.
    package let referral: ReferralID
    /// The day on which it was made.
    package let issuedOn: Day
    /// Whether it no longer holds; its number stays its own.
    package let isCancelled: Bool
}

extension RegisteredLetter {
    fileprivate init(row: Row) throws {
        letter = Letter(
            number: row["number"],
            signer: row["signer"],
            expires: try row.value("expires", table: "letter") { Day(iso: $0) }
        )
        place = row["place"]
        referral = try row.id("referral_id", table: "letter")
        issuedOn = try row.value("issued_on", table: "letter") { Day(iso: $0) }
        isCancelled = row["cancelled_by"] as Int64? != nil
    }
}

extension Reading {
    /// The place within a year that the next letter gets.
    package func nextLetter(of year: Int) throws -> Int {
        try Int.fetchOne(
            database,
            sql: "SELECT COALESCE(MAX(place), 0) + 1 FROM letter WHERE year = ?",
            arguments: [year]
        )
            ?? 1
    }

    /// The letters of a referral, oldest first.
    package func letters(of referral: ReferralID) throws -> [RegisteredLetter] {
        let sql = "SELECT * FROM letter WHERE referral_id = ? ORDER BY year, place"
        return try Row.fetchAll(database, sql: sql, arguments: [referral.rawValue]).map(RegisteredLetter.init(row:))
    }

    /// The letter of a number, whatever is written large or small; nil where none has it.
    package func letter(numbered number: String) throws -> RegisteredLetter? {
        let sql = "SELECT * FROM letter WHERE number = ? COLLATE NOCASE"
        return try Row.fetchOne(database, sql: sql, arguments: [number]).map(RegisteredLetter.init(row:))
    }

    /// The register of a year, by number.
    package func letters(of year: Int) throws -> [RegisteredLetter] {
        let sql = "SELECT * FROM letter WHERE year = ? ORDER BY place"
        return try Row.fetchAll(database, sql: sql, arguments: [year]).map(RegisteredLetter.init(row:))
    }
}

extension Writing {
    /// Enters a letter into the register.
    package func add(_ letter: Letter, place: Int, of referral: ReferralID, event: Int64, on day: Day) throws {
        try database.execute(
            sql: """
                INSERT INTO letter (year, place, number, referral_id, event_id, signer, issued_on, expires)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                day.year, place, letter.number, referral.rawValue, event, letter.signer, day.description,
                letter.expires.description,
            ]
        )
    }

    /// Cancels the letters of a referral that still hold, because of an event; the one that the event itself made stays.
    package func cancelLetters(of referral: ReferralID, because event: Int64) throws {
        try database.execute(
            sql: "UPDATE letter SET cancelled_by = ? WHERE referral_id = ? AND cancelled_by IS NULL AND event_id <> ?",
            arguments: [event, referral.rawValue, event]
        )
    }

    /// Takes back what an event did to letters: those that it cancelled hold again, the one that it made does not.
    package func takeBackLetters(of event: Int64) throws {
        try database.execute(sql: "UPDATE letter SET cancelled_by = NULL WHERE cancelled_by = ?", arguments: [event])
        try database.execute(sql: "UPDATE letter SET cancelled_by = event_id WHERE event_id = ?", arguments: [event])
    }
}
