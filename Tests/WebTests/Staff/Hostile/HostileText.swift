import Foundation
import GRDB
import Store

/// Texts that people and files may hold and that no page may take for anything but text.
enum HostileText {
    /// The text of a field; it names the field, so that a page tells which it shows.
    static func of(_ field: String) -> String {
        "\"><img src=x onerror=alert(1)></textarea></title><script>alert('\(field)')</script>'{{frame}}&amp;\u{202E}x"
    }

    /// The same without the slash, which no segment of a path may hold.
    static func inPath(_ field: String) -> String { of(field).replacing("/", with: "") }

    /// The fields whose texts stand somewhere in a text as they are meant.
    static func fields(in text: String) -> Set<String> {
        Set(text.matches(of: /alert\('([A-Za-z0-9_.-]+)'\)/).map { String($0.1) })
    }

    /// Columns into which people and files write text, by table, of which something stands on a page.
    static let shown: [String: [String]] = [
        "account": ["name", "full_name"],
        "audit": ["actor", "action"],
        "coverage_entry": ["workplace", "correction_reason"],
        "employer": ["name", "blocked_by", "blocked_reason", "licence_number"],
        "employer_confirmation": ["confirmed_by", "licence_number", "withdrawn_by"],
        "employer_contact": ["name", "position", "phone", "email"],
        "feed_run": ["location", "dialect"],
        "household": ["code", "village", "head_name"],
        "member": ["name", "relation", "ethnicity", "workplace", "job_text", "wanted_text"],
        "letter": ["number", "signer"],
        "program_token": ["name", "made_by"],
        "quarantine": ["reference", "fragment"],
        "referral": ["officer", "override_reason", "letter_number"],
        "referral_event": ["actor", "reason", "evidence"],
        "roll_import": ["source", "files"],
        "vacancy": ["source", "reference", "title", "text", "employer", "place_text", "raw"],
    ]

    /// Such columns of which no page shows anything.
    static let hidden: [String: [String]] = [
        "audit_note": ["text"],
        "contact_wish": ["reason", "actor"],
        "coverage_entry": ["corrected_by", "policy_version"],
        "feed_body": ["name"],
        "household_past": ["village"],
        "member_answer": ["actor"],
        "member_past": ["ethnicity"],
        "outcome_report": ["source", "settled_by", "settled_reason"],
        "publication": ["actor"],
        "referral": ["consent_version", "letter_signer"],
        "referral_event": ["undone_by"],
        "roll_mapping": ["heading"],
        "unreached_call": ["actor"],
        "vacancy": ["url"],
    ]

    /// Columns whose texts are the program's own: codes, days, hashes, keys, and texts in a form of ours; one table on a line.
    private static let codes = """
        account: role
        account_area: code kind village
        audit: detail purpose subject_kind
        class_period: escaped_on from_day poverty_class
        contact_wish: consent_language consent_version day wish
        coverage_entry: contract_band evidence from_day kind origin outcome_evidence to_day told_on
        departure_period: from_day reason to_day
        duplicate: decision ground
        employer: kind parent_code search_key tax_code
        employer_confirmation: day tax_code valid_until way
        event: data kind subject_kind
        feed_body: hash
        feed_run: body_hash failure hold outcome source
        feed_state: body_hash dialect etag hold last_modified reading_key source validators_url
        household: class_since commune departed_on departure deprivations escaped_on opened_on poverty_class
            rolled_on search_key
        household_past: commune
        household_state: commune coverability reason standing
        idempotency: caller endpoint key
        issued_file: expires_on host kind path
        letter: expires issued_on
        member: ability ability_review_on activity away away_since birth contact_way contact_wish contact_wish_on
            contract_band current_commune departed_on departure erased_on languages past_occupation reach roll_key
            rolled_on search_key sex skills trained_occupation wanted_occupation work_place work_since work_status
        member_answer: day field value
        member_past: ability ability_review_on activity away birth contract_band sex work_place work_since work_status
        outcome_report: contract_band day differs evidence fingerprint kind
        pin_review: reason
        program_token: used_on
        program_token_area: code kind village
        program_token_scope: scope
        proposal: commune
        publication: body from_day to_day
        quarantine: reason
        referral: consent_language due end_reason ended_on exit_reason hire_contract hire_evidence hire_start
            letter_expires made_on poverty_class stage
        referral_event: day detail step
        refusal: kind value
        retention_check: evidence
        roll_import: day report
        roll_mapping: field source
        run: day policy summary
        setting: name value
        suppression: day
        unreached_call: day
        vacancy: closed_reason confirmed_on contract_kind expires_on languages occupation place_code place_kind
            posted_on search_key skills tax_code twin_key unit_code wage_confidence wage_kind wished_sex
        vacancy_past: occupation place_code place_kind
        vault_key: purpose
        """

    /// Columns of text that nobody has said anything of here.
    static func unknown(_ path: String) throws -> Set<String> {
        var known: Set<String> = []
        for (table, columns) in shown.merging(hidden, uniquingKeysWith: +) {
            known.formUnion(columns.map { "\(table).\($0)" })
        }
        var table = ""
        for word in codes.split(whereSeparator: \.isWhitespace) {
            if word.hasSuffix(":") { table = String(word.dropLast()) } else { known.insert("\(table).\(word)") }
        }
        return try columns(path).subtracting(known).filter { !$0.hasPrefix("grdb_") }
    }

    /// Writes them into every row of an office's database.
    static func fill(_ path: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { database in
            try database.execute(
                sql: """
                    INSERT INTO quarantine (run_id, number, line, start, length, reference, reason, fragment)
                    VALUES (3, 1, 1, 0, 1, 'x', 'missing', X'')
                    """
            )
            for (table, columns) in shown.merging(hidden, uniquingKeysWith: +) {
                for column in columns {
                    let name = "\(table).\(column)"
                    let text = name == "account.name" ? inPath(name) : of(name)
                    let value: String =
                        switch name {
                        // What must differ from row to row.
                        case "account.name", "household.code", "vacancy.reference", "referral.letter_number",
                            "letter.number", "roll_mapping.heading":
                            "? || \(column)"
                        case "roll_import.files": "? || ' 0'"
                        case "vacancy.raw":
                            "(SELECT json_group_object(key, ?) FROM json_each(json_set(raw, '$.description', '')))"
                        case "quarantine.fragment": "CAST(? AS BLOB)"
                        default: "?"
                        }
                    let condition = onlyWhereFilled.contains(name) ? " WHERE \(column) IS NOT NULL" : ""
                    let statement = "UPDATE \(table) SET \(column) = \(value)" + condition
                    let isURL = column == "url"
                    let arguments = Array(
                        repeating: isURL ? "javascript:alert('vacancy.url')" : text,
                        count: value.count { $0 == "?" }
                    )
                    try database.execute(sql: statement, arguments: StatementArguments(arguments))
                }
            }
        }
        try queue.close()
    }

    /// Columns that may be filled only in rows where they are.
    private static let onlyWhereFilled: Set = [
        "coverage_entry.correction_reason", "coverage_entry.corrected_by", "employer.blocked_by",
        "employer.blocked_reason", "employer_confirmation.withdrawn_by", "referral.consent_version",
        "referral.letter_number",
        "referral_event.undone_by",
    ]

    /// All columns of text.
    private static func columns(_ path: String) throws -> Set<String> {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        return try queue.read { database in
            Set(
                try String.fetchAll(
                    database,
                    sql: """
                        SELECT t.name || '.' || c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c
                        WHERE t.type = 'table' AND c.type = 'TEXT'
                        """
                )
            )
        }
    }
}
