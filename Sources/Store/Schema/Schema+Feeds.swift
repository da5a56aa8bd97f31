extension Schema {
    /// Runs of feeds, what they refused, and what is known of a vacancy beyond its feed's last word.
    static let feeds = """
        ALTER TABLE vacancy ADD COLUMN first_seen_at INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE vacancy ADD COLUMN last_seen_at INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE vacancy ADD COLUMN changed_at INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE vacancy ADD COLUMN misses INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE vacancy ADD COLUMN closed_reason TEXT CHECK (closed_reason IN (
            'absent', 'closed_by_employer', 'expired', 'feed_empty', 'source_disabled'));
        ALTER TABLE vacancy ADD COLUMN closed_at INTEGER;
        ALTER TABLE vacancy ADD COLUMN unit_code TEXT;
        ALTER TABLE vacancy ADD COLUMN unit_vintage INTEGER CHECK (unit_vintage IN (2024, 2025));
        ALTER TABLE vacancy ADD COLUMN wage_kind TEXT NOT NULL DEFAULT 'unstated' CHECK (wage_kind IN (
            'range', 'from', 'up_to', 'exact', 'negotiable', 'unstated'));
        ALTER TABLE vacancy ADD COLUMN wage_confidence TEXT NOT NULL DEFAULT 'high' CHECK (wage_confidence IN (
            'high', 'medium', 'low'));
        ALTER TABLE vacancy ADD COLUMN openings_assumed INTEGER NOT NULL DEFAULT 0 CHECK (openings_assumed IN (0, 1));
        ALTER TABLE vacancy ADD COLUMN openings_since INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE vacancy ADD COLUMN confirmed_on TEXT;
        ALTER TABLE vacancy ADD COLUMN twin_key TEXT;
        ALTER TABLE vacancy ADD COLUMN twin_of INTEGER REFERENCES vacancy (id);
        ALTER TABLE vacancy ADD COLUMN raw TEXT NOT NULL DEFAULT '{}';
        CREATE INDEX vacancy_open_by_source ON vacancy (source) WHERE closed_reason IS NULL;
        CREATE INDEX vacancy_open_by_twin_key ON vacancy (twin_key, source)
            WHERE closed_reason IS NULL AND twin_key IS NOT NULL;

        CREATE TABLE feed_run (
            id INTEGER NOT NULL PRIMARY KEY,
            source TEXT NOT NULL,
            at INTEGER NOT NULL,
            location TEXT NOT NULL,
            outcome TEXT NOT NULL CHECK (outcome IN (
                'complete', 'partial', 'damaged', 'unchanged', 'held', 'deferred', 'failed', 'disabled')),
            is_counted INTEGER NOT NULL CHECK (is_counted IN (0, 1)),
            replay_of INTEGER REFERENCES feed_run (id),
            dialect TEXT,
            body_hash TEXT,
            received INTEGER NOT NULL,
            added INTEGER NOT NULL,
            changed INTEGER NOT NULL,
            unchanged INTEGER NOT NULL,
            duplicates INTEGER NOT NULL,
            quarantined INTEGER NOT NULL,
            warnings INTEGER NOT NULL,
            missing INTEGER NOT NULL,
            closed INTEGER NOT NULL,
            reopened INTEGER NOT NULL,
            would_close INTEGER NOT NULL,
            hold TEXT CHECK (hold IN ('bulk', 'empty', 'shrunk')),
            failure TEXT,
            milliseconds INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX feed_run_by_source ON feed_run (source, id);
        INSERT INTO feed_run (source, at, location, outcome, is_counted, received, added, changed, unchanged, duplicates,
            quarantined, warnings, missing, closed, reopened, would_close, failure, milliseconds)
        SELECT source, at, file, CASE WHEN failure IS NULL THEN 'partial' ELSE 'failed' END, 0, records, added, changed,
            unchanged, 0, rejected, 0, 0, 0, 0, 0, failure, 0 FROM ingest ORDER BY id;
        DROP TABLE ingest;

        CREATE TABLE feed_body (
            run_id INTEGER NOT NULL REFERENCES feed_run (id),
            position INTEGER NOT NULL,
            name TEXT NOT NULL,
            hash TEXT NOT NULL CHECK (length(hash) = 64),
            bytes INTEGER NOT NULL,
            PRIMARY KEY (run_id, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE feed_state (
            source TEXT NOT NULL PRIMARY KEY,
            etag TEXT,
            last_modified TEXT,
            validators_url TEXT,
            body_hash TEXT,
            body_is_complete INTEGER NOT NULL CHECK (body_is_complete IN (0, 1)),
            body_records INTEGER NOT NULL,
            seen_at INTEGER NOT NULL,
            counted_at INTEGER NOT NULL,
            hold TEXT CHECK (hold IN ('bulk', 'empty', 'shrunk')),
            held_since INTEGER,
            held_runs INTEGER,
            not_before INTEGER,
            believed_from INTEGER NOT NULL,
            reading_key TEXT,
            dialect TEXT,
            is_flawed INTEGER NOT NULL CHECK (is_flawed IN (0, 1)),
            CHECK ((hold IS NULL) = (held_since IS NULL) AND (hold IS NULL) = (held_runs IS NULL))
        ) STRICT;

        CREATE TABLE quarantine (
            id INTEGER NOT NULL PRIMARY KEY,
            run_id INTEGER NOT NULL REFERENCES feed_run (id),
            number INTEGER NOT NULL,
            line INTEGER NOT NULL,
            start INTEGER NOT NULL,
            length INTEGER NOT NULL,
            reference TEXT,
            reason TEXT NOT NULL,
            fault_line INTEGER,
            fragment BLOB NOT NULL CHECK (length(fragment) <= 65536)
        ) STRICT;
        CREATE INDEX quarantine_by_run ON quarantine (run_id, number);
        """
}
