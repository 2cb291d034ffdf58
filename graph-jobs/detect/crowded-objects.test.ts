import fc from 'fast-check';
import type { ActionColumns } from '#domain/action.js';
import { compatibleNetwork } from './compatible-network.js';
import { EdgeBuffer } from './edge-buffer.js';

const parameters = { windowSeconds: 5, minParticipation: 1, minWeight: 1 };

function columns(rows: readonly { account: number; object: number; second: number }[]): ActionColumns {
  return {
    behaviour: 'CO_HASHTAG',
    length: rows.length,
    account: Uint32Array.from(rows, ({ account }) => account),
    object: Uint32Array.from(rows, ({ object }) => object),
    time: Float64Array.from(rows, ({ second }) => 1.6e12 + second * 1000),
    mention: Uint32Array.from(rows.keys()),
    accountCount: 6,
    objectCount: 3,
  };
}

function weights(actions: ActionColumns, mostPairsOnObject?: number): Map<string, number> {
  const buffer = new EdgeBuffer();
  compatibleNetwork(actions, { ...parameters, mostPairsOnObject }, buffer);
  const { length, from, to, weight } = buffer.edges();
  return new Map(Array.from({ length }, (_, i) => [`${from[i]}-${to[i]}`, weight[i]!]));
}

const row = fc.record({ account: fc.nat(5), object: fc.nat(2), second: fc.nat(30) });

test('pairs that meet only in crowds are left out, all others keep every pair of posts', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), fc.nat(30), (rows, mostPairs) => {
      const pairsOn = [0, 1, 2].map((object) => {
        const own = rows.filter((one) => one.object === object);
        const near = (i: number) => own.slice(i + 1).filter(({ second }) => Math.abs(second - own[i]!.second) <= 5);
        return own.reduce((sum, _, i) => sum + near(i).length, 0);
      });
      const calm = rows.filter(({ object }) => pairsOn[object]! <= mostPairs);
      const elsewhere = new Set(weights(columns(calm)).keys());
      const expected = Array.from(weights(columns(rows))).filter(([pair]) => elsewhere.has(pair));
      expect(weights(columns(rows), mostPairs)).toEqual(new Map(expected));
    }),
    { numRuns: 500 },
  );
});

test('a million shares in an hour are left alone, but for the two accounts that also meet elsewhere', () => {
  const shares = 1_000_000;
  const account = Uint32Array.from({ length: shares + 4 }, (_, i) => (i < shares ? i : i % 2));
  const object = new Uint32Array(shares + 4).fill(1, shares);
  // The first two shares of the viral object come from accounts 0 and 1, who meet twice more on another one.
  const time = Float64Array.from({ length: shares + 4 }, (_, i) => (i < shares ? i * 3.6 : (i - shares) * 1000));
  const mention = Uint32Array.from({ length: shares + 4 }, (_, i) => i);
  const buffer = new EdgeBuffer();
  const behaviour = 'CO_LINK' as const;
  compatibleNetwork(
    { behaviour, length: shares + 4, account, object, time, mention, accountCount: shares, objectCount: 2 },
    { windowSeconds: 60, minParticipation: 1, minWeight: 1 },
    buffer,
  );
  const { length, from, to, weight } = buffer.edges();
  expect([length, from[0], to[0], weight[0]]).toEqual([1, 0, 1, 5]);
});
