extension Schema {
    /// What people want of the office, their answers, their own keys, whom not to take in again, and files with people.
    static let people = """
        ALTER TABLE member ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1);
        ALTER TABLE member ADD COLUMN contact_wish TEXT NOT NULL DEFAULT 'open'
            CHECK (contact_wish IN ('open', 'do_not_contact'));
        ALTER TABLE member ADD COLUMN contact_wish_on TEXT;
        ALTER TABLE member ADD COLUMN erased_on TEXT;

        CREATE TABLE contact_wish (
            id INTEGER NOT NULL PRIMARY KEY,
            member_id INTEGER NOT NULL REFERENCES member (id),
            wish TEXT NOT NULL CHECK (wish IN ('open', 'do_not_contact')),
            day TEXT NOT NULL,
            at INTEGER NOT NULL,
            actor TEXT NOT NULL,
            reason TEXT,
            consent_version TEXT,
            consent_language TEXT,
            consent_interpreter INTEGER CHECK (consent_interpreter IN (0, 1)),
            consent_signed INTEGER CHECK (consent_signed IN (0, 1)),
            CHECK (wish <> 'open' OR consent_version IS NOT NULL)
        ) STRICT;
        CREATE INDEX contact_wish_by_member ON contact_wish (member_id);

        CREATE TABLE member_answer (
            member_id INTEGER NOT NULL REFERENCES member (id),
            field TEXT NOT NULL,
            value TEXT NOT NULL,
            day TEXT NOT NULL,
            at INTEGER NOT NULL,
            actor TEXT NOT NULL,
            PRIMARY KEY (member_id, field)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE person_key (
            member_id INTEGER NOT NULL PRIMARY KEY REFERENCES member (id),
            wrapped BLOB NOT NULL
        ) STRICT;

        CREATE TABLE vault_key (
            purpose TEXT NOT NULL CHECK (purpose IN ('hashing', 'suppression', 'audit')),
            generation INTEGER NOT NULL CHECK (generation >= 1),
            first_line INTEGER,
            previous_mac BLOB,
            wrapped BLOB NOT NULL,
            PRIMARY KEY (purpose, generation),
            CHECK ((purpose = 'audit') = (first_line IS NOT NULL)),
            CHECK ((purpose = 'audit') = (previous_mac IS NOT NULL))
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE suppression (
            hash BLOB NOT NULL PRIMARY KEY,
            day TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE issued_file (
            id INTEGER NOT NULL PRIMARY KEY,
            path TEXT NOT NULL,
            host TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('problems', 'export')),
            made_at INTEGER NOT NULL,
            expires_on TEXT NOT NULL,
            removed_at INTEGER
        ) STRICT;
        CREATE INDEX issued_file_kept ON issued_file (path) WHERE removed_at IS NULL;

        CREATE TABLE issued_file_member (
            file_id INTEGER NOT NULL REFERENCES issued_file (id),
            member_id INTEGER NOT NULL REFERENCES member (id),
            PRIMARY KEY (file_id, member_id)
        ) STRICT, WITHOUT ROWID;

        INSERT INTO setting
        SELECT 'rebuild_due', '1' WHERE EXISTS (SELECT 1 FROM household);
        """
}
