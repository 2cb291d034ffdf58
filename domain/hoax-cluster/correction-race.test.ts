import fc from 'fast-check';
import { type CorrectionRace, correctionRace } from './correction-race.js';
import { MOST_BUCKETS } from './race-curves.js';

const HOUR = 3_600_000;
const JAKARTA = 7 * HOUR;
const [NONE, TELLS, DENIES, CANDIDATE] = [0, 1, 2, 3];

/** Account, time, role, and the role of what it answers. */
type Row = readonly [number, number, number, number];

const race = (rows: readonly Row[]): CorrectionRace =>
  correctionRace(
    {
      account: Uint32Array.from(rows, ([account]) => account),
      time: Float64Array.from(rows, ([, time]) => time),
      role: Uint8Array.from(rows, ([, , role]) => role),
      engages: Uint8Array.from(rows, ([, , , engages]) => engages),
    },
    JAKARTA,
  );
const code = fc.constantFrom(NONE!, TELLS!, DENIES!, CANDIDATE!);
const anyRows = fc.array(fc.tuple(fc.nat(6), fc.integer({ min: 0, max: 90 * 24 * HOUR }), code, code), {
  maxLength: 40,
});
const turned = (rows: readonly Row[]): Row[] => {
  const other = (role: number) => (role === TELLS ? DENIES! : role === DENIES ? TELLS! : role);
  return rows.map(([account, time, role, engages]) => [account, time, other(role), other(engages)]);
};

test('a claim is told five times, denied twice five hours later, and two of its three carriers meet the denial', () => {
  const rows: Row[] = [
    ...[0, 1, 2, 6, 7].map((hour, i): Row => [i % 3, hour * HOUR, TELLS!, NONE!]),
    [3, HOUR, NONE!, TELLS!],
    [4, 2 * HOUR, NONE!, TELLS!],
    [9, 5 * HOUR, DENIES!, NONE!],
    [0, 6.5 * HOUR, DENIES!, NONE!],
    [1, 8 * HOUR, NONE!, DENIES!],
    [3, 9 * HOUR, NONE!, DENIES!],
    [5, 3 * HOUR, CANDIDATE!, NONE!],
  ];
  const { curves, lag, overlap, audience } = race(rows);
  expect(lag).toEqual({ first: 5 * HOUR, half: 3 * HOUR });
  expect(overlap).toEqual({ afterFirstDenial: 0.4, sharedArea: 0.2 });
  expect(audience).toEqual({ carriers: { accounts: 3, reached: 2 }, engaged: { accounts: 2, reached: 1 } });
  expect([curves.from, curves.bucketMs]).toEqual([0, 10 * 60_000]);
  expect(curves.candidates[18]).toBe(1);
});

test('what is met before the claim is no reach, nor what is met at the same moment', () => {
  const rows: Row[] = [
    [1, 5, TELLS!, NONE!],
    [1, 5, DENIES!, NONE!],
    [2, 4, DENIES!, NONE!],
    [2, 5, TELLS!, NONE!],
  ];
  expect(race(rows).audience.carriers).toEqual({ accounts: 2, reached: 0 });
});

test('who answers a claim with its denial corrects it, and is not engaged; who only answered before is, and is reached', () => {
  const answersWithDenial: Row = [1, 5, DENIES!, TELLS!];
  const answersMore: Row = [1, 6, NONE!, TELLS!];
  const repostsDenialFirst: Row[] = [
    [2, 3, DENIES!, NONE!],
    [2, 5, NONE!, TELLS!],
  ];
  expect(race([answersWithDenial, answersMore, ...repostsDenialFirst]).audience.engaged).toEqual({
    accounts: 0,
    reached: 0,
  });
  const asksFirst: Row = [1, 4, NONE!, TELLS!];
  expect(race([asksFirst, answersWithDenial]).audience.engaged).toEqual({ accounts: 1, reached: 1 });
  const tellsLater: Row = [1, 7, TELLS!, NONE!];
  expect(race([answersWithDenial, tellsLater]).audience.carriers).toEqual({ accounts: 1, reached: 0 });
});

test('without one side there is neither lag nor overlap', () => {
  expect(race([[1, 5, TELLS!, NONE!]])).toMatchObject({ lag: null, overlap: null });
  expect(race([]).curves).toMatchObject({ from: null, tells: new Uint32Array(0) });
});

test('the other way round the lag turns its sign and the shared area stays', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const [one, other] = [race(rows), race(turned(rows))];
      expect(one.lag === null).toBe(other.lag === null);
      if (one.lag === null || other.lag === null) return;
      expect(one.lag.first + other.lag.first).toBe(0);
      expect(one.lag.half + other.lag.half).toBe(0);
      expect(one.overlap!.sharedArea).toBeCloseTo(other.overlap!.sharedArea, 12);
    }),
  );
});

test('overlaps are shares, the curves count every mention once, and reached accounts are among the accounts', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const { curves, overlap, audience } = race(rows);
      for (const share of overlap === null ? [] : [overlap.afterFirstDenial, overlap.sharedArea]) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
      const drawn = [curves.tells, curves.denies, curves.candidates];
      const totals = [TELLS, DENIES, CANDIDATE].map((role) => rows.filter((row) => row[2] === role).length);
      expect(drawn.map((curve) => curve.reduce((sum, count) => sum + count, 0))).toEqual(totals);
      expect(curves.tells.length).toBeLessThanOrEqual(MOST_BUCKETS);
      for (const { accounts, reached } of Object.values(audience)) expect(reached).toBeLessThanOrEqual(accounts);
    }),
  );
});

test('the order of the mentions and the codes of the accounts change nothing; all of it later by weeks moves the axis alone', () => {
  const order = fc.array(fc.nat(), { minLength: 40, maxLength: 40 });
  fc.assert(
    fc.property(anyRows, order, fc.nat(9), (rows, keys, weeks) => {
      const shuffled = rows.map((row, i) => ({ row, key: keys[i]! })).sort((one, other) => one.key - other.key);
      expect(race(shuffled.map(({ row: [account, ...rest] }): Row => [17 - account, ...rest]))).toEqual(race(rows));
      const later = weeks * 1024 * 7 * 24 * HOUR;
      const { curves, ...figures } = race(
        rows.map(([account, time, ...rest]): Row => [account, time + later, ...rest]),
      );
      const { curves: before, ...same } = race(rows);
      expect(figures).toEqual(same);
      expect(curves).toEqual({ ...before, from: before.from === null ? null : before.from + later });
    }),
  );
});
