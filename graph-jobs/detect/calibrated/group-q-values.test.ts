import fc from 'fast-check';
import type { CalibratedNetwork } from './calibrated-network.js';
import { groupQValues } from './group-q-values.js';

type Edge = readonly [from: number, to: number, q: number];

function network(edges: readonly Edge[]): CalibratedNetwork {
  const pairs = {
    from: Uint32Array.from(edges, ([from]) => from),
    to: Uint32Array.from(edges, ([, to]) => to),
    p: new Float64Array(edges.length),
  };
  const q = Float64Array.from(edges, ([, , own]) => own);
  return { pairs, qWho: q, qWhen: new Float64Array(edges.length) } as unknown as CalibratedNetwork;
}

/** The lowest rate at which the edges up to it reach every member from the first. */
function byReach(members: readonly number[], edges: readonly Edge[]): number {
  const rates = [...new Set(edges.map(([, , q]) => q))].sort((a, b) => a - b);
  return rates.find((rate) => {
    const reached = new Set([members[0]!]);
    for (let before = 0; before < reached.size; ) {
      before = reached.size;
      for (const [from, to, q] of edges) {
        if (q > rate || !members.includes(from) || !members.includes(to)) continue;
        if (reached.has(from)) reached.add(to);
        if (reached.has(to)) reached.add(from);
      }
    }
    return members.every((member) => reached.has(member));
  })!;
}

test('is the lowest rate whose edges reach every member, whatever lies between groups', () => {
  const rate = fc.integer({ min: 1, max: 6 });
  const account = fc.integer({ min: 0, max: 11 });
  fc.assert(
    fc.property(
      fc.array(rate, { minLength: 10, maxLength: 10 }),
      fc.array(fc.tuple(account, account, rate)),
      (path, more) => {
        const groups = [
          [0, 1, 2, 3, 4, 5],
          [6, 7, 8, 9, 10, 11],
        ];
        const paths = groups.flatMap((members, group) =>
          members.slice(1).map((member, i): Edge => [members[i]!, member, path[group * 5 + i]!]),
        );
        const edges = [...more, ...paths];
        expect(groupQValues(groups, network(edges))).toEqual(groups.map((members) => byReach(members, edges)));
      },
    ),
  );
});

test('a group that its edges do not hold together is a fault', () => {
  expect(() => groupQValues([[1, 2, 3]], network([[1, 2, 0.1]]))).toThrow('connected');
});
