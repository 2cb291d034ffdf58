import fc from 'fast-check';
import { ANYONE, type Caller, UNCONTROLLED } from '#domain/caller.js';
import { ownScope, rowScope } from './row-scope.js';

const codes = fc.uniqueArray(fc.constantFrom('31', '31.71', '32', '"', ',', ''), { maxLength: 4 });
const caller: fc.Arbitrary<Caller> = fc.record({
  principal: fc.constantFrom('anyone', 'key:1', 'user:sari'),
  role: fc.constantFrom(null, 'REGIONAL_SYSTEM', 'AGENCY_ADMIN'),
  scopes: codes,
  regions: fc.option(codes),
  agencyId: fc.constantFrom(null, 'null', 'bpbd-dki', '31'),
});

const sets = ({ role, agencyId, regions, scopes }: Caller) => ({
  role,
  agencyId,
  regions: regions && new Set(regions),
  scopes: new Set(scopes),
});

test('callers have one scope when they may see the same, and no other, in whatever order it is written', () => {
  fc.assert(
    fc.property(caller, caller, fc.boolean(), (one, drawn, alike) => {
      const other = alike ? { ...one, principal: drawn.principal, scopes: [...one.scopes].reverse() } : drawn;
      let isSame = true;
      try {
        expect(sets(one)).toEqual(sets(other));
      } catch {
        isSame = false;
      }
      expect(rowScope(one) === rowScope(other)).toBe(isSame);
      expect(ownScope(one) === ownScope(other)).toBe(isSame && one.principal === other.principal);
    }),
    { numRuns: 2000 },
  );
});

test('what a caller will have one day parts callers too', () => {
  const of = (tenant: string): Caller => Object.assign({}, ANYONE, { tenant });
  expect(rowScope(of('one'))).not.toBe(rowScope(of('other')));
});

test('nobody known and no access control are two', () => {
  expect(rowScope(ANYONE)).not.toBe(rowScope(UNCONTROLLED));
});
