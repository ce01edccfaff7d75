// SPDX-License-Identifier: GPL-3.0-or-later

import Database
import GRDB

extension WebStore {
    /// What a server keeps for whoever works the sessions of a plan: who of a roster an account is, what was handed out
    /// and seen, calendars by address, and swaps. Plans that are published already are handed out once.
    static let ownSessions = DatabaseSchema.Migration("4 own sessions") { db in
        try db.execute(
            sql: """
                CREATE TABLE roster (
                  staff TEXT PRIMARY KEY, person INTEGER NOT NULL REFERENCES person(id)) STRICT;
                CREATE TABLE seen (
                  id INTEGER PRIMARY KEY AUTOINCREMENT, person INTEGER NOT NULL REFERENCES person(id),
                  week INTEGER NOT NULL REFERENCES week(id), run INTEGER NOT NULL REFERENCES run(id),
                  fingerprint TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
                CREATE INDEX seen_week ON seen (week, person);
                CREATE TABLE calendar (
                  person INTEGER PRIMARY KEY REFERENCES person(id), digest TEXT NOT NULL UNIQUE,
                  made INTEGER NOT NULL) STRICT;
                CREATE TABLE handout (
                  id INTEGER PRIMARY KEY AUTOINCREMENT, week INTEGER NOT NULL REFERENCES week(id),
                  run INTEGER NOT NULL REFERENCES run(id), is_back INTEGER NOT NULL, at INTEGER NOT NULL,
                  is_done INTEGER NOT NULL DEFAULT 0, problem TEXT NOT NULL DEFAULT '') STRICT;
                CREATE INDEX handout_week ON handout (week);
                INSERT INTO handout (week, run, is_back, at)
                  SELECT week, id, 0, COALESCE(ended, asked) FROM run WHERE plan <> 'draft' ORDER BY id;
                CREATE TABLE swap (
                  id INTEGER PRIMARY KEY AUTOINCREMENT, week INTEGER NOT NULL REFERENCES week(id),
                  run INTEGER NOT NULL REFERENCES run(id), person INTEGER NOT NULL REFERENCES person(id),
                  staff TEXT NOT NULL, session TEXT NOT NULL, begins INTEGER NOT NULL, to_staff TEXT,
                  in_return TEXT NOT NULL, note TEXT NOT NULL, at INTEGER NOT NULL, state TEXT NOT NULL,
                  taker INTEGER REFERENCES person(id), taker_staff TEXT, taker_session TEXT,
                  taker_begins INTEGER, taken_at INTEGER, made_run INTEGER REFERENCES run(id),
                  decided_by TEXT, decided_at INTEGER, why TEXT NOT NULL DEFAULT '') STRICT;
                CREATE INDEX swap_state ON swap (state);
                CREATE TABLE swap_trial (
                  swap INTEGER NOT NULL REFERENCES swap(id), staff TEXT NOT NULL, session TEXT NOT NULL,
                  is_possible INTEGER NOT NULL, answer TEXT NOT NULL, at INTEGER NOT NULL,
                  PRIMARY KEY (swap, staff, session)) STRICT;
                """)
    }
}
