import { joinedClaims } from './join-claims.js';
import type { ParsedClaim } from './parsed-claim.js';

const URL = 'https://cek.example/1';
const review = { url: URL, publisher: null, title: null, rating: null, publishedAt: null, language: null };
const parsed = (id: string | null, text: string): ParsedClaim => ({
  ...{ id, text, body: null, claimant: null, appearances: [], reviews: [review] },
});

test('an id that the file gave stays, though it is the address of a review of another claim', () => {
  const ids = joinedClaims([parsed(URL, 'satu'), parsed(null, 'dua')]).map(({ id }) => id);
  expect(ids).toEqual([URL, expect.stringMatching(/^https:\/\/cek.example\/1#[0-9a-f]{12}$/)]);
});
