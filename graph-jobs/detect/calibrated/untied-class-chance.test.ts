import { type PlainAction, sortedColumns } from '../../../test/calibration/plain-tests.js';
import { calibratedGroups } from './calibrated-groups.js';
import { calibratedNetwork } from './calibrated-network.js';

const START = 1_600_000_000;
const OUTSIDERS = 400;
const MEMBERS = 8;

/** Outsiders each act on things of their own for two days; members act together on eight things that are theirs alone. */
function actions(secondsApart: (object: number) => number): PlainAction[] {
  const outside = Array.from({ length: OUTSIDERS * 3 }, (_, i) => {
    return { account: MEMBERS + (i % OUTSIDERS), object: MEMBERS + i, time: START + i * 144 };
  });
  const together = Array.from({ length: MEMBERS * MEMBERS }, (_, i) => {
    const [account, object] = [i % MEMBERS, Math.floor(i / MEMBERS)];
    return { account, object, time: START + object * 20_000 + account * secondsApart(object) };
  });
  return [...outside, ...together];
}

function groupsOf(all: readonly PlainAction[]) {
  const columns = sortedColumns(all, MEMBERS + OUTSIDERS, MEMBERS + OUTSIDERS * 3);
  const network = calibratedNetwork([columns], { windowsSeconds: [60, 600], fdr: 0.01 });
  return calibratedGroups(network, 1, 1).groups.map(({ members }) => [...members].sort((a, b) => a - b));
}

test('a group is found where no two others ever share anything', () => {
  expect(groupsOf(actions(() => 2))).toEqual([[0, 1, 2, 3, 4, 5, 6, 7]]);
});

test('two of eight shared things within the minute, the others an hour apart, are none', () => {
  expect(groupsOf(actions((object) => (object < 2 ? 2 : 4000)))).toEqual([]);
});
