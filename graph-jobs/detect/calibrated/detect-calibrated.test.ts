import { DEFAULT_RUN_PARAMETERS, type RunParameters } from '#domain/run.js';
import { mentionColumns } from '../../../test/builders/mention-columns.js';
import { plantedShares } from '../../../test/builders/planted-shares.js';
import { detectGroups, detectInCopy } from '../detect-groups.js';
import { calibratedGroups } from './calibrated-groups.js';
import { calibratedNetwork } from './calibrated-network.js';

const parameters: RunParameters = { ...DEFAULT_RUN_PARAMETERS, behaviours: ['CO_LINK', 'CO_HASHTAG'] };

const shares = plantedShares(3);
const START = Math.min(...shares.map(({ time }) => time));
/** One of the things again, hours later: no evidence of anything. */
const wave = shares.filter(({ account }) => account.startsWith('g')).slice(0, 6);
const later = wave.map((share, i) => ({ ...share, content: `later${i}`, time: share.time + 7200 + 1000 * i }));

/** The group shares links and uses hashtags together; everybody else does the one or the other. */
const columns = mentionColumns(
  [...shares, ...later].map(({ content, account, object, time }, i) => {
    const planted = account.startsWith('g');
    return {
      ...{ id: content, account, at: time - START },
      links: planted || i % 2 === 0 ? [`https://warta.id/${object}`] : [],
      hashtags: planted || i % 2 === 1 ? [object] : [],
    };
  }),
);
const detection = detectGroups(columns, parameters);

test('a group tied by two behaviours is one group, with an edge for each', () => {
  const [group, ...others] = detection.groups;
  expect(others).toEqual([]);
  expect(group!.members.map((code) => columns.accounts[code]!.id)).toEqual(['g0', 'g1', 'g2', 'g3', 'g4', 'g5']);
  expect(group!.qValue).toBeLessThanOrEqual(parameters.fdr);
  const kinds = group!.edges.map(({ from, to, behaviour }) => `${from} ${to} ${behaviour}`);
  expect(new Set(kinds).size).toBe(kinds.length);
  expect(new Set(group!.edges.map(({ behaviour }) => behaviour))).toEqual(new Set(['CO_LINK', 'CO_HASHTAG']));
  expect(group!.layerGroups).toEqual([
    { behaviour: 'CO_LINK', number: 1, size: 6, shared: 6, relation: 'SAME' },
    { behaviour: 'CO_HASHTAG', number: 1, size: 6, shared: 6, relation: 'SAME' },
  ]);
  // The same things at the same times in both, and about as many of everybody else's: neither makes much more of it.
  const shares = new Map(group!.attribution.map(({ behaviour, share }) => [behaviour, share]));
  expect(shares.get('CO_LINK')! + shares.get('CO_HASHTAG')!).toBeCloseTo(1, 12);
  expect(Math.abs(shares.get('CO_LINK')! - 0.5)).toBeLessThan(0.1);
});

test('an edge has both tests of every window that kept it, as the network has them', () => {
  const { layers } = detection;
  const network = calibratedNetwork(
    layers.map(({ actions }) => actions),
    parameters,
  );
  const { pairs, qWho, qWhen } = network;
  const rows = calibratedGroups(network, parameters.resolution, parameters.seed).rows.map((row) => {
    const ids = [pairs.from[row]!, pairs.to[row]!].map((code) => columns.accounts[code]!.id).sort();
    const { behaviour } = layers[pairs.layer[row]!]!.actions;
    const figures = [pairs.expected[row]!, qWho[row]!, qWhen[row]!].map((value) => value.toPrecision(6)).map(Number);
    return [...ids, behaviour, parameters.windowsSeconds[pairs.window[row]!], pairs.occasions[row], ...figures];
  });
  const kept = detection.groups.flatMap(({ edges }) =>
    edges.flatMap(({ from, to, behaviour, tests }) => {
      expect(tests!.map(({ windowSeconds }) => windowSeconds)).toEqual(
        tests!.map(({ windowSeconds }) => windowSeconds).sort((a, b) => a - b),
      );
      return tests!.map(({ windowSeconds, occasions, expected, qWho: who, qWhen: when }) => {
        const ids = [from, to].map((code) => columns.accounts[code]!.id);
        return [...ids, behaviour, windowSeconds, occasions, expected, who, when];
      });
    }),
  );
  const sorted = (all: unknown[][]) => all.map((row) => JSON.stringify(row)).sort();
  expect(sorted(kept)).toEqual(sorted(rows));
  expect(new Set(kept.map(([, , , window]) => window)).size).toBeGreaterThan(1);
});

test('evidence is every pair of mentions of an edge within one of the windows, as many as its weight says', () => {
  const [group] = detection.groups;
  const byEdge = new Map<number, number[]>();
  for (const { edge, fromMention, toMention, layer, object } of group!.evidence) {
    const { from, to, behaviour } = group!.edges[edge]!;
    expect([columns.account[fromMention], columns.account[toMention]]).toEqual([from, to]);
    expect(detection.layers[layer]!.actions.behaviour).toBe(behaviour);
    expect(object).toBeLessThan(detection.layers[layer]!.actions.objectCount);
    const apart = Math.abs(columns.publishedAt[fromMention]! - columns.publishedAt[toMention]!) / 1000;
    byEdge.set(edge, [...(byEdge.get(edge) ?? []), apart]);
  }
  const widest = Math.max(...parameters.windowsSeconds);
  group!.edges.forEach(({ weight }, edge) => {
    expect(byEdge.get(edge)?.length).toBe(weight);
    expect(Math.max(...byEdge.get(edge)!)).toBeLessThanOrEqual(widest);
  });
});

test('what the help says of a window is what a run with that window alone finds', () => {
  expect(detection.windows.map(({ windowSeconds }) => windowSeconds)).toEqual([10, 60, 600, 3600]);
  for (const { windowSeconds, pairsKept, groups, accounts } of detection.windows) {
    const alone = detectGroups(columns, { ...parameters, windowsSeconds: [windowSeconds] });
    const members = alone.groups.reduce((sum, { members: own }) => sum + own.length, 0);
    expect([pairsKept, groups, accounts]).toEqual([alone.keptPairs, alone.groups.length, members]);
  }
  expect(detection.windows.some(({ groups }) => groups > 0)).toBe(true);
});

test('the data as its own copy shows the same, and with accounts moved about it shows none', () => {
  const { layers, keptPairs } = detection;
  expect(detectInCopy(layers, columns.account, parameters)).toEqual({ keptPairs, largestGroup: 6 });
  const moved = columns.account.map((_, row) => columns.account[(row * 7919) % columns.length]!);
  expect(detectInCopy(layers, moved, parameters)).toEqual({ keptPairs: 0, largestGroup: 0 });
});
