import { textHash } from '#domain/text-hash.js';
import { claimOf } from '../../../test/builders/claims.js';
import { importMentions } from '../../../test/builders/import-rows.js';
import { mentionRecord } from '../../../test/builders/records.js';
import { withTemporaryStore } from '../../../test/builders/temporary-store.js';
import { matchIssue } from './match-issue.js';

const listener = { signal: new AbortController().signal, onProgress: () => undefined };
const request = { issueId: 'banjir', top: 3, minScore: 0.2 };
const PAGE = { first: 50, after: null };
const HOAX = 'pintu air sengaja dibuka pejabat agar kampung nelayan tenggelam';
const CLAIM = claimOf('k1', { texts: [HOAX], appearances: ['https://kabar.example/pintu-air'] });
const MENTIONS = [
  mentionRecord('copy', { text: `Banjir! ${HOAX} !!`, minute: 1 }),
  mentionRecord('repost', { text: `RT ${HOAX} banjir`, kind: 'REPOST', parentNativeId: 'copy', minute: 2 }),
  mentionRecord('orphan', { text: `RT ${HOAX} banjir`, kind: 'REPOST', parentNativeId: 'gone', minute: 3 }),
  mentionRecord('link', {
    text: 'banjir, lihat ini',
    urls: ['https://kabar.example/pintu-air?utm_source=x'],
    minute: 4,
  }),
  mentionRecord('other', { text: 'banjir di jalan raya, hati-hati di jalan', minute: 5 }),
];

test('the mentions of an issue that may tell a claim are candidates, with where; decisions outlive the next search', async () => {
  await withTemporaryStore(async (store) => {
    await importMentions(store, MENTIONS);
    await store.issues.create({ id: 'banjir', title: 'B', query: 'banjir', ownerAgencyId: null, sharedWith: [] });
    await expect(matchIssue(store, request, listener)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await store.claims.put([CLAIM, claimOf('k2', { texts: ['vaksin berisi cip yang dipantau satelit'] })]);
    const progress: number[][] = [];
    const onProgress = (...told: number[]) => void progress.push(told);
    expect(await matchIssue(store, request, { ...listener, onProgress })).toEqual({
      ...{ claims: 2, mentions: 5, repeated: 1, matched: 3, candidates: 3 },
      methods: { 'review-url': 0, url: 1, 'near-duplicate': 2, retrieval: 0 },
    });
    expect(progress).toEqual([[5, 5]]);
    const list = async () => (await store.claims.matchesOfClaims(['k1'], null, PAGE))[0]!.items.map(({ node }) => node);
    const matches = await list();
    expect(matches.map(({ mentionId, method, state }) => [mentionId, method, state])).toEqual([
      ['x:link', 'url', 'CANDIDATE'],
      ...['x:copy', 'x:orphan'].map((id) => [id, 'near-duplicate', 'CANDIDATE']),
    ]);
    const shown = matches.map(({ mentionId, overlap }) => {
      const { text } = MENTIONS.find(({ nativeId }) => `x:${nativeId}` === mentionId)!;
      return overlap.map(({ start, end }) => text.slice(start, end));
    });
    expect(shown).toEqual([[], [HOAX], [HOAX]]);
    expect(matches[1]!.overlapOf).toBe(textHash(MENTIONS[0]!.text!));
    const decision = { claimId: 'k1', mentionId: 'x:link', verdict: 'CONFIRMED' as const };
    for (const by of ['Sari', 'Budi'])
      await store.claims.decide({ ...decision, id: by, by, reason: 'the page tells it' });
    expect(await matchIssue(store, { ...request, minScore: 1 }, listener)).toMatchObject({ candidates: 1 });
    expect((await list()).map(({ mentionId, state }) => [mentionId, state])).toEqual([['x:link', 'CONFIRMED']]);
  });
});

test('a stop is heard', async () => {
  await withTemporaryStore(async (store) => {
    await store.claims.put([CLAIM]);
    const stopped = { ...listener, signal: AbortSignal.abort() };
    await expect(matchIssue(store, request, stopped)).rejects.toMatchObject({ code: 'STOPPED' });
  });
});
