import type { Claim } from '#domain/claim.js';
import { storableClaims } from './storable-claim.js';

const claim = (text: string): Claim => ({
  ...{ id: 'c', texts: [text], body: null, claimant: null, appearances: [], reviews: [] },
});

test('a null character is refused, and its six signs in a text are none', () => {
  expect(storableClaims([claim('before \0 behind')]).refused).toEqual([
    { claimId: 'c', field: 'texts', reason: 'holds a null character' },
  ]);
  expect(storableClaims([claim('before \\u0000 behind')])).toMatchObject({ storable: [{ id: 'c' }], refused: [] });
});
