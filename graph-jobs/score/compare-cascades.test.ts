import { cascadeColumnsOf } from '../../test/builders/cascade-columns.js';
import { mentionColumns } from '../../test/builders/mention-columns.js';
import { compareCascades } from './compare-cascades.js';

test('cascades stand beside those of roots as widely followed, whose followers are known', () => {
  const roots = Array.from({ length: 25 }, (_, i) => ({ id: String(i).padStart(2, '0'), account: `a${i}`, at: i }));
  const followers = (i: number) => (i === 23 ? null : i === 24 ? 1_000_000 : 500 + i);
  const columns = mentionColumns(
    roots,
    Object.fromEntries(roots.map((_, i) => [`a${i}`, { followers: followers(i) }])),
  );
  const depth = Uint32Array.from(roots, (_, i) => i);
  const cascades = cascadeColumnsOf({
    length: 25,
    root: Uint32Array.from(roots.keys()),
    size: new Uint32Array(25).fill(3),
    depth,
  });
  const { rootFollowers, matched, percentiles } = compareCascades(columns, cascades);
  expect([rootFollowers[0], rootFollowers[23], rootFollowers[24]]).toEqual([500, Number.NaN, 1_000_000]);
  expect([matched[0], matched[23], matched[24]]).toEqual([22, 0, 0]);
  expect([percentiles.depth[0], percentiles.depth[11], percentiles.depth[22]]).toEqual([0, 50, 100]);
  expect([percentiles.depth[23], percentiles.depth[24]]).toEqual([Number.NaN, Number.NaN]);
});
