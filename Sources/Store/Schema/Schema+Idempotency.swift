extension Schema {
    /// Creations that were asked for under a key, with the answers they got.
    static let idempotency = """
        CREATE TABLE idempotency (
            caller TEXT NOT NULL,
            endpoint TEXT NOT NULL,
            key TEXT NOT NULL,
            fingerprint BLOB NOT NULL,
            answer BLOB NOT NULL,
            at INTEGER NOT NULL,
            PRIMARY KEY (caller, endpoint, key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX idempotency_by_age ON idempotency (at);
        """
}
