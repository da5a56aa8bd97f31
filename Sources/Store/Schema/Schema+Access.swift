extension Schema {
    /// Accounts with roles and areas, sessions that end when nobody uses them, tokens of programs, sign-ins that failed, and
    /// audit lines that name what they are about.
    ///
    /// An account of before could do and see everything, so it becomes a supervisor of the whole province: nobody loses
    /// access overnight, and whoever keeps the accounts narrows it. A token of before belonged to an account and read plan
    /// and reports of the whole province; it goes on as a program's token that may read just these. Whoever had signed in
    /// signs in again.
    static let access = """
        CREATE TABLE account_since_9 (
            id INTEGER NOT NULL PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            full_name TEXT NOT NULL,
            role TEXT NOT NULL CHECK (role IN (
                'commune_officer', 'counsellor', 'specialist', 'supervisor', 'reporter', 'auditor', 'administrator')),
            salt BLOB NOT NULL,
            password_hash BLOB NOT NULL,
            must_change_password INTEGER NOT NULL CHECK (must_change_password IN (0, 1)),
            created_at INTEGER NOT NULL,
            disabled_at INTEGER,
            version INTEGER NOT NULL CHECK (version >= 1)
        ) STRICT;
        INSERT INTO account_since_9
            SELECT id, name, '', 'supervisor', salt, password_hash, 0, created_at, NULL, 1 FROM account;

        CREATE TABLE program_token (
            id INTEGER NOT NULL PRIMARY KEY,
            name TEXT NOT NULL,
            secret_hash BLOB NOT NULL UNIQUE,
            made_by TEXT NOT NULL,
            made_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL,
            used_on TEXT,
            revoked_at INTEGER
        ) STRICT;
        CREATE INDEX program_token_by_name ON program_token (name);
        CREATE TABLE program_token_scope (
            token_id INTEGER NOT NULL REFERENCES program_token (id),
            scope TEXT NOT NULL CHECK (scope IN ('feeds', 'reports', 'outcomes', 'plan')),
            PRIMARY KEY (token_id, scope)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE program_token_area (
            token_id INTEGER NOT NULL REFERENCES program_token (id),
            kind TEXT NOT NULL CHECK (kind IN ('province', 'district', 'commune', 'village')),
            code TEXT NOT NULL,
            village TEXT NOT NULL,
            PRIMARY KEY (token_id, kind, code, village),
            CHECK ((kind = 'province') = (code = '')),
            CHECK ((kind = 'village') = (village <> ''))
        ) STRICT, WITHOUT ROWID;
        INSERT INTO program_token (id, name, secret_hash, made_by, made_at, expires_at)
            SELECT s.rowid, a.name || '-' || s.rowid, s.token_hash, a.name, a.created_at, s.expires_at
            FROM session s JOIN account a ON a.id = s.account_id WHERE s.kind = 'token';
        INSERT INTO program_token_scope SELECT id, 'plan' FROM program_token;
        INSERT INTO program_token_scope SELECT id, 'reports' FROM program_token;
        INSERT INTO program_token_area SELECT id, 'province', '', '' FROM program_token;

        DROP TABLE session;
        DROP TABLE account;
        ALTER TABLE account_since_9 RENAME TO account;

        CREATE TABLE account_area (
            account_id INTEGER NOT NULL REFERENCES account (id),
            kind TEXT NOT NULL CHECK (kind IN ('province', 'district', 'commune', 'village')),
            code TEXT NOT NULL,
            village TEXT NOT NULL,
            PRIMARY KEY (account_id, kind, code, village),
            CHECK ((kind = 'province') = (code = '')),
            CHECK ((kind = 'village') = (village <> ''))
        ) STRICT, WITHOUT ROWID;
        INSERT INTO account_area SELECT id, 'province', '', '' FROM account;

        CREATE TABLE account_employer (
            account_id INTEGER NOT NULL REFERENCES account (id),
            employer_id INTEGER NOT NULL,
            PRIMARY KEY (account_id, employer_id)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE session (
            secret_hash BLOB NOT NULL PRIMARY KEY,
            account_id INTEGER NOT NULL REFERENCES account (id),
            made_at INTEGER NOT NULL,
            used_at INTEGER NOT NULL,
            idle_seconds INTEGER NOT NULL CHECK (idle_seconds >= 0),
            expires_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX session_by_account ON session (account_id);

        CREATE TABLE sign_in_failure (
            subject BLOB NOT NULL PRIMARY KEY,
            failures INTEGER NOT NULL CHECK (failures >= 0),
            last_at INTEGER NOT NULL,
            locked_until INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        ALTER TABLE audit ADD COLUMN form INTEGER NOT NULL DEFAULT 1 CHECK (form IN (1, 2));
        ALTER TABLE audit ADD COLUMN subject_kind TEXT;
        ALTER TABLE audit ADD COLUMN subject_id INTEGER CHECK ((subject_id IS NULL) = (subject_kind IS NULL));
        ALTER TABLE audit ADD COLUMN purpose TEXT;
        ALTER TABLE audit ADD COLUMN note_hash BLOB;
        CREATE INDEX audit_by_subject ON audit (subject_kind, subject_id) WHERE subject_kind IS NOT NULL;
        CREATE INDEX audit_by_actor ON audit (actor);
        CREATE INDEX audit_by_time ON audit (at);

        CREATE TABLE audit_note (
            audit_id INTEGER NOT NULL PRIMARY KEY REFERENCES audit (id),
            text TEXT NOT NULL
        ) STRICT;
        """
}
