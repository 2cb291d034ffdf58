import fc from 'fast-check';
import { NO_ROW } from '#domain/mention-columns.js';
import { PackedStrings } from '#domain/packed-strings.js';
import { type ColumnRow, ColumnsBuilder } from './columns-builder.js';
import { ID_KEYS, NUMBER_KEYS } from './key-codes.js';
import { TimeOrder } from './time-order.js';

const sketch = fc.record({
  publishedAt: fc.integer({ min: -2, max: 2 }),
  account: fc.nat(4),
  parent: fc.option(fc.nat(30), { nil: null }),
  regionCode: fc.option(fc.constantFrom('31', '32.01'), { nil: null }),
  urls: fc.array(fc.constantFrom('u1', 'u2')),
});
// Both an id outside the basic plane and one behind it: by code units the first sorts first, by code points last.
const idOf = (n: number) => `x:${n % 3 === 0 ? '\u{1f30a}' : n % 3 === 1 ? '\uff5e' : ''}${n}`;

const rowsOf = (sketches: (typeof sketch extends fc.Arbitrary<infer T> ? T : never)[]) =>
  sketches.map(({ account, parent, ...facts }, n) => ({
    ...facts,
    n,
    id: idOf(n),
    kind: 0,
    stream: 0,
    platform: 'x',
    hashtags: [],
    mediaHashes: [],
    text: `text ${n % 3}`,
    account,
    parent: parent === n ? null : parent,
  }));

test('columns are the same by whatever keys a store calls its rows, and in whatever slices they come', () => {
  fc.assert(
    fc.property(fc.array(sketch, { maxLength: 30 }), fc.integer({ min: 1, max: 9 }), (sketches, slice) => {
      const rows = rowsOf(sketches);
      const named = new ColumnsBuilder(ID_KEYS);
      const numbered = new ColumnsBuilder(NUMBER_KEYS);
      const byId = rows.map(({ id, account, parent, ...row }): ColumnRow<string> => {
        return { ...row, id, key: id, accountKey: `a${account}`, parentKey: parent === null ? null : idOf(parent) };
      });
      // Surrogate keys say nothing about the order of ids.
      const byNumber = rows.map(({ n, account, parent, ...row }): ColumnRow<number> => {
        return { ...row, key: 100 - n, accountKey: account + 1, parentKey: parent === null ? null : 100 - parent };
      });
      for (const row of inOrder(byId, slice)) named.add(row);
      for (const row of inOrder(byNumber, slice * 2)) numbered.add(row);
      const facts = { followers: null, newsOutlet: false, agencyId: null, layer: null };
      const one = named.build(
        named.accounts.values.map((id) => ({ id, ...facts })),
        PackedStrings.from(named.parents.values),
      );
      const other = numbered.build(
        [...numbered.accounts.keys()].map((key) => ({ id: `a${key - 1}`, ...facts })),
        PackedStrings.from([...numbered.parents.keys()].map((key) => idOf(100 - key))),
      );
      expect(plain(one)).toEqual(plain(other));
      const ids = plain(one).ids;
      for (const [row, parent] of one.parent.entries()) {
        const name = one.namedParent[row] === NO_ROW ? null : one.parents.at(one.namedParent[row]!);
        expect(parent).toBe(name === null || !ids.includes(name) ? NO_ROW : ids.indexOf(name));
      }
    }),
  );
});

function inOrder<Key>(rows: readonly ColumnRow<Key>[], slice: number): ColumnRow<Key>[] {
  const order = new TimeOrder<Key>();
  const byTime = rows.toSorted((a, b) => a.publishedAt - b.publishedAt);
  const all: ColumnRow<Key>[] = [];
  for (let at = 0; at < byTime.length; at += slice) all.push(...order.take(byTime.slice(at, at + slice)));
  return all.concat(order.rest());
}

const texts = (column: PackedStrings) => Array.from({ length: column.length }, (_, row) => column.at(row));

function plain({ ids, parents, ...columns }: ReturnType<ColumnsBuilder<string, never>['build']>) {
  return { ...columns, ids: texts(ids as PackedStrings), parents: texts(parents as PackedStrings) };
}
