import type { Store } from '#domain/ports/store.js';
import { runParameters } from '#domain/run-parameters.js';
import { keyedPseudonyms } from '#platform/pseudonym.js';
import { claimOf, claimReview, foundMatch } from '../../test/builders/claims.js';
import { emergingIssue, emergingSearch } from '../../test/builders/emerging.js';
import { importMentions } from '../../test/builders/import-rows.js';
import { accountRecord, mentionRecord } from '../../test/builders/records.js';
import { describeOnTestNeo4j } from '../../test/neo4j/describe-on-test-neo4j.js';
import { emptyTestDatabase, testConnection, testNeo4jSettings } from '../../test/neo4j/test-database.js';
import { openNeo4jStore } from './neo4j-store.js';

const HOSTILE = [
  "x'}) SET n:Evil CREATE CONSTRAINT evil FOR (e:Evil) REQUIRE e.id IS UNIQUE //",
  '"}) MATCH (n) DETACH DELETE n //',
  '`) DROP INDEX mention_by_time //',
  "'; DROP CONSTRAINT mention_key; //",
  '$ids} CALL db.createLabel("Evil") //',
  '\\u0027}) CREATE (:Evil {id: 1})-[:EVIL]->() //',
  "' OR 1 = 1 LOAD CSV FROM 'file:///etc/passwd' AS line CREATE (:Evil {line: line}) //",
  '*:* AND words:[* TO *] ~ ^9 \\',
];

const SCHEMA = {
  constraints: 'SHOW CONSTRAINTS YIELD name, type, labelsOrTypes, properties RETURN * ORDER BY name',
  indices: 'SHOW INDEXES YIELD name, type, state, labelsOrTypes, properties RETURN * ORDER BY name',
  labels: 'CALL db.labels() YIELD label RETURN label ORDER BY label',
  types: 'CALL db.relationshipTypes() YIELD relationshipType AS type RETURN type ORDER BY type',
  keys: 'CALL db.propertyKeys() YIELD propertyKey AS key RETURN key ORDER BY key',
  sets: 'MATCH (n) RETURN DISTINCT labels(n) AS labels ORDER BY labels',
};

describeOnTestNeo4j('hostile values', () => {
  async function schema(): Promise<Record<string, unknown>> {
    const connection = testConnection();
    const found: Record<string, unknown> = {};
    for (const [name, statement] of Object.entries(SCHEMA)) found[name] = await connection.autoCommit(statement);
    await connection.close();
    return found;
  }

  /** Everything that takes words from outside, with these words. */
  async function takeIn(store: Store, words: string, id: string): Promise<void> {
    const record = mentionRecord(words, {
      ...{ text: `${words} banjir`, urls: [words], hashtags: [words], mediaHashes: [words] },
      ...{ regionCode: '31', language: words, kind: 'REPLY' as const, parentNativeId: `parent of ${words}` },
      account: accountRecord(words, { handle: words, displayName: words, newsOutlet: true, agencyId: words }),
    });
    expect(await importMentions(store, [record, record])).toMatchObject({ added: 1, rejected: [{ line: 2 }] });
    const said = { title: words, ownerAgencyId: null, sharedWith: [] };
    await store.issues.create({ id, ...said, query: 'banjir' });
    await store.issues.create({ ...said, id: words, query: 'banjir' }).catch(() => undefined);
    await store.issues.changeQuery(id, words).catch(() => undefined);
    await store.jobs.request(id, runParameters({ seed: 1 }));
    await store.jobs.claim(words, 1);
    const page = { first: 5, after: null };
    await store.claims.put([
      claimOf(words, { texts: [words], body: words, appearances: [words], reviews: [claimReview(words)] }),
    ]);
    await store.claims.putMatches([`x:${words}`], [foundMatch(words, `x:${words}`, 1)]);
    const decision = { claimId: words, mentionId: `x:${words}`, id: words, verdict: 'REJECTED' as const };
    await store.claims.decide({ ...decision, by: words, reason: words });
    const search = emergingSearch(words, 3, { zone: words, codeVersion: words });
    await store.emerging.put(search, [emergingIssue([words], search.to)]);
    const { items } = await store.emerging.page(null, { first: 1, after: null });
    const verdict = { candidateId: items[0]!.node.id, verdict: 'TAKEN_UP' as const, issueId: words };
    await store.emerging.decide({ ...verdict, id: words, by: words, reason: words });
    await store.mentions.count({ text: words });
    for (const filter of [{ text: words }, { platforms: [words] }, { issueId: words }, { accountIds: [words] }])
      await store.mentions.page(filter, 'NEWEST', page).catch(() => undefined);
    await store.mentions.page({}, 'NEWEST', { first: 5, after: words }).catch(() => undefined);
    await store.accounts.page({ handle: words }, page);
    await store.accounts.get([words]);
    await store.issues.get([words]);
    await store.runs.latest([words]);
    await store.findings.get([words]);
  }

  test('change no constraint, index, label, relationship type or property of the database', async () => {
    await emptyTestDatabase();
    const store = await openNeo4jStore({
      settings: testNeo4jSettings(),
      pseudonymize: keyedPseudonyms(Buffer.alloc(32)),
    });
    // As often as the hostile ones: a property name comes to be when it is first written, as of a job given up.
    for (const n of HOSTILE.keys()) await takeIn(store, `plain${n}`, `plain-issue-${n}`);
    const before = await schema();
    expect(before.labels).toContainEqual({ label: 'Mention' });
    expect(before.constraints).toHaveLength(21);
    for (const [n, words] of HOSTILE.entries()) await takeIn(store, words, `issue-${n}`);
    expect(await schema()).toEqual(before);
    expect(await store.mentions.count({})).toBe(2 * HOSTILE.length);
    await store.close();
  });
});
