// SPDX-License-Identifier: GPL-3.0-or-later

import Database

extension DatabaseSchema {
    /// The ledger's tables. A step that was released is never changed: another is added behind it.
    static let ledger = DatabaseSchema(
        "a ledger of runs",
        // "skmx" in ASCII.
        applicationID: 0x736B_6D78,
        migrations: [
            Migration("runs") { connection in
                try connection.execute(
                    sql: """
                        CREATE TABLE run (
                            id INTEGER PRIMARY KEY AUTOINCREMENT,
                            command TEXT NOT NULL,
                            title TEXT NOT NULL,
                            place TEXT NOT NULL,
                            start TEXT,
                            output TEXT NOT NULL,
                            key TEXT NOT NULL,
                            version TEXT NOT NULL,
                            seed TEXT NOT NULL,
                            seconds REAL,
                            work INTEGER,
                            gap REAL NOT NULL,
                            status TEXT NOT NULL,
                            reason TEXT,
                            claimed_at TEXT NOT NULL,
                            claimed_by TEXT NOT NULL,
                            host TEXT NOT NULL,
                            process INTEGER NOT NULL,
                            finished_at TEXT,
                            again_of INTEGER REFERENCES run (id)
                        ) STRICT;
                        CREATE INDEX run_key ON run (key);
                        CREATE TABLE input (
                            run INTEGER NOT NULL REFERENCES run (id),
                            owner TEXT NOT NULL,
                            path TEXT NOT NULL,
                            place TEXT NOT NULL,
                            sha256 TEXT NOT NULL,
                            is_kept INTEGER NOT NULL,
                            PRIMARY KEY (run, owner, path)
                        ) STRICT;
                        CREATE TABLE kept_file (
                            sha256 TEXT NOT NULL PRIMARY KEY,
                            bytes BLOB NOT NULL
                        ) STRICT;
                        CREATE TABLE part (
                            run INTEGER NOT NULL REFERENCES run (id),
                            key TEXT NOT NULL,
                            base TEXT NOT NULL,
                            scenario TEXT NOT NULL,
                            replicate INTEGER NOT NULL,
                            done_at TEXT NOT NULL,
                            PRIMARY KEY (run, key)
                        ) STRICT;
                        CREATE TABLE outcome (
                            id INTEGER PRIMARY KEY,
                            run INTEGER NOT NULL REFERENCES run (id),
                            base TEXT NOT NULL,
                            scenario TEXT NOT NULL,
                            price REAL NOT NULL,
                            bound REAL,
                            planned TEXT NOT NULL,
                            names TEXT NOT NULL,
                            UNIQUE (run, base, scenario)
                        ) STRICT;
                        CREATE TABLE figure (
                            outcome INTEGER NOT NULL REFERENCES outcome (id),
                            position INTEGER NOT NULL,
                            name TEXT NOT NULL,
                            title TEXT NOT NULL,
                            kind TEXT NOT NULL,
                            unit TEXT NOT NULL,
                            value REAL,
                            low REAL,
                            high REAL,
                            PRIMARY KEY (outcome, position)
                        ) STRICT;
                        CREATE TABLE output_file (
                            run INTEGER NOT NULL REFERENCES run (id),
                            path TEXT NOT NULL,
                            sha256 TEXT NOT NULL,
                            PRIMARY KEY (run, path)
                        ) STRICT;
                        """)
            }
        ])
}
