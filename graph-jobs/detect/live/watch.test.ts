import fc from 'fast-check';
import type { Look } from './look.js';
import type { NamedAction } from './named-network.js';
import { Watch, type WatchParameters } from './watch.js';

const PARAMETERS: WatchParameters = {
  windowMs: 5000,
  horizonMs: 60_000,
  latenessMs: 4000,
  minWeight: 2,
  everyMs: 10_000,
  withContents: true,
};

function watching(parameters: Partial<WatchParameters> = {}): { watch: Watch; looks: Look[] } {
  const looks: Look[] = [];
  return {
    watch: new Watch(
      { ...PARAMETERS, ...parameters },
      (look) => looks.push(look),
      () => 1e12,
    ),
    looks,
  };
}

const feed: fc.Arbitrary<NamedAction[]> = fc
  .array(
    fc.record({
      account: fc.nat(7),
      object: fc.nat(3),
      step: fc.constantFrom(0, 0, 1, 4),
      back: fc.constantFrom(0, 0, 0, 2, 7),
    }),
    { maxLength: 120, size: 'max' },
  )
  .map((steps) => {
    let now = 0;
    return steps.map(({ account, object, step, back }, i) => {
      now += step * 1000;
      return { account: `a${account}`, object: `o${object}`, content: `p${i}`, time: now - back * 1000 };
    });
  });

function action(account: string, object: string, content: string, seconds: number): NamedAction {
  return { account, object, content, time: seconds * 1000 };
}

test('tells of a pair with the posts behind it, and of groups that grow', () => {
  const { watch, looks } = watching();
  for (const one of [
    action('budi', 'u1', 'p1', 1),
    action('ani', 'u1', 'p2', 3),
    action('ani', 'u2', 'p3', 9),
    action('budi', 'u2', 'p4', 9),
    action('citra', 'u2', 'p5', 14),
    action('citra', 'u3', 'p6', 15),
    action('budi', 'u3', 'p7', 16),
  ])
    watch.take(one);
  watch.look();
  const { pairs, groups, ...figures } = looks[0]!;
  expect(pairs).toEqual([
    {
      from: 'ani',
      to: 'budi',
      weight: 2,
      objects: 2,
      first: 1000,
      last: 9000,
      evidence: [
        { object: 'u2', fromPost: 'p3', toPost: 'p4', fromTime: 9000, toTime: 9000 },
        { object: 'u1', fromPost: 'p2', toPost: 'p1', fromTime: 3000, toTime: 1000 },
      ],
    },
  ]);
  expect(groups).toEqual([{ members: ['ani', 'budi'], joined: ['ani', 'budi'] }]);
  expect(figures).toEqual({
    at: 9000,
    pairsLeftOut: 0,
    grouped: true,
    pairsAbove: 1,
    edges: 1,
    actions: 4,
    crowdedObjects: 0,
  });
  expect(looks).toHaveLength(2);
  expect(looks[1]!.pairs.map(({ from, to }) => [from, to])).toEqual([['budi', 'citra']]);
  expect(looks[1]!.groups).toEqual([{ members: ['ani', 'budi', 'citra'], joined: ['citra'] }]);
});

test('every new pair has as many pairs of posts as its weight says, up to the bound on what is shown', () => {
  let seen = 0;
  fc.assert(
    fc.property(feed, (actions) => {
      const { watch, looks } = watching();
      for (const one of actions) watch.take(one);
      watch.look();
      for (const { from, to, weight, evidence, first, last } of looks.flatMap(({ pairs }) => pairs)) {
        seen += 1;
        expect(from < to).toBe(true);
        expect(evidence.length).toBe(Math.min(weight, 10));
        for (const { fromTime, toTime } of evidence) {
          expect(Math.abs(fromTime - toTime)).toBeLessThanOrEqual(PARAMETERS.windowMs);
          expect(Math.min(fromTime, toTime)).toBeGreaterThanOrEqual(first);
          expect(Math.min(fromTime, toTime)).toBeLessThanOrEqual(last);
        }
      }
    }),
  );
  expect(seen).toBeGreaterThan(200);
});

test('a watch that is stopped anywhere and taken up again tells the same as one that goes on', () => {
  fc.assert(
    fc.property(feed, fc.nat(100), fc.boolean(), (actions, percent, withContents) => {
      const named = actions.map((one) => (withContents ? one : { ...one, content: null }));
      const stop = Math.floor((named.length * percent) / 100);
      const [through, first, second] = [0, 1, 2].map(() => watching({ withContents }));
      for (const one of named) through!.watch.take(one);
      for (const one of named.slice(0, stop)) first!.watch.take(one);
      second!.watch.restore([...first!.watch.names.actions()], JSON.parse(JSON.stringify(first!.watch.memory())));
      for (const one of named.slice(stop)) second!.watch.take(one);
      for (const { watch } of [through!, second!]) watch.look();
      expect([...first!.looks, ...second!.looks]).toEqual(through!.looks);
      expect(second!.watch.counts).toEqual(through!.watch.counts);
    }),
  );
});

test('a group that broke up around a stop is told of anew, as by a watch that goes on', () => {
  const meet = (from: number) =>
    [0, 1].flatMap((i) => [
      action('ani', 'u1', `a${from + i}`, from + i),
      action('budi', 'u1', `b${from + i}`, from + i),
    ]);
  const feed = [...meet(1), action('citra', 'u9', 'c1', 100), action('citra', 'u9', 'c2', 120), ...meet(130)];
  const [through, first, second] = [0, 1, 2].map(() => watching());
  for (const one of feed) through!.watch.take(one);
  for (const one of feed.slice(0, 5)) first!.watch.take(one);
  second!.watch.restore([...first!.watch.names.actions()], JSON.parse(JSON.stringify(first!.watch.memory())));
  for (const one of feed.slice(5)) second!.watch.take(one);
  for (const { watch } of [through!, second!]) watch.look();
  expect(through!.looks.at(-1)!.groups).toEqual([{ members: ['ani', 'budi'], joined: ['ani', 'budi'] }]);
  expect([...first!.looks, ...second!.looks]).toEqual(through!.looks);
});

test('a row that is ahead of the clock on the wall is not taken: it would push all others out', () => {
  const { watch } = watching();
  watch.take(action('ani', 'u1', 'p1', 1));
  expect(watch.take(action('budi', 'u1', 'p2', 1e9 + 601))).toBe('AHEAD');
  expect([watch.names.network.length, watch.counts.AHEAD]).toEqual([1, 1]);
});
