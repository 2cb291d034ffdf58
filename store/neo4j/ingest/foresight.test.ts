import type { IngestRow } from '#domain/ingest-record.js';
import type { Store } from '#domain/ports/store.js';
import { keyedPseudonyms } from '#platform/pseudonym.js';
import { importSource } from '../../../test/builders/import-rows.js';
import { accountRecord, mentionRecord, mentionRows, NO_CHECKPOINT } from '../../../test/builders/records.js';
import { allNodes } from '../../../test/contract/suite.js';
import { describeOnTestNeo4j } from '../../../test/neo4j/describe-on-test-neo4j.js';
import { emptyTestDatabase, testConnection, testNeo4jSettings } from '../../../test/neo4j/test-database.js';
import { openNeo4jStore } from '../neo4j-store.js';

const pseudonymize = keyedPseudonyms(Buffer.alloc(32, 5));

function posts(
  account: string,
  ids: readonly string[],
  facts: { followers?: number; handle?: string } = {},
): IngestRow[] {
  return mentionRows(ids.map((id) => mentionRecord(id, { account: accountRecord(account, facts) })));
}

describeOnTestNeo4j('a batch that is decided before its locks are had', () => {
  let store: Store;

  beforeEach(async () => {
    await emptyTestDatabase();
    store = await openNeo4jStore({ settings: testNeo4jSettings(), pseudonymize });
  });
  afterEach(() => store.close());

  const write = (id: number, rows: IngestRow[], before?: Promise<unknown>) =>
    store.ingest.write(id, rows, () => NO_CHECKPOINT, before);

  test('is undone and done again where another import wrote what it names', async () => {
    const { id } = await store.ingest.begin(importSource('f'));
    await write(id, posts('shared', ['0'], { followers: 5 }));
    const [account] = await allNodes((after) => store.accounts.page({}, { first: 9, after }));
    const other = testConnection();
    let isWritten!: () => void;
    const firstIsWritten = new Promise<void>((resolve) => {
      isWritten = resolve;
    });
    let isSet!: () => void;
    const otherHasSet = new Promise<void>((resolve) => {
      isSet = resolve;
    });
    // It holds the account, which the first batch does not name, until that is committed: the second batch was told 5.
    const held = other.write(async (cypher) => {
      await cypher.run('MATCH (a:Account {id: $id}) SET a.followers = 77', { id: account!.id });
      isSet();
      await firstIsWritten;
    });
    await otherHasSet;
    const first = write(id, posts('own', ['1', '2', '3']), Promise.resolve());
    const second = write(id, posts('shared', ['4', '5', '6'], { handle: 'late' }), first);
    const third = write(id, posts('next', ['7', '8']), second);
    await first;
    isWritten();
    await held;
    expect(await second).toMatchObject({ added: 3, accountsUpdated: 1, rejected: [] });
    expect(await third).toMatchObject({ added: 2, accountsAdded: 1 });
    const [row] = await other.autoCommit<{ followers: number; handle: string }>(
      'MATCH (a:Account {id: $id}) RETURN a.followers AS followers, a.handle AS handle',
      { id: account!.id },
    );
    expect(row).toEqual({ followers: 77, handle: 'late' });
    await other.close();
  });
});
