import fc from 'fast-check';
import { GroupCounts } from './group-counts.js';

test('each group is counted as though there were no other', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat(5), { maxLength: 20 }), { maxLength: 6 }), (groups) => {
      const counts = new GroupCounts(6);
      for (const codes of groups) {
        counts.begin();
        for (const [i, code] of codes.entries())
          expect(counts.add(code)).toBe(codes.slice(0, i + 1).filter((other) => other === code).length);
        const most = Math.max(0, ...codes.map((code) => codes.filter((other) => other === code).length));
        expect(counts.most).toBe(most);
      }
    }),
  );
});
