import type { CoTimedEdge } from '#domain/finding.js';

/** A row of ADD_CO_TIMED; without tests its lists are null. */
export function coTimedRow(group: number, { from, to, behaviour, weight, objects, tests }: CoTimedEdge): unknown[] {
  const edge = [group, from, to, behaviour, weight, objects];
  if (!tests) return [...edge, null, null, null, null, null];
  return [
    ...edge,
    tests.map(({ windowSeconds }) => windowSeconds),
    tests.map(({ occasions }) => occasions),
    tests.map(({ expected }) => expected),
    tests.map(({ qWho }) => qWho),
    tests.map(({ qWhen }) => qWhen),
  ];
}
