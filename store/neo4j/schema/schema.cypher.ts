/** Version 1: constraints and indices. Each can be run again; docs/graph-model.md tells what each is for. */
export const SCHEMA_1 = [
  'CREATE CONSTRAINT mention_key IF NOT EXISTS FOR (m:MentionKey) REQUIRE m.id IS UNIQUE',
  'CREATE CONSTRAINT account_key IF NOT EXISTS FOR (a:Account) REQUIRE a.id IS UNIQUE',
  'CREATE CONSTRAINT object_key IF NOT EXISTS FOR (o:Object) REQUIRE o.key IS UNIQUE',
  'CREATE CONSTRAINT agency_key IF NOT EXISTS FOR (a:Agency) REQUIRE a.id IS UNIQUE',
  'CREATE CONSTRAINT region_key IF NOT EXISTS FOR (r:Region) REQUIRE r.code IS UNIQUE',
  'CREATE CONSTRAINT issue_key IF NOT EXISTS FOR (i:Issue) REQUIRE i.id IS UNIQUE',
  'CREATE CONSTRAINT issue_query_key IF NOT EXISTS FOR (q:IssueQuery) REQUIRE (q.issueId, q.version) IS UNIQUE',
  'CREATE CONSTRAINT run_key IF NOT EXISTS FOR (r:Run) REQUIRE r.id IS UNIQUE',
  'CREATE CONSTRAINT run_writer_key IF NOT EXISTS FOR (w:RunWriter) REQUIRE (w.run, w.lane) IS UNIQUE',
  'CREATE CONSTRAINT run_document_key IF NOT EXISTS FOR (d:RunDocument) REQUIRE d.runId IS UNIQUE',
  'CREATE CONSTRAINT community_key IF NOT EXISTS FOR (c:Community) REQUIRE (c.run, c.number) IS UNIQUE',
  'CREATE CONSTRAINT group_key IF NOT EXISTS FOR (g:CoTimedGroup) REQUIRE g.id IS UNIQUE',
  'CREATE CONSTRAINT claim_key IF NOT EXISTS FOR (c:Claim) REQUIRE c.id IS UNIQUE',
  'CREATE CONSTRAINT import_key IF NOT EXISTS FOR (i:Import) REQUIRE i.id IS UNIQUE',
  'CREATE CONSTRAINT job_key IF NOT EXISTS FOR (j:Job) REQUIRE j.id IS UNIQUE',
  'CREATE CONSTRAINT sequence_key IF NOT EXISTS FOR (s:Sequence) REQUIRE s.name IS UNIQUE',
  'CREATE CONSTRAINT schema_key IF NOT EXISTS FOR (s:Schema) REQUIRE s.name IS UNIQUE',
  'CREATE INDEX mention_by_time IF NOT EXISTS FOR (m:Mention) ON (m.publishedAt, m.id, m.stream, m.kind)',
  'CREATE INDEX mention_by_account IF NOT EXISTS FOR (m:Mention) ON (m.accountId, m.publishedAt, m.id)',
  'CREATE INDEX mention_by_region IF NOT EXISTS FOR (m:Mention) ON (m.regionCode, m.publishedAt, m.id)',
  'CREATE INDEX mention_by_province IF NOT EXISTS FOR (m:Mention) ON (m.province, m.publishedAt, m.id)',
  "CREATE FULLTEXT INDEX mention_text IF NOT EXISTS FOR (m:Mention) ON EACH [m.words] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: false}}",
  'CREATE INDEX account_by_platform IF NOT EXISTS FOR (a:Account) ON (a.platform, a.id)',
  'CREATE INDEX account_by_agency IF NOT EXISTS FOR (a:Account) ON (a.agencyId, a.id)',
  'CREATE INDEX account_by_layer IF NOT EXISTS FOR (a:Account) ON (a.layer, a.id)',
  'CREATE INDEX account_by_outlet IF NOT EXISTS FOR (a:Account) ON (a.newsOutlet, a.id)',
  'CREATE INDEX account_by_handle IF NOT EXISTS FOR (a:Account) ON (a.handleKey, a.id)',
  'CREATE INDEX agency_by_kind IF NOT EXISTS FOR (a:Agency) ON (a.kind, a.id)',
  'CREATE INDEX agency_by_region IF NOT EXISTS FOR (a:Agency) ON (a.regionCode, a.id)',
  'CREATE INDEX agency_by_parent IF NOT EXISTS FOR (a:Agency) ON (a.parentId, a.id)',
  'CREATE INDEX region_by_parent IF NOT EXISTS FOR (r:Region) ON (r.parentCode, r.code)',
  'CREATE INDEX issue_by_owner IF NOT EXISTS FOR (i:Issue) ON (i.ownerAgencyId, i.id)',
  'CREATE INDEX run_by_issue IF NOT EXISTS FOR (r:Run) ON (r.issueId, r.startedAt, r.id)',
  'CREATE INDEX community_by_rank IF NOT EXISTS FOR (c:Community) ON (c.run, c.rank)',
  'CREATE INDEX group_by_run IF NOT EXISTS FOR (g:CoTimedGroup) ON (g.run, g.rank)',
  'CREATE INDEX import_by_path IF NOT EXISTS FOR (i:Import) ON (i.path, i.id)',
  'CREATE INDEX job_by_state IF NOT EXISTS FOR (j:Job) ON (j.state, j.number)',
  'CREATE INDEX job_by_issue IF NOT EXISTS FOR (j:Job) ON (j.issueId, j.number)',
  'CREATE INDEX in_issue_by_time IF NOT EXISTS FOR ()-[r:IN_ISSUE]-() ON (r.membership, r.at, r.mentionId, r.stream, r.kind)',
  'CREATE INDEX cascade_by_rank IF NOT EXISTS FOR ()-[r:HAS_CASCADE]-() ON (r.run, r.rank)',
  'CREATE INDEX amplified_out IF NOT EXISTS FOR ()-[r:AMPLIFIED]-() ON (r.run, r.outRank)',
  'CREATE INDEX amplified_in IF NOT EXISTS FOR ()-[r:AMPLIFIED]-() ON (r.run, r.inRank)',
  'CREATE INDEX member_by_rank IF NOT EXISTS FOR ()-[r:MEMBER_OF]-() ON (r.run, r.community, r.rank)',
  'CREATE INDEX in_group_by_account IF NOT EXISTS FOR ()-[r:IN_GROUP]-() ON (r.run, r.accountId, r.rank)',
  'CREATE INDEX co_timed_by_group IF NOT EXISTS FOR ()-[r:CO_TIMED]-() ON (r.group)',
  'CREATE INDEX evidence_by_group IF NOT EXISTS FOR ()-[r:CO_ACTED]-() ON (r.group, r.ordinal)',
  'CREATE INDEX evidence_by_edge IF NOT EXISTS FOR ()-[r:CO_ACTED]-() ON (r.group, r.from, r.to, r.ordinal)',
  "CALL db.createProperty('locked')",
] as const;

/** Version 2: the line of a group, by which it is found in all runs; those from before are the first of theirs. */
export const SCHEMA_2 = [
  'MATCH (g:CoTimedGroup) WHERE g.stableId IS NULL SET g.stableId = g.id',
  'CREATE INDEX group_by_line IF NOT EXISTS FOR (g:CoTimedGroup) ON (g.stableId)',
] as const;

/**
 * Version 3: an index for each order of cascades. Of cascades from before only the shape is known. They can be a million: in
 * one transaction their values would take more than the heap of a small server.
 */
export const SCHEMA_3 = [
  `MATCH ()-[c:HAS_CASCADE]->() WHERE c.byDepth IS NULL
CALL (c) {
  SET c.byUniqueAccounts = -c.uniqueAccounts, c.byDepth = -c.depth, c.byMaxBreadth = -c.maxBreadth,
    c.byStructuralVirality = -c.structuralVirality, c.byBusiestHour = 0, c.byPlatformHops = 0, c.byProvinceHops = 0,
    c.byStreamHops = 0
} IN TRANSACTIONS OF 10000 ROWS`,
  'CREATE INDEX cascade_by_unique_accounts IF NOT EXISTS FOR ()-[r:HAS_CASCADE]-() ON (r.run, r.byUniqueAccounts, r.rank)',
  'CREATE INDEX cascade_by_depth IF NOT EXISTS FOR ()-[r:HAS_CASCADE]-() ON (r.run, r.byDepth, r.rank)',
  'CREATE INDEX cascade_by_max_breadth IF NOT EXISTS FOR ()-[r:HAS_CASCADE]-() ON (r.run, r.byMaxBreadth, r.rank)',
  'CREATE INDEX cascade_by_virality IF NOT EXISTS FOR ()-[r:HAS_CASCADE]-() ON (r.run, r.byStructuralVirality, r.rank)',
  'CREATE INDEX cascade_by_busiest_hour IF NOT EXISTS FOR ()-[r:HAS_CASCADE]-() ON (r.run, r.byBusiestHour, r.rank)',
  'CREATE INDEX cascade_by_platform_hops IF NOT EXISTS FOR ()-[r:HAS_CASCADE]-() ON (r.run, r.byPlatformHops, r.rank)',
  'CREATE INDEX cascade_by_province_hops IF NOT EXISTS FOR ()-[r:HAS_CASCADE]-() ON (r.run, r.byProvinceHops, r.rank)',
  'CREATE INDEX cascade_by_stream_hops IF NOT EXISTS FOR ()-[r:HAS_CASCADE]-() ON (r.run, r.byStreamHops, r.rank)',
] as const;

/** Version 4: the mentions that may tell a claim, highest score first, and the log of what people decided. */
export const SCHEMA_4 = [
  'CREATE CONSTRAINT claim_decision_key IF NOT EXISTS FOR (d:ClaimDecision) REQUIRE d.id IS UNIQUE',
  'CREATE INDEX claim_decision_by_match IF NOT EXISTS FOR (d:ClaimDecision) ON (d.claimId, d.mentionId, d.number)',
  'CREATE INDEX candidate_by_claim IF NOT EXISTS FOR ()-[r:CANDIDATE_FOR]-() ON (r.claimId, r.byScore, r.mentionId)',
  'CREATE INDEX candidate_by_mention IF NOT EXISTS FOR ()-[r:CANDIDATE_FOR]-() ON (r.mentionId, r.byScore, r.claimId)',
] as const;

export const SCHEMA_VERSION = "MATCH (s:Schema {name: 'schema'}) RETURN s.version AS version";

export const AWAIT_INDEXES = 'CALL db.awaitIndexes(300)';

/** The write lock of the node: of two processes that migrate at once, the second finds the work done. */
export const LOCK_SCHEMA = `MERGE (s:Schema {name: 'schema'}) ON CREATE SET s.version = 0
SET s.lockedAt = $now RETURN s.version AS version`;

export const SET_SCHEMA_VERSION = "MATCH (s:Schema {name: 'schema'}) SET s.version = $version, s.lockedAt = null";

export const PSEUDONYM_KEY_CHECK = `MERGE (s:Schema {name: 'pseudonym key check'}) ON CREATE SET s.value = $check
RETURN s.value AS kept`;

export const KEPT_KEY_CHECK = "MATCH (s:Schema {name: 'pseudonym key check'}) RETURN s.value AS kept";
