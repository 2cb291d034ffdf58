import { type Caller, UNCONTROLLED } from '#domain/caller.js';
import { deciderOf } from './decider.js';

const siti = { principal: 'user:siti', role: 'NATIONAL_ANALYST' } as Caller;

test('who decides is told by their credential where there is one, and nobody signs for others', () => {
  expect(deciderOf(null, siti)).toBe('user:siti');
  expect(() => deciderOf('Budi', siti)).toThrow(expect.objectContaining({ code: 'BAD_PARAMETERS', at: 'by' }));
  expect(deciderOf('Budi', UNCONTROLLED)).toBe('Budi');
});
