/**
 * Searches for emerging issues, the candidates that they found, and the log of what people made of them. `body`: what the
 * search found, as JSON; what lists and later searches ask of it stands in columns.
 */
export const EMERGING_TABLES = `
CREATE TABLE emerging_search (name TEXT PRIMARY KEY, done_at INTEGER NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX emerging_search_by_time ON emerging_search (done_at DESC, name);
CREATE TABLE emerging_issue (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, search TEXT NOT NULL, found_to INTEGER NOT NULL, place INTEGER NOT NULL,
  first_from INTEGER NOT NULL, last_to INTEGER NOT NULL, state TEXT NOT NULL, taken_as TEXT, body TEXT NOT NULL
);
CREATE INDEX emerging_issue_by_place ON emerging_issue (found_to DESC, place, name);
CREATE TABLE emerging_decision (
  candidate TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL UNIQUE, verdict TEXT NOT NULL, taken_as TEXT,
  decided_by TEXT NOT NULL, reason TEXT NOT NULL, decided_at INTEGER NOT NULL, PRIMARY KEY (candidate, number)
) WITHOUT ROWID;
`;
