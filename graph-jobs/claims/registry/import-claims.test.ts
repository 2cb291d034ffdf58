import type { Claim } from '#domain/claim.js';
import type { ClaimStore } from '#domain/ports/claim-store.js';
import { claimOf, claimReview } from '../../../test/builders/claims.js';
import { withTemporaryStore } from '../../../test/builders/temporary-store.js';
import { importClaims, storedClaims } from './import-claims.js';

const listener = { signal: new AbortController().signal, onProgress: () => undefined };
const fileOf = (claims: readonly Claim[], givenIds: readonly string[] = []) => ({
  claims,
  givenIds: new Set(givenIds),
});
const ratedBy = (site: string, text: string) =>
  claimOf(`https://${site}.example/1`, { texts: [text], reviews: [claimReview(`https://${site}.example/1`)] });

async function all(store: ClaimStore): Promise<Claim[]> {
  const claims: Claim[] = [];
  for await (const claim of storedClaims(store)) claims.push(claim);
  return claims;
}

test('several fact-checkers of one claim stand together though their files come one after the other', async () => {
  await withTemporaryStore(async ({ claims }) => {
    const [one, two] = [ratedBy('satu', 'Vaksin berisi cip!'), ratedBy('dua', 'vaksin berisi CIP')];
    const count = { added: 0, updated: 0, unchanged: 0, joined: 0, refused: [] };
    expect(await importClaims(claims, fileOf([one]), listener)).toEqual({ ...count, added: 1 });
    expect(await importClaims(claims, fileOf([two]), listener)).toEqual({ ...count, updated: 1, joined: 1 });
    for (const file of [one, two])
      expect(await importClaims(claims, fileOf([file]), listener)).toMatchObject({
        added: 0,
        updated: 0,
        unchanged: 1,
      });
    const stored = await all(claims);
    expect(stored.map(({ id, reviews }) => [id, reviews.map(({ url }) => url)])).toEqual([[one.id, [two.id, one.id]]]);
  });
});

test('ids that a file gives are kept apart; a second claim of an article does not become a wording of the first', async () => {
  await withTemporaryStore(async ({ claims }) => {
    await importClaims(claims, fileOf([ratedBy('satu', 'a b c')]), listener);
    await importClaims(claims, fileOf([claimOf('own', { texts: ['a b c'] })], ['own']), listener);
    const second = fileOf([ratedBy('satu', 'd e f')]);
    expect(await importClaims(claims, second, listener)).toMatchObject({ added: 1, joined: 0 });
    expect(await importClaims(claims, second, listener)).toMatchObject({ unchanged: 1, joined: 1 });
    const ids = (await all(claims)).map(({ id }) => id);
    expect(ids).toEqual([
      'https://satu.example/1',
      expect.stringMatching(/^https:\/\/satu.example\/1#[0-9a-f]{12}$/),
      'own',
    ]);
  });
});

test('a wording that its fact-checker corrected is the same claim; every claim is counted once', async () => {
  await withTemporaryStore(async ({ claims }) => {
    await importClaims(claims, fileOf([ratedBy('satu', 'Bendungan jebol malam ini')]), listener);
    const corrected = ratedBy('satu', 'Bendungan itu jebol malam ini juga');
    const other = { ...ratedBy('satu', 'Bendungan jebol besok pagi'), id: 'https://satu.example/1#0123456789ab' };
    const named = claimOf('own', { texts: ['Vaksin berisi cip'] });
    const unnamed = ratedBy('dua', 'vaksin BERISI cip');
    const file = fileOf([unnamed, corrected, other, named], ['own']);
    const counts = { added: 2, updated: 2, unchanged: 0, joined: 1, refused: [] };
    expect(await importClaims(claims, file, listener)).toEqual(counts);
    expect(await importClaims(claims, file, listener)).toMatchObject({ added: 0, updated: 0, unchanged: 4 });
    expect((await all(claims)).map(({ id, texts }) => [id, texts.length])).toEqual([
      ['https://satu.example/1', 2],
      [other.id, 1],
      ['own', 2],
    ]);
  });
});

test('a stop is heard before the next batch, and what no store keeps is named', async () => {
  await withTemporaryStore(async ({ claims }) => {
    const stop = new AbortController();
    const many = Array.from({ length: 501 }, (_, i) => claimOf(i === 0 ? 'a\0b' : `c${i}`));
    const onProgress = (done: number, total: number) => {
      expect([done, total]).toEqual([500, 501]);
      stop.abort();
    };
    const file = fileOf(
      many,
      many.map(({ id }) => id),
    );
    await expect(importClaims(claims, file, { signal: stop.signal, onProgress })).rejects.toMatchObject({
      code: 'STOPPED',
    });
    expect(await importClaims(claims, file, listener)).toMatchObject({
      ...{ added: 1, unchanged: 499 },
      refused: [{ claimId: 'a\0b', field: 'claim_id', reason: 'holds a null character' }],
    });
  });
});
