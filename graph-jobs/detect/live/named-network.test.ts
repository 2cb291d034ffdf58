import fc from 'fast-check';
import { type NamedAction, NamedNetwork } from './named-network.js';

const PARAMETERS = { windowMs: 5000, horizonMs: 30_000, latenessMs: 4000 };

/** A feed in which ids come and go for good: numbers that grow with time, and some that stay. */
const feed: fc.Arbitrary<NamedAction[]> = fc
  .array(
    fc.record({
      account: fc.nat(6),
      object: fc.nat(3),
      step: fc.constantFrom(0, 1, 2),
      back: fc.constantFrom(0, 0, 0, 3, 8),
    }),
    { minLength: 60, maxLength: 150, size: 'max' },
  )
  .map((steps) => {
    let now = 0;
    return steps.map(({ account, object, step, back }, i) => {
      now += step * 1000;
      const era = Math.floor(i / 20);
      return {
        account: account < 3 ? `stays-${account}` : `${account}-${era}`,
        object: `object ${object} of ${era}`,
        content: `post, ${i}`,
        time: now - back * 1000,
      };
    });
  });

function edgesOf(names: NamedNetwork): string[] {
  const { edges, ids } = names.ranked(names.network.edges(1));
  return Array.from(edges.weight, (weight, i) => `${ids.at(edges.from[i]!)} ${ids.at(edges.to[i]!)} ${weight}`);
}

test('forgetting ids that nobody uses changes nothing that is seen', () => {
  let forgot = 0;
  fc.assert(
    fc.property(feed, fc.boolean(), (actions, withContents) => {
      const forgetful = new NamedNetwork(PARAMETERS, withContents, 4);
      const hoarder = new NamedNetwork(PARAMETERS, withContents, Number.POSITIVE_INFINITY);
      const first = forgetful.network;
      for (const action of actions) {
        const named = withContents ? action : { ...action, content: null };
        expect(forgetful.add(named)).toBe(hoarder.add(named));
        for (const names of [forgetful, hoarder]) names.network.look(2);
      }
      expect(edgesOf(forgetful)).toEqual(edgesOf(hoarder));
      expect(forgetful.told()).toEqual(hoarder.told());
      expect(forgetful.network.clock).toBe(hoarder.network.clock);
      expect([...forgetful.actions()]).toEqual([...hoarder.actions()]);
      if (forgetful.network !== first) forgot += 1;
    }),
    { numRuns: 30 },
  );
  // About half of the feeds: how many is up to chance.
  expect(forgot).toBeGreaterThan(0);
});

test('a post listed as a share of itself pairs with nothing, and time goes on with it', () => {
  const names = new NamedNetwork(PARAMETERS, true);
  expect(names.add({ account: 'ani', object: 'p1', content: 'p1', time: 9000 })).toBe('ITSELF');
  expect([names.network.length, names.network.clock]).toEqual([0, 9000]);
  expect(names.add({ account: 'budi', object: 'p1', content: 'p2', time: 1000 })).toBe('TOO_LATE');
});

test('thousands of ids that come and go leave memory for what is kept alone', () => {
  const names = new NamedNetwork(PARAMETERS, true, 1000);
  const rebuilt = new Set<unknown>();
  for (let i = 0; i < 20_000; i++) {
    names.add({ account: `a${i}`, object: `o${i >> 2}`, content: `c${i}`, time: i * 1000 });
    rebuilt.add(names.network);
  }
  expect(names.network.length).toBe(31);
  expect(rebuilt.size).toBeGreaterThan(20);
});
