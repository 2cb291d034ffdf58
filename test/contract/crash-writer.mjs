// Writes batches until somebody kills it; says on standard output when a batch was acknowledged.
import { openStore } from '../../dist/store/open-store.js';

const store = await openStore({ dataFolder: process.argv[2], neo4j: null });
const { id } = await store.ingest.begin({ path: 'crash', bytes: 1, headHash: 'h', format: 'test' });
const SIZE = 200;

for (let batch = 0; ; batch += 1) {
  const rows = Array.from({ length: SIZE }, (_, n) => {
    const number = batch * SIZE + n;
    const parentNativeId = number === 0 ? null : `${number - 1}`;
    const account = { platform: 'x', nativeId: `account ${number}` };
    const lists = { urls: [], hashtags: [], mediaHashes: [], regionCode: null, language: null };
    const fields = {
      kind: number === 0 ? 'ORIGINAL' : 'REPOST',
      stream: 'SOCIAL',
      publishedAt: number,
      text: 'banjir',
    };
    const mention = { nativeId: `${number}`, account, parentNativeId, ...fields, ...lists };
    return { line: number + 1, record: { type: 'mention', mention } };
  });
  await store.ingest.write(id, rows, () => ({ rows: (batch + 1) * SIZE, rejected: 0, rejectsBytes: 0 }));
  process.stdout.write(`${batch + 1}\n`);
}
