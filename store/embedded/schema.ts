/**
 * Schema version 1. A mention whose parent is not known yet has a PLACEHOLDER row for it (published_at NULL), which the
 * parent fills in when it comes; placeholders are in no list and no count, so lists say published_at IS NOT NULL.
 * Kinds and streams are positions in MENTION_KINDS and STREAMS. Lists of strings are JSON, NULL when empty.
 */
const REFERENCE_TABLES = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE platform (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE region (
  code TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, parent_code TEXT REFERENCES region (code)
) WITHOUT ROWID;
CREATE INDEX region_by_parent ON region (parent_code, code);
CREATE TABLE agency (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, short_name TEXT, kind TEXT NOT NULL,
  region_code TEXT NOT NULL REFERENCES region (code), parent_id TEXT REFERENCES agency (id)
) WITHOUT ROWID;
CREATE INDEX agency_by_parent ON agency (parent_id, id);
CREATE INDEX agency_by_region ON agency (region_code, id);
`;

// The pseudonym is a function of (platform, native id), so that one unique index serves as the natural key too.
// told_at: the latest time for which a source told of the account; what older rows say does not overwrite it.
const ACCOUNT_TABLE = `
CREATE TABLE account (
  id INTEGER PRIMARY KEY, platform_id INTEGER NOT NULL, native_id TEXT NOT NULL, pseudonym TEXT NOT NULL,
  handle TEXT, display_name TEXT, followers INTEGER, created_at INTEGER, news_outlet INTEGER, agency_id TEXT, layer TEXT,
  told_at INTEGER
);
CREATE UNIQUE INDEX account_by_pseudonym ON account (pseudonym);
CREATE INDEX account_by_agency ON account (agency_id, pseudonym) WHERE agency_id IS NOT NULL;
CREATE INDEX account_by_layer ON account (layer, pseudonym) WHERE layer IS NOT NULL;
CREATE INDEX account_news ON account (pseudonym) WHERE news_outlet = 1;
CREATE INDEX account_by_handle ON account (lower(handle), pseudonym)
  WHERE handle IS NOT NULL AND (agency_id IS NOT NULL OR news_outlet = 1);
`;

const MENTION_TABLE = `
CREATE TABLE mention (
  id INTEGER PRIMARY KEY, platform_id INTEGER NOT NULL, native_id TEXT NOT NULL,
  kind INTEGER, stream INTEGER, account_id INTEGER REFERENCES account (id), published_at INTEGER,
  parent_id INTEGER REFERENCES mention (id) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL DEFAULT '', urls TEXT, hashtags TEXT, media_hashes TEXT, region_code TEXT, language TEXT,
  import_id INTEGER, import_line INTEGER
);
CREATE UNIQUE INDEX mention_by_native_id ON mention (platform_id, native_id);
CREATE INDEX mention_by_time ON mention (published_at, id, platform_id, stream, kind) WHERE published_at IS NOT NULL;
CREATE INDEX mention_by_account ON mention (account_id, published_at, id) WHERE account_id IS NOT NULL;
CREATE INDEX mention_by_parent ON mention (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX mention_by_region ON mention (substr(region_code, 1, 2), published_at, id, region_code)
  WHERE region_code IS NOT NULL;
CREATE VIRTUAL TABLE mention_text USING fts5 (
  text, content = 'mention', content_rowid = 'id', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2'
);
`;

const ISSUE_TABLES = `
CREATE TABLE issue (
  id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, title TEXT NOT NULL, query TEXT NOT NULL,
  query_version INTEGER NOT NULL, owner_agency_id TEXT, shared_with TEXT NOT NULL,
  created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL
);
CREATE TABLE issue_query (
  issue_id INTEGER NOT NULL REFERENCES issue (id), version INTEGER NOT NULL, query TEXT NOT NULL, since INTEGER NOT NULL,
  PRIMARY KEY (issue_id, version)
) WITHOUT ROWID;
CREATE TABLE issue_mention (
  issue_id INTEGER NOT NULL, published_at INTEGER NOT NULL, mention_id INTEGER NOT NULL,
  platform_id INTEGER NOT NULL, stream INTEGER NOT NULL, kind INTEGER NOT NULL,
  PRIMARY KEY (issue_id, published_at, mention_id)
) WITHOUT ROWID;
`;

// import_seen: which stored mentions an unfinished import has brought again; its own new rows carry import_line.
const IMPORT_TABLES = `
CREATE TABLE import (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL, bytes INTEGER NOT NULL, head_hash TEXT NOT NULL, format TEXT NOT NULL,
  rows INTEGER NOT NULL DEFAULT 0, rejected INTEGER NOT NULL DEFAULT 0, rejects_bytes INTEGER NOT NULL DEFAULT 0,
  added INTEGER NOT NULL DEFAULT 0, updated INTEGER NOT NULL DEFAULT 0, unchanged INTEGER NOT NULL DEFAULT 0,
  accounts_added INTEGER NOT NULL DEFAULT 0, accounts_updated INTEGER NOT NULL DEFAULT 0,
  started_at INTEGER NOT NULL, finished_at INTEGER, superseded INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX import_unfinished ON import (path, id) WHERE finished_at IS NULL AND superseded = 0;
CREATE TABLE import_seen (
  import_id INTEGER NOT NULL, mention_id INTEGER NOT NULL, line INTEGER NOT NULL, PRIMARY KEY (import_id, mention_id)
) WITHOUT ROWID;
`;

// Edges are kept once for each direction that is asked for, each in the order of its list.
const RUN_TABLES = `
CREATE TABLE run (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, issue_id INTEGER NOT NULL REFERENCES issue (id),
  query_version INTEGER NOT NULL, state TEXT NOT NULL, input_hash TEXT NOT NULL, parameters TEXT NOT NULL,
  code_version TEXT NOT NULL, counts TEXT NOT NULL, timings TEXT NOT NULL,
  started_at INTEGER NOT NULL, finished_at INTEGER, error TEXT
);
CREATE INDEX run_by_issue ON run (issue_id, started_at, id);
CREATE TABLE run_document (run_id INTEGER PRIMARY KEY REFERENCES run (id), document TEXT NOT NULL);
CREATE TABLE run_community (
  run_id INTEGER NOT NULL, number INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (run_id, number)
) WITHOUT ROWID;
CREATE TABLE run_member (
  run_id INTEGER NOT NULL, community INTEGER NOT NULL, amplified INTEGER NOT NULL, account_id INTEGER NOT NULL,
  PRIMARY KEY (run_id, community, amplified DESC, account_id)
) WITHOUT ROWID;
CREATE TABLE run_amplified_by (
  run_id INTEGER NOT NULL, account_id INTEGER NOT NULL, weight INTEGER NOT NULL, other_id INTEGER NOT NULL,
  PRIMARY KEY (run_id, account_id, weight DESC, other_id)
) WITHOUT ROWID;
CREATE TABLE run_amplifies (
  run_id INTEGER NOT NULL, account_id INTEGER NOT NULL, weight INTEGER NOT NULL, other_id INTEGER NOT NULL,
  PRIMARY KEY (run_id, account_id, weight DESC, other_id)
) WITHOUT ROWID;
CREATE TABLE run_cascade (
  run_id INTEGER NOT NULL, size INTEGER NOT NULL, root_id TEXT NOT NULL, root_account_id TEXT NOT NULL,
  started_at INTEGER NOT NULL, unique_accounts INTEGER NOT NULL, depth INTEGER NOT NULL, max_breadth INTEGER NOT NULL,
  structural_virality REAL NOT NULL, direct_share REAL NOT NULL, seconds_to_half REAL NOT NULL,
  PRIMARY KEY (run_id, size DESC, root_id)
) WITHOUT ROWID;
`;

const FINDING_TABLES = `
CREATE TABLE finding (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, run_id INTEGER NOT NULL REFERENCES run (id),
  members INTEGER NOT NULL, body TEXT NOT NULL, review_state TEXT NOT NULL
);
CREATE INDEX finding_by_run ON finding (run_id, members DESC, name);
CREATE TABLE finding_member (
  run_id INTEGER NOT NULL, account TEXT NOT NULL, members INTEGER NOT NULL, finding_id INTEGER NOT NULL,
  PRIMARY KEY (run_id, account, members DESC, finding_id)
) WITHOUT ROWID;
CREATE TABLE finding_evidence (
  finding_id INTEGER NOT NULL, ordinal INTEGER NOT NULL, from_account TEXT NOT NULL, to_account TEXT NOT NULL,
  behaviour TEXT NOT NULL, object TEXT NOT NULL, from_mention TEXT NOT NULL, to_mention TEXT NOT NULL,
  from_time INTEGER NOT NULL, to_time INTEGER NOT NULL, PRIMARY KEY (finding_id, ordinal)
) WITHOUT ROWID;
CREATE INDEX finding_evidence_by_edge ON finding_evidence (finding_id, from_account, to_account, ordinal);
`;

const JOB_TABLE = `
CREATE TABLE job (
  id INTEGER PRIMARY KEY, issue_id INTEGER NOT NULL REFERENCES issue (id), parameters TEXT NOT NULL,
  state TEXT NOT NULL, progress TEXT, run_id TEXT, error TEXT, worker TEXT, lease_until INTEGER,
  stop_asked INTEGER NOT NULL DEFAULT 0, requested_at INTEGER NOT NULL, finished_at INTEGER
);
CREATE INDEX job_by_issue ON job (issue_id, id);
CREATE INDEX job_open ON job (state, id) WHERE state IN ('QUEUED', 'RUNNING');
`;

export const SCHEMA_1 = [
  REFERENCE_TABLES,
  ACCOUNT_TABLE,
  MENTION_TABLE,
  ISSUE_TABLES,
  IMPORT_TABLES,
  RUN_TABLES,
  FINDING_TABLES,
  JOB_TABLE,
].join('');

/**
 * Version 2. `run.writer`, `import.writer`: who may write, see results-writer.ts and import-sessions.ts. `spread_kept`:
 * the network of the run is there and whole; until now only that of the newest was kept. `job.claims`: how often a worker
 * took the job up.
 */
export const SCHEMA_2 = `
ALTER TABLE import ADD COLUMN writer TEXT;
ALTER TABLE job ADD COLUMN claims INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN writer TEXT;
ALTER TABLE run ADD COLUMN spread_kept INTEGER NOT NULL DEFAULT 1;
UPDATE run SET spread_kept = 0 WHERE state <> 'DONE' OR EXISTS (SELECT 1 FROM run n
  WHERE n.issue_id = run.issue_id AND n.state = 'DONE' AND (n.started_at, n.id) > (run.started_at, run.id));
`;

/** Version 3: why a run's engine was chosen; null in runs from before there was a choice. */
export const SCHEMA_3 = 'ALTER TABLE run ADD COLUMN engine_reason TEXT;';

/** Version 4: places in the lists of a network, so that equals have the same order in every store: by account id. */
export const SCHEMA_4 = `
CREATE TABLE ranked_member (
  run_id INTEGER NOT NULL, community INTEGER NOT NULL, rank INTEGER NOT NULL, amplified INTEGER NOT NULL,
  account_id INTEGER NOT NULL, PRIMARY KEY (run_id, community, rank)
) WITHOUT ROWID;
INSERT INTO ranked_member SELECT n.run_id, n.community,
    row_number() OVER (PARTITION BY n.run_id, n.community ORDER BY n.amplified DESC, a.pseudonym) - 1, n.amplified, n.account_id
  FROM run_member n JOIN account a ON a.id = n.account_id;
DROP TABLE run_member;
ALTER TABLE ranked_member RENAME TO run_member;
${['run_amplified_by', 'run_amplifies'].map(rankedEdges).join('')}`;

/** Version 5: the line of a finding, by which it is found in all runs; those from before are the first of theirs. */
export const SCHEMA_5 = `
ALTER TABLE finding ADD COLUMN stable_id TEXT NOT NULL DEFAULT '';
UPDATE finding SET stable_id = name;
CREATE INDEX finding_by_line ON finding (stable_id);
`;

/** Version 6: all that the history of a line shows, so that no body of a finding is read for it. */
export const SCHEMA_6 = `
DROP INDEX finding_by_line;
CREATE INDEX finding_by_line ON finding (stable_id, run_id, name, members, review_state);
`;

/**
 * Version 7: all measures of cascades, and an index for each order in which they are listed. `details`: null in rows from
 * before; what orders them is 0 there. An account's own row in a network is found by its key.
 */
export const SCHEMA_7 = `
ALTER TABLE run_cascade ADD COLUMN busiest_hour INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run_cascade ADD COLUMN platform_hops INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run_cascade ADD COLUMN province_hops INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run_cascade ADD COLUMN stream_hops INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run_cascade ADD COLUMN details TEXT;
CREATE INDEX run_cascade_by_root ON run_cascade (run_id, root_id);
CREATE INDEX run_cascade_by_unique_accounts ON run_cascade (run_id, unique_accounts DESC, size DESC, root_id);
CREATE INDEX run_cascade_by_depth ON run_cascade (run_id, depth DESC, size DESC, root_id);
CREATE INDEX run_cascade_by_max_breadth ON run_cascade (run_id, max_breadth DESC, size DESC, root_id);
CREATE INDEX run_cascade_by_structural_virality ON run_cascade (run_id, structural_virality DESC, size DESC, root_id);
CREATE INDEX run_cascade_by_busiest_hour ON run_cascade (run_id, busiest_hour DESC, size DESC, root_id);
CREATE INDEX run_cascade_by_platform_hops ON run_cascade (run_id, platform_hops DESC, size DESC, root_id);
CREATE INDEX run_cascade_by_province_hops ON run_cascade (run_id, province_hops DESC, size DESC, root_id);
CREATE INDEX run_cascade_by_stream_hops ON run_cascade (run_id, stream_hops DESC, size DESC, root_id);
CREATE INDEX run_member_by_account ON run_member (run_id, account_id);
`;

/**
 * Version 8: claims, the mentions that may tell them, and the log of what people decided. Lists and reviews as JSON; claims
 * and mentions by their ids, in whose order matches of one score are listed.
 */
export const SCHEMA_8 = `
CREATE TABLE claim (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, texts TEXT NOT NULL, body TEXT, claimant TEXT,
  appearances TEXT NOT NULL, reviews TEXT NOT NULL
);
CREATE TABLE claim_match (
  claim TEXT NOT NULL, mention TEXT NOT NULL, score REAL NOT NULL, method TEXT NOT NULL, overlap TEXT NOT NULL,
  state TEXT NOT NULL, matched_at INTEGER NOT NULL, PRIMARY KEY (claim, mention)
) WITHOUT ROWID;
CREATE INDEX claim_match_by_claim ON claim_match (claim, score DESC, mention);
CREATE INDEX claim_match_by_mention ON claim_match (mention, score DESC, claim);
CREATE TABLE claim_decision (
  claim TEXT NOT NULL, mention TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL UNIQUE, verdict TEXT NOT NULL,
  decided_by TEXT NOT NULL, reason TEXT NOT NULL, decided_at INTEGER NOT NULL, PRIMARY KEY (claim, mention, number)
) WITHOUT ROWID;
`;

function rankedEdges(table: string): string {
  return `
CREATE TABLE ranked_edge (
  run_id INTEGER NOT NULL, account_id INTEGER NOT NULL, rank INTEGER NOT NULL, weight INTEGER NOT NULL,
  other_id INTEGER NOT NULL, PRIMARY KEY (run_id, account_id, rank)
) WITHOUT ROWID;
INSERT INTO ranked_edge SELECT e.run_id, e.account_id,
    row_number() OVER (PARTITION BY e.run_id, e.account_id ORDER BY e.weight DESC, o.pseudonym) - 1, e.weight, e.other_id
  FROM ${table} e JOIN account o ON o.id = e.other_id;
DROP TABLE ${table};
ALTER TABLE ranked_edge RENAME TO ${table};
`;
}
