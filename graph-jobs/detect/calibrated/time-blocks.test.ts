import fc from 'fast-check';
import { type PlainAction, plainBlocks, sortedColumns } from '../../../test/calibration/plain-tests.js';
import { layerActivity } from './layer-activity.js';

const ACCOUNTS = 150;

/** A busy hour, a busy day and a thin year around them, each more or less so. */
const stretches = fc.record({
  hour: fc.integer({ min: 0, max: 700 }),
  day: fc.integer({ min: 0, max: 700 }),
  thin: fc.integer({ min: 1, max: 300 }),
  accounts: fc.constantFrom(60, 99, 100, 101, ACCOUNTS),
  seed: fc.nat(1000),
});

function actionsOf({ hour, day, thin, accounts, seed }: { [name: string]: number }): PlainAction[] {
  const spread = (count: number, from: number, span: number) =>
    Array.from({ length: count }, (_, i) => ({
      account: (i * 7 + seed!) % accounts!,
      object: 0,
      time: from + ((i * 7919 + seed! * 104_729) % span),
    }));
  const start = 1_600_000_000;
  return [
    ...spread(hour!, start, 3600),
    ...spread(day!, start + 40 * 86_400, 86_400),
    ...spread(thin!, start - 86_400, 31_536_000),
  ];
}

test('every action is in the finest well-filled stretch, and thin times go to the next one', () => {
  fc.assert(
    fc.property(stretches, (of) => {
      const actions = actionsOf(of).sort((a, b) => a.time - b.time || a.account - b.account);
      const { blocks } = layerActivity(sortedColumns(actions, ACCOUNTS, 1));
      const plain = plainBlocks(actions);
      const names = new Map<number, string>();
      actions.forEach((action, row) => {
        const name = names.get(blocks.block[row]!) ?? plain.get(action)!;
        names.set(blocks.block[row]!, name);
        expect(plain.get(action)).toBe(name);
      });
      expect(new Set(names.values()).size).toBe(names.size);
      expect(blocks.size.reduce((sum, size) => sum + size, 0)).toBe(actions.length);
    }),
    { numRuns: 60 },
  );
});
