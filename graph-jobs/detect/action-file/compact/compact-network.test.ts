import fc from 'fast-check';
import type { IdDictionary } from '../../../csv-file/id-dictionary.js';
import { EdgeBuffer } from '../../edge-buffer.js';
import { actionFile } from '../action-file.js';
import { ActionFileReader, type ActionRowsFile } from '../action-file-reader.js';
import { fileNetwork } from '../file-network.js';
import { compactNetwork } from './compact-network.js';

interface Row {
  readonly account: string;
  readonly object: string;
  readonly content: string;
  readonly seconds: number;
}

// Of every kind of key; 'o1' is also a content, so that some rows are on an object of their own.
const accounts = ['a', 'b-c', '1234567890', '12345678901', '9876543210123456789', 'a long name', 'naïve', '10'];
const row = fc.record({
  account: fc.constantFrom(...accounts),
  object: fc.constantFrom('o1', 'o2', 'o3'),
  content: fc.oneof(fc.constantFrom('o1', 'p1', 'p2'), fc.nat(1000).map(String)),
  seconds: fc.nat(40),
});
const fraction = fc.constantFrom(0, 0, 0.5);
/** Milliseconds over more than 49 days need more than 32 bits. */
const farApart = fc.constantFrom(1, 1, 10_000_000);
const parameters = fc.record({
  windowSeconds: fc.constantFrom(0, 0.5, 1, 5, 60),
  minWeight: fc.integer({ min: 1, max: 3 }),
  mostPairsOnObject: fc.constantFrom(5, 1000),
});

function read(rows: readonly Row[], contents: boolean): ActionRowsFile {
  const content = contents ? { content: 'content' } : {};
  const reader = new ActionFileReader({ account: 'account', object: 'object', time: 'time', ...content });
  const lines = rows.map((of) => `${of.account},${of.object},${of.content},${1_600_000_000 + of.seconds}\n`);
  reader.push(Buffer.from(`account,object,content,time\n${lines.join('')}`));
  return reader.finish();
}

function named(ids: IdDictionary | null, buffer: EdgeBuffer): string[] {
  const { length, from, to, weight } = buffer.edges();
  return Array.from({ length }, (_, i) => `${ids!.at(from[i]!)} ${ids!.at(to[i]!)} ${weight[i]}`);
}

function check(rows: readonly Row[], contents: boolean, with_: Parameters<typeof compactNetwork>[1]): void {
  const file = actionFile(read(rows, contents), 'CO_REPOST');
  const [buffer, compactBuffer] = [new EdgeBuffer(), new EdgeBuffer()];
  let ids: IdDictionary | null = null;
  let crowdedObjects = 0;
  const figures = {
    actions: file.actions.length,
    accounts: file.accounts.length,
    objects: file.actions.objectCount,
    repeatedContents: file.repeatedContents,
  };
  fileNetwork(file, { ...with_, minParticipation: 1 }, (own, sweep) => {
    ids = own;
    crowdedObjects = sweep.crowded.count;
    return buffer;
  });
  let compactIds: IdDictionary | null = null;
  const outcome = compactNetwork(read(rows, contents), with_, (own) => {
    compactIds = own;
    return compactBuffer;
  });
  expect(named(compactIds, compactBuffer)).toEqual(named(ids, buffer));
  expect(outcome).toEqual({ ...figures, crowdedObjects });
}

test('equals the network of all columns, with ties, repeated posts, crowds, fractions and any order of rows', () => {
  const rows = fc.array(fc.tuple(row, fraction, farApart), { maxLength: 90 });
  fc.assert(
    fc.property(rows, fc.boolean(), parameters, (drawn, contents, with_) => {
      const of = drawn.map(([one, part, far]) => ({ ...one, seconds: one.seconds * far + part }));
      check(of, contents, with_);
    }),
    { numRuns: 150 },
  );
});

test('of many rows few posts are repeated, and only these do not pair', () => {
  const rows = Array.from({ length: 5000 }, (_, i) => ({
    account: `${1_000_000_000 + ((i * 7919) % 211)}`,
    object: `o${i % 9}`,
    content: i % 100 === 9 ? `p${i - 9}` : `p${i}`,
    seconds: (i * 31) % 977,
  }));
  check(rows, true, { windowSeconds: 2, minWeight: 1 });
});

test('of many accounts one table holds a part', () => {
  const rows = Array.from({ length: 70_000 }, (_, i) => ({
    account: `${1_000_000_000 + ((i * 7919) % 60_013)}`,
    object: `o${i % 1000}`,
    content: `p${i}`,
    seconds: (i * 31) % 9777,
  }));
  check(rows, true, { windowSeconds: 30, minWeight: 1 });
});
