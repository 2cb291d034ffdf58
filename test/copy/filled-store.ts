import type { IngestRow, MentionRecord } from '#domain/ingest-record.js';
import type { Store } from '#domain/ports/store.js';
import { runParameters } from '#domain/run-parameters.js';
import { runPipeline } from '#graph-jobs/pipeline.js';
import { loadSeed } from '#seed/load-seed.js';
import { claimOf, claimReview, foundMatch } from '../builders/claims.js';
import { emergingIssue, emergingSearch } from '../builders/emerging.js';
import { FLOOD_ISSUE, floodMentions } from '../builders/flood-issue.js';
import { importSource } from '../builders/import-rows.js';
import { accountRecord, mentionRecord, mentionRows } from '../builders/records.js';
import { cascadeOf, evidenceOf, groupOf, measuredCascade, resultsOf, runOf } from '../builders/run-results.js';

const onlooker = { onProgress: () => undefined, stopRequested: () => false };

/** Files as an office would import them; the last one is interrupted after its first batch. */
const FILES: Readonly<Record<string, readonly IngestRow[]>> = {
  'one.csv': mentionRows(floodMentions().slice(0, 60)),
  'two.csv': [
    ...mentionRows(floodMentions().slice(60)),
    ...mentionRows([toldMoreOf(floodMentions()[0]!)], 499),
    {
      line: 500,
      record: { type: 'account', account: accountRecord('kera', { handle: 'Kera', agencyId: 'bnpb', layer: 'L1' }) },
    },
    { line: 501, record: { type: 'account', account: accountRecord('kabar', { handle: 'Kabar', newsOutlet: false }) } },
  ],
  'cut off.csv': [
    ...mentionRows(floodMentions().slice(0, 10)),
    ...mentionRows(
      [
        mentionRecord('far', {
          ...{ account: accountRecord('k😀'), regionCode: '31.71', language: 'id', stream: 'NEWS', minute: -1 },
          ...{ text: 'Banjir di Jakarta "café" \n', urls: ['https://a.example/x?y'], mediaHashes: ['ff'] },
        }),
        mentionRecord('late', { parentNativeId: 'far', kind: 'REPLY', minute: 5, text: 'x'.repeat(20_000) }),
      ],
      11,
    ),
  ],
};

/** A mention of before, and its account, with something that is new. */
function toldMoreOf(mention: MentionRecord): MentionRecord {
  const account = { ...mention.account, displayName: 'Penulis "satu"', createdAt: Date.UTC(2020, 0, 1) };
  return { ...mention, account, language: 'id' };
}

export const UNFINISHED = 'cut off.csv';
export const MAP = {
  issueId: 'banjir',
  parameters: runParameters({ mode: 'COMPATIBLE', shuffledCopies: 3 }),
  codeVersion: 'jejaring@test',
};

/** Imports one of the files as the command does, from its start; the interrupted one up to its 11th row. */
async function importOne(store: Store, path: string): Promise<void> {
  const rows = FILES[path]!;
  const taken = path === UNFINISHED ? rows.slice(0, 11) : rows;
  const { id } = await store.ingest.begin(importSource(path));
  await store.ingest.write(id, taken, () => ({ rows: taken.length, rejected: 2, rejectsBytes: 80 }));
  if (path !== UNFINISHED) await store.ingest.finish(id);
}

/**
 * Something of every kind, and in every column something that is not there by itself: an import given up, two queries, runs
 * with and without their network, reviewed findings (one hidden), jobs in every state, claims with decided matches.
 */
export async function fillStore(store: Store, review: (findingId: string) => void): Promise<void> {
  await loadSeed(store);
  await store.ingest.begin(importSource('one.csv'));
  for (const path of ['one.csv', 'two.csv']) await importOne(store, path);
  await store.issues.create({ ...FLOOD_ISSUE, query: 'banjir AND nomor' });
  await runPipeline(store, { ...MAP, parameters: runParameters({ mode: 'COMPATIBLE', shuffledCopies: 2 }) }, onlooker);
  await runPipeline(store, MAP, onlooker);
  await store.issues.changeQuery('banjir', FLOOD_ISSUE.query);
  await store.issues.create({ ...FLOOD_ISSUE, id: 'macet', title: 'Macet "é"', query: 'macet', ownerAgencyId: 'bnpb' });
  await importOne(store, UNFINISHED);
  const { id: runId } = await runPipeline(store, MAP, onlooker);
  const [group] = (await store.findings.page(runId, { first: 1, after: null })).items;
  review(group!.node.id);
  await hideReviewed(store, review);
  await store.runs.put(runOf('broken', { issueId: 'macet', state: 'FAILED', error: 'out of "memory"' }));
  await queueJobs(store);
  await decideMatches(store);
  await decideEmerging(store);
}

/** A claim that says all that one can, matches of both kinds, and a log of all verdicts. */
async function decideMatches(store: Store): Promise<void> {
  const review = claimReview('https://cek.example/1', { publisher: 'Cek "Fakta"', publishedAt: 1, language: 'id' });
  const full = { body: 'isi', claimant: 'X', appearances: ['https://x.example/1'], reviews: [review] };
  await store.claims.put([claimOf('https://cek.example/1', full), claimOf('k2')]);
  const ids = ['x:o1', 'x:o2'];
  await store.claims.putMatches(
    ids,
    ['https://cek.example/1', 'k2'].flatMap((claim) => ids.map((id, i) => foundMatch(claim, id, 1 - i / 3))),
  );
  for (const verdict of ['DENIES', 'REJECTED', 'CONFIRMED'] as const)
    await store.claims.decide({
      ...{ claimId: 'k2', mentionId: 'x:o2', id: `decision-${verdict}`, verdict },
      ...{ by: 'Sari "S"', reason: 'sama kata-katanya' },
    });
}

/** A search with a candidate of each state. */
async function decideEmerging(store: Store): Promise<void> {
  const search = emergingSearch('search "1"', 3);
  await store.emerging.put(
    search,
    ['a "b"', 'c', 'd'].map((name) => emergingIssue([name], search.to)),
  );
  const { items } = await store.emerging.page(null, { first: 2, after: null });
  for (const [i, { node }] of items.entries())
    await store.emerging.decide({
      ...{ id: `emerging-${i}`, candidateId: node.id, by: 'Sari "S"', reason: 'libur' },
      ...(i === 0 ? { verdict: 'DISMISSED', issueId: null } : { verdict: 'TAKEN_UP', issueId: 'macet' }),
    });
}

async function hideReviewed(store: Store, review: (findingId: string) => void): Promise<void> {
  const members = (await store.accounts.page({}, { first: 3, after: null })).items.map(({ node }) => node.id).sort();
  const run = runOf('run-h', { issueId: 'macet', state: 'DONE' });
  await store.runs.put(run);
  const row = { ...evidenceOf(members[0]!, members[1]!, 'x:o1'), fromMentionId: 'x:o1', toMentionId: 'x:o2' };
  const [vanishing, kept] = ['run-h-g1', 'run-h-g2'].map((id) => {
    return { ...groupOf(id, 'run-h', members, [row]), issueId: 'macet' };
  });
  await store.runs.writeResults(run, resultsOf('run-h', { groups: [vanishing!] }));
  review('run-h-g1');
  // The one that stays has figures against chance, which the mapped issue, in compatible mode, has not.
  // Nor does the issue cross platforms, provinces and streams, as this cascade does.
  const cascades = [measuredCascade(cascadeOf('x:o1', 3), 2)];
  await store.runs.writeResults(run, resultsOf('run-h', { groups: [kept!], cascades }));
}

async function queueJobs(store: Store): Promise<void> {
  await store.jobs.request('banjir', runParameters({ seed: 4 }));
  const failed = (await store.jobs.claim('worker', 60_000))!;
  await store.jobs.finish(failed.id, 'worker', { state: 'FAILED', runId: null, error: 'out of "memory"' });
  await store.jobs.request('banjir', runParameters({ seed: 1 }));
  const done = (await store.jobs.claim('worker', 60_000))!;
  await store.jobs.finish(done.id, 'worker', { state: 'DONE', runId: 'broken', error: null });
  await store.jobs.request('banjir', runParameters({ seed: 2 }));
  const running = (await store.jobs.claim('worker', 60_000))!;
  await store.jobs.report(running.id, 'worker', 60_000, { stage: 'map', done: 1, total: 2 });
  await store.jobs.stop(running.id);
  await store.jobs.request('macet', runParameters({ seed: 3 }));
}

/** Imports the finished files again, and the interrupted one to its end: what the store still adds. */
export async function importAgain(store: Store): Promise<number[]> {
  const added: number[] = [];
  for (const path of ['one.csv', 'two.csv']) {
    const { id } = await store.ingest.begin(importSource(path));
    const outcome = await store.ingest.write(id, FILES[path]!, () => ({ rows: 1, rejected: 0, rejectsBytes: 0 }));
    added.push(outcome.added, outcome.updated, outcome.accountsAdded, outcome.accountsUpdated);
  }
  return added;
}

/** Goes on with the interrupted import; its rows again would be refused, as seen in this file. */
export async function resumeImport(store: Store) {
  const { id, checkpoint } = (await store.ingest.unfinished(UNFINISHED))!;
  await store.ingest.resume(id);
  const rest = [FILES[UNFINISHED]![0]!, ...FILES[UNFINISHED]!.slice(checkpoint.rows)];
  const outcome = await store.ingest.write(id, rest, () => ({ rows: 99, rejected: 1, rejectsBytes: 0 }));
  await store.ingest.finish(id);
  return { id, rows: checkpoint.rows, added: outcome.added, rejected: outcome.rejected };
}

export async function mapAgain(store: Store): Promise<{ runId: string; document: string; groups: string }> {
  const { id: runId } = await runPipeline(store, MAP, onlooker);
  const groups = await store.findings.page(runId, { first: 100, after: null });
  return {
    runId,
    document: JSON.stringify(await store.runs.document(runId)),
    groups: JSON.stringify(groups.items.map(({ node }) => node)),
  };
}
