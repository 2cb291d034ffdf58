import { randomBytes } from 'node:crypto';
import type { Store } from '#domain/ports/store.js';
import { keyedPseudonyms } from '#platform/pseudonym.js';
import { openNeo4jStore } from '#store/neo4j/neo4j-store.js';
import { describeOnTestNeo4j } from '../neo4j/describe-on-test-neo4j.js';
import { emptyTestDatabase, testConnection, testNeo4jSettings } from '../neo4j/test-database.js';
import { storeContract } from './store-contract.js';
import type { OpenedStore } from './suite.js';

const pseudonymize = keyedPseudonyms(randomBytes(32));
const REVIEW = 'MATCH (g:CoTimedGroup {id: $findingId}) SET g.reviewState = $state, g.reviewUntil = $until';

async function open(): Promise<OpenedStore> {
  await emptyTestDatabase();
  const handles: Store[] = [];
  const again = async () => {
    const store = await openNeo4jStore({ settings: testNeo4jSettings(), pseudonymize });
    handles.push(store);
    return store;
  };
  return {
    store: await again(),
    again,
    review: async (findingId, state, until) => {
      const connection = testConnection();
      await connection.write((cypher) => cypher.run(REVIEW, { findingId, state, until: until ?? null }));
      await connection.close();
    },
    close: async () => {
      for (const store of handles) await store.close();
    },
  };
}

describeOnTestNeo4j('contract', () => storeContract('neo4j', open));
