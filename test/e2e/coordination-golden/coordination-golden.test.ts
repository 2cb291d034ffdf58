import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { compiledModule } from '#platform/package-root.js';
import { describeReal } from '../../real-data.js';

const SET = 'coortweet/russian_coord_tweets.csv.gz';
const NETWORKS = [
  [10, 1, 1092],
  [10, 2, 442],
  [10, 5, 20],
  [60, 1, 6206],
  [60, 2, 3721],
  [60, 5, 1193],
  [300, 2, 19_239],
  [300, 5, 8917],
] as const;
const golden = (window: number, participation: number) =>
  `coortweet/golden/russian_tw${window}_mp${participation}_edges.csv.gz`;

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly weight: string;
}

function edgesOf(csv: string): string[] {
  const { data } = Papa.parse<Edge>(csv.trim(), { header: true });
  return data.map(({ from, to, weight }) => `${from < to ? `${from},${to}` : `${to},${from}`},${weight}`);
}

describeReal(
  'jejaring coordination equals CooRTweet 2.1.3',
  [SET, ...NETWORKS.map(([w, m]) => golden(w, m))],
  (paths) => {
    const folder = mkdtempSync(join(tmpdir(), 'jejaring-golden-'));
    const out = join(folder, 'edges.csv');
    afterAll(() => rmSync(folder, { recursive: true }));

    test.each(NETWORKS.map((network, i) => [...network, paths[i + 1]!] as const))(
      'window %i s, minimum participation %i: %i edges, each with its weight',
      (window, participation, count, file) => {
        const words = [
          'coordination',
          paths[0]!,
          '--mode',
          'compatible',
          '--window',
          `${window}`,
          '--min-participation',
          `${participation}`,
        ];
        const { status, stderr } = spawnSync(
          process.execPath,
          [compiledModule('cli/main.js'), ...words, '--edges', out],
          { encoding: 'utf8' },
        );
        expect({ status, stderr }).toMatchObject({ status: 0 });
        const edges = edgesOf(readFileSync(out, 'utf8'));
        expect(edges.length).toBe(count);
        expect(edges).toEqual(edgesOf(gunzipSync(readFileSync(file)).toString()).sort());
      },
    );
  },
);
