import { readFileSync } from 'node:fs';
import Papa from 'papaparse';

const WHOLE = ['size', 'unique_accounts', 'depth', 'max_breadth', 'seconds_to_half'] as const;
const MEANS = ['structural_virality', 'direct_share'] as const;
/** Ours are written to twelve digits. */
const TOLERANCE = 1e-10;

type Measure = (typeof WHOLE | typeof MEANS)[number];
export type Shape = Readonly<Record<Measure, number>>;

/** Shapes by root. */
export function readShapes(path: string): Map<string, Shape> {
  const { data } = Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  return new Map(
    data.map((row) => [
      row.root_id!,
      Object.fromEntries([...WHOLE, ...MEANS].map((name) => [name, Number(row[name])])) as unknown as Shape,
    ]),
  );
}

/** What differs, in words; nothing where each cascade is there in both with equal measures. */
export function differences(ours: ReadonlyMap<string, Shape>, theirs: ReadonlyMap<string, Shape>): string[] {
  const found: string[] = [];
  for (const root of new Set([...ours.keys(), ...theirs.keys()])) {
    const [own, other] = [ours.get(root), theirs.get(root)];
    if (own === undefined || other === undefined) {
      found.push(`${root} is in one of them only`);
      continue;
    }
    const unlike = [
      ...WHOLE.filter((name) => own[name] !== other[name]),
      ...MEANS.filter((name) => !(Math.abs(own[name] - other[name]) <= TOLERANCE * Math.max(1, other[name]))),
    ];
    for (const name of unlike) found.push(`${name} of ${root}: ours ${own[name]}, theirs ${other[name]}`);
  }
  return found;
}
