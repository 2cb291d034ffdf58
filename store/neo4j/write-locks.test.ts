import { describeOnTestNeo4j } from '../../test/neo4j/describe-on-test-neo4j.js';
import { adapterFiles, exportsOf } from '../../test/neo4j/statements.js';
import { emptyTestDatabase, testConnection } from '../../test/neo4j/test-database.js';
import { ADD_MATCHES, CLEAR_MATCHES, LOCK_MATCH as LOCK_LOG } from './claims/claim-matches.cypher.js';
import { LOCK_CLAIMS } from './claims/claims.cypher.js';
import type { Neo4jConnection } from './connection.js';
import { LOCK_CANDIDATE, LOCK_SEARCHES, PUT_CANDIDATES } from './emerging/emerging.cypher.js';
import { LOCK_ACCOUNTS, LOCK_MENTIONS } from './ingest/batch-rows.cypher.js';
import { BEGUN_BEFORE, LOCK_IMPORT } from './ingest/import-sessions.cypher.js';
import { AWAIT_BATCHES, FORGET_SET, FORGET_UNMADE, GIVE_UP } from './issues/dead-sets.cypher.js';
import { ADD_ISSUE, LOCK_ISSUE, NEXT_MEMBERSHIP, STILL_PENDING } from './issues/issue.cypher.js';
import { LOCK_AND_LOAD, LOCK_AND_SCAN } from './issues/membership.cypher.js';
import type { Parameters } from './parameters.js';
import { HIDE_GROUPS } from './runs/drop-results.cypher.js';
import { LOCK_REVIEWS } from './runs/finding-reviews.cypher.js';
import { BEGIN_SLICE, HOLD_LANE } from './runs/results-writer.cypher.js';
import { ensureSchema } from './schema/ensure-schema.js';
import { KEEP_CHECKPOINT } from './transfer/unfinished-copy.cypher.js';

const GRAPH = `CREATE (:Account {id: 'a', followers: 1}), (:Import {id: 1, path: 'f', rows: 1}),
  (i:Issue {id: 'i', title: 'old', membership: 0, dead: [3]}), (:Sequence {name: 'membership', value: 3}),
  (:CoTimedGroup {id: 'g', reviewState: 'UNREVIEWED', rank: 0}), (:RunWriter {run: 1, lane: 0, token: 't', slice: 0}), (:Schema {name: 'unfinished copy', value: 'old'}),
  (m:MentionKey:Mention {id: 'x:1', text: 'old'})<-[:RESPONDS_TO]-(:MentionKey:Mention {id: 'x:2', parentId: 'x:1'}),
  (:EmergingIssue {id: 'e', state: 'CANDIDATE', body: 'old'}),
  (m)-[:CANDIDATE_FOR {claimId: 'c', mentionId: 'x:1', state: 'CANDIDATE', score: 0.5}]->(:Claim {id: 'c'})`;
const PENDING = "MATCH (i:Issue {id: 'i'}) SET i.pending = 4";
const MADE = "MATCH (i:Issue {id: 'i'}) SET i.membership = 5, i.dead = []";
const LOCK_MATCH = "MATCH ()-[r:CANDIDATE_FOR {claimId: 'c'}]->() REMOVE r.locked";
const CONFIRMED = "MATCH ()-[r:CANDIDATE_FOR {claimId: 'c'}]->() SET r.state = 'CONFIRMED'";
const MATCH = 'MATCH ()-[r:CANDIDATE_FOR]->() RETURN r.state AS state, r.score AS score';
const SEARCHES = 'MATCH (s:EmergingSearch) RETURN s.id AS id';
const DEAD = "MATCH (i:Issue {id: 'i'}) RETURN i.dead AS dead";

interface Case {
  readonly name: string;
  readonly statement: string;
  readonly parameters: Parameters;
  /** How things stand before. */
  readonly before?: string;
  /** By what the first takes the lock, where the statement itself would do more. */
  readonly hold?: string;
  /** What the first changes once it holds the lock. */
  readonly change: string;
  /** What the second sees when it has it; else the answer to `look` afterwards. */
  readonly seen: readonly unknown[];
  readonly look?: string;
}

const issue = { id: 'i', title: 'new', query: 'q', ownerAgencyId: null, sharedWith: [] };
const match = { mentionId: 'x:1', claimId: 'c' };
const decision = { id: 'second', verdict: 'REJECTED', by: 'Ani', reason: 'it denies it', now: 2 };
const found = {
  ...{ id: 'e', state: 'CANDIDATE', issueId: null, searchId: 's', foundTo: 1, place: 0, firstFrom: 0, lastTo: 1 },
  body: 'new',
};
const lane = { run: 1, lane: 0, token: 't' };
const having = (facts: object) => expect.objectContaining(facts);
const CASES: readonly Case[] = [
  {
    ...{ name: 'LOCK_ACCOUNTS', statement: LOCK_ACCOUNTS, parameters: { ids: ['a'] } },
    change: "MATCH (a:Account {id: 'a'}) SET a.followers = 2",
    seen: [{ account: having({ followers: 2 }) }],
  },
  {
    ...{ name: 'LOCK_MENTIONS', statement: LOCK_MENTIONS, parameters: { ids: ['x:1'] } },
    change: "MATCH (m:MentionKey {id: 'x:1'}) SET m.text = 'new'",
    seen: [{ mention: having({ text: 'new' }) }],
  },
  {
    ...{ name: 'LOCK_IMPORT', statement: LOCK_IMPORT, parameters: { id: 1 } },
    change: 'MATCH (i:Import {id: 1}) SET i.rows = 2',
    seen: [{ import: having({ rows: 2 }) }],
  },
  {
    ...{ name: 'BEGUN_BEFORE', statement: BEGUN_BEFORE, parameters: { path: 'f', beginning: 'b' } },
    ...{ change: "MATCH (i:Import {id: 1}) SET i.lastBatch = 'b'", seen: [{ import: having({ id: 1 }) }] },
  },
  {
    ...{ name: 'LOCK_AND_LOAD', statement: LOCK_AND_LOAD, parameters: { ids: ['x:2'] } },
    change: "MATCH (m:MentionKey {id: 'x:1'}), (i:Issue {id: 'i'}) CREATE (m)-[:IN_ISSUE {membership: 5}]->(i)",
    seen: [having({ id: 'x:2', parentMemberships: [5] })],
  },
  {
    ...{ name: 'LOCK_AND_SCAN', statement: LOCK_AND_SCAN, parameters: { after: '', slice: 2 } },
    change: "MATCH (m:MentionKey {id: 'x:1'}) SET m.text = 'new'",
    seen: [having({ text: 'new' }), having({ id: 'x:2' })],
  },
  {
    ...{ name: 'AWAIT_BATCHES', statement: AWAIT_BATCHES, parameters: {} },
    ...{ change: 'MATCH (i:Import {id: 1}) SET i.finishedAt = 1', seen: [] },
  },
  {
    ...{ name: 'GIVE_UP', statement: GIVE_UP, parameters: { id: 'i', pending: 4 }, before: PENDING },
    ...{ hold: LOCK_ISSUE, change: "MATCH (i:Issue {id: 'i'}) SET i.pending = 5", look: DEAD, seen: [{ dead: [3] }] },
  },
  {
    ...{ name: 'FORGET_SET', statement: FORGET_SET, parameters: { id: 'i', issueId: 'i', membership: 3 } },
    ...{ hold: LOCK_ISSUE, change: "MATCH (i:Issue {id: 'i'}) SET i.dead = [3, 6]", look: DEAD, seen: [{ dead: [6] }] },
  },
  {
    ...{ name: 'FORGET_UNMADE', statement: FORGET_UNMADE, parameters: { id: 'i' } },
    ...{ before: "MATCH (i:Issue {id: 'i'}) SET i.dead = []", hold: NEXT_MEMBERSHIP },
    ...{ change: MADE, look: DEAD, seen: [{ dead: [] }] },
  },
  { name: 'ADD_ISSUE', statement: ADD_ISSUE, parameters: issue, change: MADE, seen: [] },
  {
    ...{ name: 'LOCK_ISSUE', statement: LOCK_ISSUE, parameters: { id: 'i' } },
    change: "MATCH (i:Issue {id: 'i'}) SET i.title = 'new'",
    seen: [having({ issue: having({ title: 'new' }) })],
  },
  {
    ...{ name: 'STILL_PENDING', statement: STILL_PENDING, parameters: { id: 'i', pending: 4 }, before: PENDING },
    ...{ change: "MATCH (i:Issue {id: 'i'}) SET i.pending = 5", seen: [] },
  },
  {
    ...{ name: 'HIDE_GROUPS', statement: HIDE_GROUPS, parameters: { ids: ['g'] } },
    ...{ change: "MATCH (g:CoTimedGroup {id: 'g'}) SET g.reviewState = 'CONFIRMED'", seen: [{ hidden: true }] },
    look: "MATCH (g:CoTimedGroup {id: 'g'}) RETURN g.rank IS NULL AS hidden",
  },
  {
    ...{ name: 'HOLD_LANE', statement: HOLD_LANE, parameters: lane },
    ...{ change: "MATCH (w:RunWriter {run: 1}) SET w.token = 'u'", seen: [] },
  },
  {
    ...{ name: 'BEGIN_SLICE', statement: BEGIN_SLICE, parameters: { ...lane, slice: 2 } },
    ...{ change: 'MATCH (w:RunWriter {run: 1}) SET w.slice = 1', seen: [{ before: 1 }] },
  },
  {
    ...{ name: 'KEEP_CHECKPOINT', statement: KEEP_CHECKPOINT, parameters: { value: 'second' } },
    ...{ change: "MATCH (s:Schema {name: 'unfinished copy'}) SET s.value = 'first'", seen: [{ before: 'first' }] },
  },
  {
    ...{ name: 'LOCK_CLAIMS', statement: LOCK_CLAIMS, parameters: { ids: ['c'] } },
    ...{ change: "MATCH (c:Claim {id: 'c'}) SET c.body = 'new'", seen: [{ claim: having({ body: 'new' }) }] },
  },
  {
    ...{ name: 'CLEAR_MATCHES', statement: CLEAR_MATCHES, parameters: { mentions: [{ id: 'x:1', claimIds: [] }] } },
    ...{ hold: LOCK_MATCH, change: CONFIRMED, look: MATCH, seen: [{ state: 'CONFIRMED', score: 0.5 }] },
  },
  {
    ...{ name: 'ADD_MATCHES', statement: ADD_MATCHES, parameters: { matches: [{ ...match, score: 0.9 }], now: 2 } },
    ...{ hold: LOCK_MATCH, change: CONFIRMED, look: MATCH, seen: [{ state: 'CONFIRMED', score: 0.5 }] },
  },
  {
    ...{ name: 'LOCK_MATCH', statement: LOCK_LOG, parameters: { ...match, ...decision }, hold: LOCK_MATCH },
    change: "CREATE (:ClaimDecision {id: 'first', claimId: 'c', mentionId: 'x:1', number: 1})",
    seen: [having({ log: [having({ id: 'first', number: 1 })], isThere: false })],
  },
  {
    ...{ name: 'LOCK_SEARCHES', statement: LOCK_SEARCHES, parameters: {} },
    ...{ change: "CREATE (:EmergingSearch {id: 's'})", look: SEARCHES, seen: [{ id: 's' }] },
  },
  {
    ...{ name: 'PUT_CANDIDATES', statement: PUT_CANDIDATES, parameters: { candidateId: 'e', candidates: [found] } },
    ...{ hold: LOCK_CANDIDATE, change: "MATCH (e:EmergingIssue {id: 'e'}) SET e.state = 'DISMISSED'" },
    ...{ look: 'MATCH (e:EmergingIssue) RETURN e.state AS state, e.body AS body' },
    seen: [{ state: 'DISMISSED', body: 'old' }],
  },
  {
    ...{ name: 'LOCK_CANDIDATE', statement: LOCK_CANDIDATE, parameters: { candidateId: 'e' } },
    change: "CREATE (:EmergingDecision {id: 'first', candidateId: 'e', number: 1})",
    seen: [having({ before: 1 })],
  },
  {
    ...{ name: 'LOCK_REVIEWS', statement: LOCK_REVIEWS, parameters: { findingId: 'g' } },
    ...{
      change: "MATCH (g:CoTimedGroup {id: 'g'}) SET g.reviews = '[]'",
      seen: [{ reviews: '[]', state: 'UNREVIEWED', until: null }],
    },
  },
];

const WAITING = "SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Blocked' RETURN status";

describeOnTestNeo4j('removing a property that is never there', () => {
  let connection: Neo4jConnection;
  beforeEach(async () => {
    await emptyTestDatabase();
    connection = testConnection();
    // Where the database does not know the property's name, there is nothing to lock for: the schema makes it known.
    await ensureSchema(connection);
    await connection.autoCommit(GRAPH);
  });
  afterEach(() => connection.close());

  /** Until a transaction waits for a lock. */
  async function someoneWaits(): Promise<void> {
    while ((await connection.autoCommit(WAITING)).length === 0);
  }

  test.each(CASES)('locks: the second to run $name waits, and sees what the first committed', async (one) => {
    const { statement, parameters, before, hold = statement, change, seen, look } = one;
    if (before !== undefined) await connection.autoCommit(before);
    let release!: () => void;
    const released = new Promise<void>((resolve) => (release = resolve));
    let tell!: () => void;
    const held = new Promise<void>((resolve) => (tell = resolve));
    const first = connection.write(async (cypher) => {
      await cypher.run(hold, parameters);
      tell();
      await released;
      await cypher.run(change);
    });
    await Promise.race([held, first]);
    const second = connection.write((cypher) => cypher.run(statement, parameters));
    const who = await Promise.race([someoneWaits().then(() => 'waits'), second.then(() => 'has not waited')]);
    release();
    const [, rows] = await Promise.all([first, second]);
    expect(who).toBe('waits');
    expect(look === undefined ? rows : await connection.autoCommit(look)).toEqual(seen);
  });

  test('every statement that does so is among these', async () => {
    const files = adapterFiles().filter((file) => file.endsWith('.cypher.ts'));
    const all = (await Promise.all(files.map(exportsOf))).flat();
    const locking = all.filter(({ text }) => /REMOVE \w+\.locked/.test(text)).map(({ name }) => name.split(' ')[1]);
    expect(locking.sort()).toEqual(CASES.map(({ name }) => name).sort());
  });
});
