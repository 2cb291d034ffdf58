import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { mentionColumns } from '../../../test/builders/mention-columns.js';
import { describeReal } from '../../../test/real-data.js';
import { cascadeColumns } from './cascade-columns.js';
import { cascadeForest } from './cascade-forest.js';
import { mentionPlaces } from './place-codes.js';

type Row = Record<string, string>;
const ROWS = 20_000;

describeReal(
  'the first Weibo cascades of CED',
  ['ced/posts.csv.gz', 'ced/reposts.csv.gz'],
  ([postFile, repostFile]) => {
    const posts = rowsOf(postFile!, Number.POSITIVE_INFINITY);
    const reposts = rowsOf(repostFile!, ROWS);
    // Cut in the middle of the file, the last post lacks reposts.
    const cut = reposts.at(-1)!.post_id;
    const whole = new Map(posts.map((post) => [post.post_id!, post]));
    const kept = reposts.filter(({ post_id }) => post_id !== cut);
    const columns = mentionColumns([
      ...[...new Set(kept.map(({ post_id }) => post_id!))].map((id) => ({
        id: `post-${id}`,
        account: whole.get(id)!.user_id!,
        at: Number(whole.get(id)!.created_at_unix),
      })),
      ...kept.map(({ post_id, repost_mid, parent_mid, user_id, created_at_unix }) => ({
        id: `${post_id}/${repost_mid}`,
        account: user_id!,
        at: Number(created_at_unix),
        parent: parent_mid ? `${post_id}/${parent_mid}` : `post-${post_id}`,
      })),
    ]);
    const shapes = cascadeColumns(columns, cascadeForest(columns), mentionPlaces(columns));
    const rootIds = Array.from(shapes.root, (row) => columns.ids.at(row).replace('x:post-', ''));

    test('each post is one cascade, as large as the file says', () => {
      expect(shapes.length).toBeGreaterThan(20);
      expect(shapes.cyclesBroken).toBe(0);
      const declared = rootIds.map((id) => Number(whole.get(id)!.n_reposts_in_file) + 1);
      expect(Array.from(shapes.size)).toEqual(declared);
    });

    test('every shape lies within the bounds that its size and depth set', () => {
      for (let c = 0; c < shapes.length; c += 1) {
        const [size, depth, virality] = [shapes.size[c]!, shapes.depth[c]!, shapes.structuralVirality[c]!];
        expect(virality).toBeGreaterThanOrEqual((2 * (size - 1)) / size - 1e-9);
        expect(virality).toBeLessThanOrEqual(Math.min(2 * depth, (size + 1) / 3) + 1e-9);
        expect(shapes.maxBreadth[c]! * depth + 1).toBeGreaterThanOrEqual(size);
        expect(shapes.uniqueAccounts[c]).toBeLessThanOrEqual(size);
      }
    });
  },
);

function rowsOf(file: string, most: number): Row[] {
  const rows: Row[] = [];
  const text = gunzipSync(readFileSync(file)).toString('utf8');
  Papa.parse<Row>(text, {
    ...{ header: true, skipEmptyLines: true },
    step: ({ data }, parser) => {
      rows.push(data);
      if (rows.length === most) parser.abort();
    },
  });
  return rows;
}
