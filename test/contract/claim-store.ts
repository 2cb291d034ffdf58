import type { MatchState, MatchVerdict } from '#domain/claim-match.js';
import { hoaxCluster } from '#domain/hoax-cluster/hoax-cluster.js';
import { claimOf, claimReview, foundMatch } from '../builders/claims.js';
import { importMentions } from '../builders/import-rows.js';
import { accountRecord, mentionRecord, NEW_YEAR } from '../builders/records.js';
import { allNodes, freshStore, type OpenStore } from './suite.js';

const AGENCY = accountRecord('agency', { agencyId: 'bnpb', layer: 'L0' });
const CLUSTER = [
  mentionRecord('root', { text: 'air' }),
  mentionRecord('again', { text: 'air', kind: 'REPOST', parentNativeId: 'root', minute: 1 }),
  mentionRecord('further', { text: 'air', kind: 'REPOST', parentNativeId: 'again', minute: 2 }),
  mentionRecord('denial', { text: 'air', kind: 'QUOTE', parentNativeId: 'root', minute: 3, account: AGENCY }),
  mentionRecord('answer', { text: 'air', kind: 'REPLY', parentNativeId: 'further', minute: 4 }),
  mentionRecord('beside', { text: 'air', kind: 'REPOST', parentNativeId: 'answer', minute: 5 }),
  mentionRecord('other', { text: 'air', minute: 6 }),
  mentionRecord('away', { text: 'api', minute: 7 }),
  mentionRecord('in', { text: 'RT air', kind: 'REPOST', parentNativeId: 'away', minute: 8 }),
  mentionRecord('in2', { text: 'RT air', kind: 'REPOST', parentNativeId: 'away', minute: 9 }),
  mentionRecord('answers', { text: 'air', kind: 'REPLY', parentNativeId: 'away', minute: 10 }),
  mentionRecord('out', { text: 'RT api', kind: 'REPOST', parentNativeId: 'away', minute: 11 }),
];

export function claimContract(open: OpenStore): void {
  describe('claims', () => {
    const at = freshStore(open);
    const listed = () => allNodes((after) => at.store.claims.page({ first: 2, after }));
    const ofClaim = (id: string, state: MatchState | null = null) =>
      allNodes(async (after) => (await at.store.claims.matchesOfClaims([id], state, { first: 1, after }))[0]!);
    const log = (claimId: string, mentionId: string) =>
      allNodes(async (after) => (await at.store.claims.decisions([{ claimId, mentionId }], { first: 1, after }))[0]!);
    const decide = (claimId: string, mentionId: string, verdict: MatchVerdict, id: string, by = 'Sari') =>
      at.store.claims.decide({ claimId, mentionId, verdict, id, by, reason: `because ${id}` });
    const agree = async (claimId: string, mentionId: string, verdict: MatchVerdict) => {
      for (const by of ['Budi', 'Sari']) await decide(claimId, mentionId, verdict, `${mentionId} ${by}`, by);
    };

    test('are kept once each, with the reviews of all fact-checkers, in order of id', async () => {
      const first = claimOf('b', { reviews: [claimReview('https://one.example/b', { publishedAt: 5 })] });
      const rest = ['c', 'a', 'É "é" 😀'].map((id) =>
        claimOf(id, { claimant: 'X', appearances: ['https://x.example'] }),
      );
      const added = { added: 4, updated: 0, unchanged: 0, joined: 0, refused: [] };
      expect(await at.store.claims.put([first, ...rest])).toEqual(added);
      expect(await at.store.claims.put(rest)).toEqual({ ...added, added: 0, unchanged: 3 });
      const others = claimOf('b', {
        ...{ texts: ['dengan kata lain'], body: 'isi' },
        reviews: [claimReview('https://two.example/b', { publishedAt: 2, rating: 'Hoaks', publisher: 'Dua' })],
      });
      const corrected = claimOf('b', { reviews: [claimReview('https://one.example/b', { rating: 'Benar' })] });
      expect(await at.store.claims.put([others, corrected])).toEqual({ ...added, added: 0, updated: 2 });
      const joined = { ...first, texts: ['klaim b', 'dengan kata lain'], body: 'isi' };
      const reviews = [others.reviews[0], corrected.reviews[0]];
      expect(await at.store.claims.get(['none', 'b'])).toEqual([null, { ...joined, reviews }]);
      expect(await listed()).toEqual([rest[1], { ...joined, reviews }, rest[0], rest[2]]);
    });

    test('that no store can keep are named, cut characters are mended, and the rest is kept', async () => {
      const odd = [claimOf(''), claimOf('x'.repeat(513)), claimOf('null', { body: 'a\0b' }), claimOf('half\ud83d')];
      const { added, refused } = await at.store.claims.put([...odd, claimOf('cut', { texts: ['potong \ud83d'] })]);
      expect(added).toBe(1);
      expect(refused.map(({ field, reason }) => `${field} ${reason}`)).toEqual([
        'claim_id is empty',
        'claim_id is longer than 512 characters',
        'body holds a null character',
        'claim_id is not valid Unicode',
      ]);
      expect((await listed()).map(({ texts }) => texts)).toEqual([['potong \ufffd']]);
    });

    test('are told by candidates, highest score first; what is found again takes the place of what was found', async () => {
      await importMentions(
        at.store,
        ['1', '2', '3'].map((id) => mentionRecord(id, { text: 'klaim' })),
      );
      await importMentions(at.store, [mentionRecord('4', { kind: 'REPLY', parentNativeId: 'named only' })]);
      await at.store.claims.put([claimOf('a'), claimOf('b')]);
      const found = [foundMatch('a', 'x:2', 0.5), foundMatch('a', 'x:1', 0.5), foundMatch('a', 'x:3', 1)];
      const nowhere = [foundMatch('a', 'x:named only', 1), foundMatch('none', 'x:1', 1), foundMatch('a', 'y:1', 1)];
      await at.store.claims.putMatches(['x:1', 'x:2', 'x:3'], [...found, ...nowhere, foundMatch('b', 'x:1', 0.25)]);
      const matches = await ofClaim('a');
      expect(matches).toEqual(
        [found[2], found[1], found[0]].map((match) => ({
          ...match,
          ...{ state: 'CANDIDATE', matchedAt: matches[0]!.matchedAt },
        })),
      );
      const ofMention = () =>
        allNodes(async (after) => (await at.store.claims.matchesOfMentions(['x:1'], { first: 1, after }))[0]!);
      expect((await ofMention()).map(({ claimId, score }) => [claimId, score])).toEqual([
        ['a', 0.5],
        ['b', 0.25],
      ]);
      await at.store.claims.putMatches(['x:1'], [{ ...foundMatch('b', 'x:1', 0.75), overlap: [], method: 'url' }]);
      expect(await ofMention()).toMatchObject([{ claimId: 'b', score: 0.75, overlap: [], method: 'url' }]);
      expect((await ofClaim('a')).map(({ mentionId }) => mentionId)).toEqual(['x:3', 'x:2']);
      const keys = [...nowhere, found[0]!].map(({ claimId, mentionId }) => ({ claimId, mentionId }));
      const got = await at.store.claims.matches(keys);
      expect(got.map((match) => match?.mentionId ?? null)).toEqual([null, null, null, 'x:2']);
    });

    test('are decided by people: every decision stays in the log, and what was decided with what was seen', async () => {
      await importMentions(at.store, [mentionRecord('1'), mentionRecord('2')]);
      await at.store.claims.put([claimOf('a')]);
      await at.store.claims.putMatches(['x:1', 'x:2'], [foundMatch('a', 'x:1', 0.5), foundMatch('a', 'x:2', 0.4)]);
      expect(await decide('a', 'x:1', 'DENIES', 'd1')).toMatchObject({ score: 0.5, state: 'CANDIDATE' });
      // Somebody saw it: neither what is found anew nor what is not found again takes it away.
      await at.store.claims.putMatches(['x:1'], [foundMatch('a', 'x:1', 0.8)]);
      await at.store.claims.putMatches(['x:1'], []);
      expect(await decide('a', 'x:1', 'CONFIRMED', 'd0')).toMatchObject({ score: 0.5, state: 'CANDIDATE' });
      expect(await decide('a', 'x:1', 'CONFIRMED', 'd2', 'Budi')).toMatchObject({ state: 'CONFIRMED' });
      expect(await decide('a', 'x:1', 'REJECTED', 'd1')).toMatchObject({ state: 'CONFIRMED' });
      await expect(decide('a', 'x:2', 'APPEAL', 'd3')).rejects.toMatchObject({ code: 'BAD_PARAMETERS' });
      const entries = await log('a', 'x:1');
      expect(entries.map(({ at: _at, ...entry }) => entry)).toEqual([
        { id: 'd1', claimId: 'a', mentionId: 'x:1', number: 1, verdict: 'DENIES', by: 'Sari', reason: 'because d1' },
        { id: 'd0', claimId: 'a', mentionId: 'x:1', number: 2, verdict: 'CONFIRMED', by: 'Sari', reason: 'because d0' },
        { id: 'd2', claimId: 'a', mentionId: 'x:1', number: 3, verdict: 'CONFIRMED', by: 'Budi', reason: 'because d2' },
      ]);
      expect(entries.every(({ at: time }) => Number.isSafeInteger(time))).toBe(true);
      await at.store.claims.putMatches(['x:1', 'x:2'], [foundMatch('a', 'x:1', 0.9)]);
      expect((await ofClaim('a')).map(({ mentionId, score }) => [mentionId, score])).toEqual([['x:1', 0.5]]);
      await at.store.claims.putMatches(['x:1', 'x:2'], [foundMatch('a', 'x:2', 0.4)]);
      expect((await ofClaim('a', 'CONFIRMED')).map(({ mentionId }) => mentionId)).toEqual(['x:1']);
      expect((await ofClaim('a', 'CANDIDATE')).map(({ mentionId }) => mentionId)).toEqual(['x:2']);
      const page = { first: 9, after: null };
      const lists = await at.store.claims.matchesOfClaims(['none', 'a', 'b'], 'CONFIRMED', page);
      expect(lists.map(({ items }) => items.map(({ node }) => node.mentionId))).toEqual([[], ['x:1'], []]);
      const all = await at.store.claims.matchesOfMentions(['x:2', 'x:none', 'x:1'], page);
      expect(all.map(({ items }) => items.map(({ node }) => node.mentionId))).toEqual([['x:2'], [], ['x:1']]);
      const keys = ['x:2', 'x:1'].map((mentionId) => ({ claimId: 'a', mentionId }));
      const logs = await at.store.claims.decisions(keys, { first: 1, after: null });
      expect(logs.map(({ items, hasNextPage }) => [items.length, hasNextPage])).toEqual([
        [0, false],
        [1, true],
      ]);
      expect(await decide('a', 'x:1', 'APPEAL', 'd4')).toMatchObject({ state: 'CANDIDATE' });
      await expect(decide('a', 'x:none', 'CONFIRMED', 'd5')).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect(await log('a', 'x:none')).toEqual([]);
    });

    test('within an issue: what matches, what passes it on, what answers it, and who decided', async () => {
      await importMentions(at.store, CLUSTER);
      await at.store.issues.create({ id: 'air', title: 'A', query: 'air', ownerAgencyId: null, sharedWith: [] });
      await at.store.claims.put([claimOf('a'), claimOf('b'), claimOf('c')]);
      const matched = ['root', 'denial', 'away', 'other'].map((id, i) => foundMatch('a', `x:${id}`, 1 - i / 8));
      const ids = matched.map(({ mentionId }) => mentionId);
      await at.store.claims.putMatches(ids, [...matched, foundMatch('c', 'x:other', 1), foundMatch('b', 'x:away', 1)]);
      await agree('a', 'x:root', 'CONFIRMED');
      // Who says otherwise decided last, and is not one of those who decided it.
      await decide('a', 'x:root', 'DENIES', 'd1', 'Wati');
      await decide('a', 'x:denial', 'DENIES', 'd2');
      await decide('a', 'x:denial', 'DENIES', 'd3', 'Budi');
      const counts = { confirmed: 0, denying: 0, candidates: 1, rejected: 0 };
      expect(await allNodes((after) => at.store.claims.claimsOfIssue('air', { first: 1, after }))).toEqual([
        { ...counts, claimId: 'a', confirmed: 1, denying: 1 },
        { ...counts, claimId: 'c' },
      ]);
      const key = { claimId: 'a', issueId: 'air' };
      const [first, ...rest] = await at.store.claims.matchedInIssue(key, 9);
      const accounts = await at.store.accounts.get(rest.map(({ accountId }) => accountId));
      expect(accounts.map((account) => account?.nativeId)).toEqual(['agency', 'a']);
      expect(first).toEqual({
        ...{ mentionId: 'x:root', accountId: rest[1]!.accountId, publishedAt: NEW_YEAR, kind: 'ORIGINAL' },
        ...{ parentId: null, declared: false },
        match: { state: 'CONFIRMED', method: 'retrieval', score: 1, decidedBy: 'Sari' },
      });
      expect(rest).toMatchObject([
        { mentionId: 'x:denial', declared: true, match: { state: 'DENIES', decidedBy: 'Budi' } },
        { mentionId: 'x:other', declared: false, match: { state: 'CANDIDATE', decidedBy: null } },
      ]);
      expect(await at.store.claims.matchedInIssue(key, 2)).toHaveLength(2);
      expect(await at.store.claims.matchedInIssue({ ...key, issueId: 'none' }, 2)).toEqual([]);
      const { parts, isCut, outsideReposts } = await hoaxCluster(at.store.claims, key);
      expect(isCut).toBe(false);
      expect(parts.map(({ mention, role, engages }) => [mention.mentionId, mention.kind, role, engages])).toEqual([
        ['x:root', 'ORIGINAL', 'TELLS', null],
        ['x:again', 'REPOST', 'TELLS', null],
        ['x:further', 'REPOST', 'TELLS', null],
        ['x:denial', 'QUOTE', 'DENIES', 'TELLS'],
        ['x:answer', 'REPLY', null, 'TELLS'],
        ['x:other', 'ORIGINAL', 'CANDIDATE', null],
      ]);
      expect(outsideReposts).toBe(2);
      expect(await at.store.claims.repostsFromOutside({ ...key, issueId: 'none' })).toBe(0);
      await at.store.claims.putMatches(['x:in'], [foundMatch('a', 'x:in', 0.1)]);
      expect(await at.store.claims.repostsFromOutside(key)).toBe(1);
      await decide('a', 'x:away', 'REJECTED', 'd4');
      expect(await at.store.claims.repostsFromOutside(key)).toBe(0);
      await at.store.claims.putMatches(['x:in'], []);
      const cut = await hoaxCluster(at.store.claims, key, 4);
      expect([cut.isCut, cut.parts.map(({ mention }) => mention.mentionId)]).toEqual([
        true,
        ['x:root', 'x:again', 'x:denial', 'x:other'],
      ]);
    });

    test('that two write at once are both there, and of decisions at once none is lost', async () => {
      const other = await at.opened.again();
      const reviews = ['one', 'two'].map((name) => claimReview(`https://${name}.example`));
      await Promise.all([
        at.store.claims.put([claimOf('b'), claimOf('a', { reviews: [reviews[0]!] })]),
        other.claims.put([claimOf('a', { reviews: [reviews[1]!] }), claimOf('b')]),
      ]);
      expect((await listed()).map((claim) => claim.reviews.length)).toEqual([2, 0]);
      const unnamed = reviews.map(({ url }) => claimOf(url!, { texts: ['tanpa nama'], reviews: [claimReview(url!)] }));
      const ids = new Set(unnamed.map(({ id }) => id));
      const outcomes = await Promise.all(unnamed.map((claim, i) => [at.store, other][i]!.claims.put([claim], ids)));
      expect(outcomes.reduce((sum, { added, joined }) => sum + 10 * added + joined, 0)).toBe(11);
      expect((await listed()).map((claim) => claim.reviews.length)).toEqual([2, 0, 2]);
      await other.claims.put([claimOf('given', { texts: ['Ditulis di antaranya'] })]);
      const between = claimOf('https://three.example', { texts: ['ditulis di antaranya!'] });
      expect(await at.store.claims.put([between], new Set([between.id]))).toMatchObject({ added: 0, joined: 1 });
      expect(await at.store.claims.put([between], new Set([between.id]))).toMatchObject({ unchanged: 1, joined: 1 });
      await importMentions(at.store, [mentionRecord('1')]);
      await at.store.claims.putMatches(['x:1'], [foundMatch('a', 'x:1', 0.5)]);
      await Promise.all(
        Array.from('0123', (id, i) =>
          [at.store, other][i % 2]!.claims.decide({
            ...{ claimId: 'a', mentionId: 'x:1', id, verdict: 'CONFIRMED', by: 'B', reason: '' },
          }),
        ),
      );
      expect((await log('a', 'x:1')).map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    });
  });
}
