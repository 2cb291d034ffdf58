import fc from 'fast-check';
import { NO_ROW } from '#domain/mention-columns.js';
import { DEFAULT_MENTION_MAPPING } from './mention-file-mapping.js';
import { type MentionFile, MentionFileReader } from './mention-file-reader.js';

const HEADER = 'mention_id,parent_id,account_id,published_at,followers';
const START = 1_600_000_000;

function read(lines: readonly string[], chunk = 1 << 20): MentionFile {
  const reader = new MentionFileReader({ ...DEFAULT_MENTION_MAPPING, followers: 'followers' });
  const bytes = Buffer.from([HEADER, ...lines].join('\n'));
  for (let at = 0; at < bytes.length; at += chunk) reader.push(bytes.subarray(at, at + chunk));
  return reader.finish();
}

/** Everything that results are made of, in plain words. */
function plain({ mentions }: MentionFile) {
  const { ids, accounts, account, parent, namedParent, publishedAt, followers } = mentions;
  return Array.from({ length: mentions.length }, (_, row) => ({
    id: ids.at(row),
    parent: parent[row] === NO_ROW ? (namedParent[row] === NO_ROW ? 'none' : 'missing') : ids.at(parent[row]!),
    account: accounts.at(account[row]!),
    at: publishedAt[row]! / 1000 - START,
    followers: followers![row],
  }));
}

const id = fc.constantFrom('a', 'b', 'c', 'ab', 'ß', '12345678901234567', '😀', 'a longer id than nine');
const row = fc.record({ id, parent: fc.option(id), account: id, at: fc.nat(3), followers: fc.option(fc.nat(9)) });

type Draft = typeof row extends fc.Arbitrary<infer T> ? T : never;

test('rows come out by time and id, each with its parent, whatever the order and the chunks they come in', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), fc.infiniteStream(fc.nat()), fc.integer({ min: 1, max: 90 }), check),
    { numRuns: 500 },
  );
});

function check(rows: readonly Draft[], keys: Iterator<number>, chunk: number): void {
  const lines = rows.map((r) => `${r.id},${r.parent ?? ''},${r.account},${START + r.at},${r.followers ?? ''}`);
  const file = read(lines);
  const shuffled = lines
    .map((line) => ({ line, key: Number(keys.next().value) }))
    .sort((one, other) => one.key - other.key);
  expect(
    plain(
      read(
        shuffled.map(({ line }) => line),
        chunk,
      ),
    ),
  ).toEqual(plain(file));

  const known = new Set(rows.map((r) => r.id));
  const mentions = plain(file);
  expect(mentions.map((mention) => mention.id)).toHaveLength(known.size);
  expect(file.mentions.repeatedMentions).toBe(rows.length - known.size);
  for (const mention of mentions) {
    const same = rows.filter((r) => r.id === mention.id);
    expect(mention.at).toBe(Math.min(...same.map((r) => r.at)));
    const parents = same.map(({ parent }) => (parent === null ? 'none' : known.has(parent) ? parent : 'missing'));
    expect(parents).toContain(mention.parent);
  }
  const order = mentions.toSorted((one, other) => one.at - other.at || Buffer.compare(...bytesOf(one, other)));
  expect(mentions).toEqual(order);
}

function bytesOf(one: { id: string }, other: { id: string }): [Buffer, Buffer] {
  return [Buffer.from(one.id), Buffer.from(other.id)];
}

test('of rows with one mention id the earliest stays, of equal times the lowest', () => {
  expect(plain(read([`m,y,b,${START + 1},`, `m,x,b,${START + 1},7`, `m,x,a,${START + 2},`]))).toEqual([
    { id: 'm', parent: 'missing', account: 'b', at: 1, followers: 7 },
  ]);
});

test('followers: unknown where empty, and whole numbers only', () => {
  const file = read([`a,,u,${START},`, `b,,u,${START},12`, `c,,u,${START},1.5`, `d,,u,${START},-1`]);
  expect(plain(file).map(({ followers }) => followers)).toEqual([Number.NaN, 12]);
  expect(file.rejects.map(({ line, field }) => [line, field])).toEqual([
    [4, 'followers'],
    [5, 'followers'],
  ]);
});
