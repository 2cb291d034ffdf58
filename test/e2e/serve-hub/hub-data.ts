import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExplanationKind } from '#domain/finding.js';
import type { MentionRecord } from '#domain/ingest-record.js';
import type { Store } from '#domain/ports/store.js';
import { DEFAULT_RUN_PARAMETERS } from '#domain/run.js';
import { matchIssue } from '#graph-jobs/claims/registry/match-issue.js';
import { runPipeline } from '#graph-jobs/pipeline.js';
import { openStore } from '#store/open-store.js';
import { claimOf, claimReview } from '../../builders/claims.js';
import { emergingIssue, emergingObject, emergingSearch } from '../../builders/emerging.js';
import { importMentions } from '../../builders/import-rows.js';
import { accountRecord, mentionRecord, NEW_YEAR } from '../../builders/records.js';
import { unusedDataFolder } from '../../neo4j/unused-data-folder.js';

export const ISSUE = 'banjir-jakarta';

/** Handles of the private accounts of the data: none may show anywhere. */
export const PRIVATE_HANDLES = Array.from({ length: 8 }, (_, i) => `warga_jakarta_${i}`);

const agency = accountRecord('bpbd', {
  handle: 'BPBDJakarta',
  displayName: 'BPBD DKI Jakarta',
  agencyId: 'bpbd-dki',
  layer: 'L0',
  followers: 90_000,
});
/** One of the newsroom's articles is a place where it appeared. */
const CLAIM = claimOf('https://cek.example/pintu-air', {
  texts: ['Banjir di Jakarta karena pintu air sengaja dibuka'],
  appearances: ['https://kabarkota.example/0'],
  reviews: [
    claimReview('https://cek.example/pintu-air', { publisher: 'Cek Contoh', publishedAt: NEW_YEAR }),
    claimReview('https://fakta.example/7', { publisher: 'Fakta Contoh', rating: 'Menyesatkan' }),
  ],
});
const newsroom = accountRecord('kabar', { handle: 'kabarkota', newsOutlet: true });
const people = PRIVATE_HANDLES.map((handle, i) => accountRecord(`p${i}`, { handle, displayName: `Warga ${i}` }));

/**
 * A small hub with everything in it: an agency's posts, each reposted within seconds by the same four people and later
 * by others, replies, news, a mapped issue over them, and a claim that one
 * of them may tell. The pseudonym key is fixed, so that ids are the same every time.
 */
export async function makeHubData(): Promise<{ dataFolder: string; remove: () => void }> {
  const dataFolder = await unusedDataFolder(mkdtempSync(join(tmpdir(), 'jejaring-hub-')));
  writeFileSync(join(dataFolder, 'pseudonym.key'), `${'5eed'.repeat(16)}\n`, { mode: 0o600 });
  const store = await openStore({ dataFolder });
  try {
    await store.regions.upsert([
      { code: '31', name: 'DKI Jakarta', kind: 'PROVINCE', parentCode: null },
      { code: '31.71', name: 'Jakarta Pusat', kind: 'CITY', parentCode: '31' },
    ]);
    await store.agencies.upsert([
      {
        id: 'pemprov-dki',
        name: 'Pemerintah Provinsi DKI Jakarta',
        shortName: null,
        kind: 'PROVINCE',
        regionCode: '31',
        parentId: null,
      },
      {
        id: 'bpbd-dki',
        name: 'Badan Penanggulangan Bencana Daerah',
        shortName: 'BPBD',
        kind: 'UNIT',
        regionCode: '31.71',
        parentId: 'pemprov-dki',
      },
    ]);
    await importMentions(store, mentions());
    await store.issues.create({
      id: ISSUE,
      title: 'Banjir Jakarta',
      query: 'banjir',
      ownerAgencyId: 'bpbd-dki',
      sharedWith: ['31'],
    });
    const quiet = { onProgress: () => undefined, stopRequested: () => false };
    await runPipeline(
      store,
      { issueId: ISSUE, parameters: DEFAULT_RUN_PARAMETERS, codeVersion: 'jejaring@test' },
      quiet,
    );
    await store.claims.put([CLAIM]);
    const listener = { signal: new AbortController().signal, onProgress: () => undefined };
    await keepEmerging(store);
    await matchIssue(store, { issueId: ISSUE, top: 1, minScore: 0.2 }, listener);
  } finally {
    await store.close();
  }
  return { dataFolder, remove: () => rmSync(dataFolder, { recursive: true, force: true }) };
}

/** As if a search had found what residents say of a bridge: no issue holds it. */
async function keepEmerging(store: Store): Promise<void> {
  const said = people.slice(0, 5).map((account, i) =>
    mentionRecord(`bridge${i}`, {
      ...{ account, minute: 5 * 24 * 60 + i * 9, hashtags: ['jembatanputus'] },
      text: 'Jembatan gantung di desa kami putus tadi pagi, mohon segera diperbaiki #jembatanputus',
    }),
  );
  await importMentions(store, said);
  const search = emergingSearch('search-1', 6, { from: NEW_YEAR + 5 * 24 * 3_600_000 });
  const { items } = await store.mentions.page({ text: 'jembatan' }, 'OLDEST', { first: 5, after: null });
  const sources = items.map(({ node }) => ({ account: node.accountId, mention: node.id, at: node.publishedAt }));
  const to = search.from + 3_600_000;
  const objects = [
    emergingObject('jembatanputus', to, { accounts: 5 }),
    emergingObject(sources[0]!.mention, to, { kind: 'TEXT', accounts: 5 }),
  ];
  const examples = sources.map((source) => ({ ...source, platform: 'x', text: null }));
  const share = (kind: ExplanationKind, of: number) => ({ kind, share: of / 5 });
  const found = {
    ...{ objects, offeredAt: to, accounts: 5, mentions: 5, newsMentions: 0, examples },
    ...{ platforms: [{ platform: 'x', accounts: 5 }], firstAccounts: sources.slice(0, 2) },
    explanations: [
      share('DECLARED_GOVERNMENT_AMPLIFICATION', 0),
      share('NEWS_SYNDICATION', 0),
      share('ONE_HYPERACTIVE_ACCOUNT', 1),
    ],
  };
  await store.emerging.put(search, [emergingIssue([], to, found)]);
}

function mentions(): MentionRecord[] {
  return Array.from({ length: 6 }, (_, post) => thread(post)).flat();
}

/** One post of the agency on a day of its own, and what came of it. */
function thread(post: number): MentionRecord[] {
  const root = `post${post}`;
  const start = post * 24 * 60;
  const reposts = people.map((account, i) =>
    // Four repost within seconds of each other, the others hours apart.
    mentionRecord(`${root}-r${i}`, {
      account,
      kind: 'REPOST',
      parentNativeId: root,
      minute: start + (i < 4 ? 5 + i / 20 : i * 60),
    }),
  );
  return [
    mentionRecord(root, {
      account: agency,
      text: `Info banjir ${post} #banjir`,
      hashtags: ['banjir'],
      minute: start,
      regionCode: '31.71',
    }),
    ...reposts,
    mentionRecord(`${root}-a`, {
      account: people[7]!,
      kind: 'REPLY',
      parentNativeId: root,
      text: 'Banjir di tempat kami',
      minute: start + 30,
    }),
    mentionRecord(`${root}-n`, {
      account: newsroom,
      stream: 'NEWS',
      text: 'Banjir di Jakarta',
      urls: [`https://kabarkota.example/${post}`],
      minute: start + 90,
      regionCode: '31',
    }),
  ];
}
