import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clusterSummary } from '#domain/hoax-cluster/cluster-summary.js';
import { hoaxCluster } from '#domain/hoax-cluster/hoax-cluster.js';
import type { IngestRow } from '#domain/ingest-record.js';
import type { Store } from '#domain/ports/store.js';
import { keyedPseudonyms } from '#platform/pseudonym.js';
import { openEmbeddedStore } from '#store/embedded/embedded-store.js';

const KEY = { claimId: 'k', issueId: 'i' };
const MATCHES = 10;
const BATCH = 5_000;
const START = Date.UTC(2026, 0, 1);

export interface LargeCluster {
  readonly parts: number;
  readonly edges: number;
  /** Seconds of processor, of all threads. */
  readonly read: number;
  readonly counted: number;
  readonly peakMiB: number;
}

/** Ten matches, what passes them on and what answers them: every third an answer, chains of reposts and stars in halves. */
export async function largeCluster(mentions: number): Promise<LargeCluster> {
  const folder = mkdtempSync(join(tmpdir(), 'jejaring-bench-'));
  const store = openEmbeddedStore({
    file: join(folder, 'store.db'),
    pseudonymize: keyedPseudonyms(Buffer.alloc(32, 7)),
    queryWorker: true,
  });
  try {
    await fill(store, mentions);
    const [start, cluster] = [processor(), await hoaxCluster(store.claims, KEY)];
    const read = processor();
    const { edges } = clusterSummary(cluster, 0, 5);
    const counted = processor();
    const peakMiB = process.resourceUsage().maxRSS / 1024;
    return { parts: cluster.parts.length, edges, read: read - start, counted: counted - read, peakMiB };
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

async function fill(store: Store, mentions: number): Promise<void> {
  await store.issues.create({ id: KEY.issueId, title: 'i', query: 'air', ownerAgencyId: null, sharedWith: [] });
  const { id } = await store.ingest.begin({ path: 'large', bytes: 1, headHash: 'large', format: 'jejaring' });
  for (let at = 0; at < mentions; at += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, mentions - at) }, (_, i) => rowOf(at + i));
    await store.ingest.write(id, rows, () => ({ rows: 0, rejected: 0, rejectsBytes: 0 }));
  }
  await store.ingest.finish(id);
  await store.claims.put([
    { id: KEY.claimId, texts: ['air'], body: null, claimant: null, appearances: [], reviews: [] },
  ]);
  const ids = Array.from({ length: MATCHES }, (_, i) => `x:${i}`);
  const found = ids.map((mentionId) => {
    return { claimId: KEY.claimId, mentionId, score: 0.9, method: 'retrieval' as const, overlap: [], overlapOf: null };
  });
  await store.claims.putMatches(ids, found);
  for (const [i, mentionId] of ids.entries()) {
    const verdict = i % 3 === 0 ? 'DENIES' : 'CONFIRMED';
    for (const by of ['bench', 'bench 2'])
      await store.claims.decide({ claimId: KEY.claimId, mentionId, verdict, id: `${mentionId} ${by}`, by, reason: '' });
  }
}

function rowOf(n: number): IngestRow {
  const kind = n < MATCHES ? 'ORIGINAL' : n % 3 === 0 ? 'REPLY' : 'REPOST';
  const mention = {
    ...({ nativeId: String(n), kind, stream: 'SOCIAL', publishedAt: START + n * 3000, text: 'air bah' } as const),
    account: { platform: 'x', nativeId: `a${n % 60_000}` },
    parentNativeId: n < MATCHES ? null : String(n % 2 === 0 ? Math.floor(n / 7) : n % MATCHES),
    ...{ urls: [], hashtags: [], mediaHashes: [], regionCode: null, language: null },
  };
  return { line: n + 1, record: { type: 'mention', mention } };
}

function processor(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}
