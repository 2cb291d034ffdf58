import type { ClaimMatch } from '#domain/claim-match.js';
import { textHash } from '#domain/text-hash.js';
import { foundMatch } from '../../test/builders/claims.js';
import { isEdited, toMatch } from './claim-match.mapper.js';

const match = (overlapOf: number | null) =>
  toMatch({ ...foundMatch('k', 'x:1', 0.5), overlapOf, state: 'CANDIDATE', matchedAt: 0 } satisfies ClaimMatch);

test('a text is edited when it is another one than that which was searched; of what is not known nothing is said', () => {
  expect(isEdited(match(textHash('banjir besar')), 'banjir besar')).toBe(false);
  expect(isEdited(match(textHash('banjir besar')), 'banjir besaR')).toBe(true);
  expect(isEdited(match(null), 'banjir')).toBe(false);
});
