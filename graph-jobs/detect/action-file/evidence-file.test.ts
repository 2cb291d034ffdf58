import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import type { IdDictionary } from '../../csv-file/id-dictionary.js';
import { EdgeBuffer } from '../edge-buffer.js';
import { evidenceOf } from '../edge-evidence.js';
import { actionFile } from './action-file.js';
import { COORTWEET_MAPPING } from './action-file-mapping.js';
import { ActionFileReader } from './action-file-reader.js';
import { type EvidenceBounds, EvidenceFile } from './evidence-file.js';
import { fileNetwork } from './file-network.js';

const folder = mkdtempSync(join(tmpdir(), 'jejaring-evidence-'));
const out = join(folder, 'evidence.csv');
afterAll(() => rmSync(folder, { recursive: true }));

type Row = readonly [object: string, account: string, content: string, second: number];

function evidence(rows: readonly Row[], minParticipation: number, bounds: Partial<EvidenceBounds> = {}) {
  const reader = new ActionFileReader(COORTWEET_MAPPING);
  const lines = rows.map(([object, account, content, second]) => [object, account, content, 1.6e9 + second]);
  reader.push(Buffer.from(`object_id,account_id,content_id,timestamp_share\n${Papa.unparse(lines)}`));
  const file = actionFile(reader.finish(), 'CO_REPOST');
  const parameters = { windowSeconds: 5, minParticipation, minWeight: 1 };
  const network = new EdgeBuffer();
  const all = { mostRows: 1000, mostRowsOfEdge: 1000, ...bounds };
  let written: EvidenceFile | null = null;
  let names: IdDictionary | null = null;
  fileNetwork(file, parameters, (ids, sweep) => {
    const { objects, contents } = file;
    const opened = new EvidenceFile(
      out,
      ids,
      sweep,
      evidenceOf(sweep.actions, 5000),
      { objects, contents: contents! },
      all,
    );
    written = opened;
    names = ids;
    return {
      take(...edges) {
        network.take(...edges);
        opened.take(...edges);
      },
    };
  });
  written!.close();
  const { data } = Papa.parse<string[]>(readFileSync(out, 'utf8').trim(), { newline: '\n' });
  const { length, from, to, weight } = network.edges();
  const edges = Array.from({ length }, (_, i) => [names!.at(from[i]!), names!.at(to[i]!), weight[i]!] as const);
  return { header: data[0], rows: data.slice(1), edges, file: written as unknown as EvidenceFile };
}

const row: fc.Arbitrary<Row> = fc.tuple(
  fc.constantFrom('o1', 'o,2', 'o"3'),
  fc.constantFrom('a', 'b', 'c'),
  fc.nat(25).map((n) => `p${n}`),
  fc.nat(30),
);

test('as many rows as the weight of each edge says, each a pair of posts within the window', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 30 }), fc.integer({ min: 1, max: 3 }), (rows, minParticipation) => {
      const { header, rows: found, edges } = evidence(rows, minParticipation);
      expect(header).toEqual(['from', 'to', 'object', 'post_a', 'post_b', 'seconds_apart']);
      expect(found.length).toBe(edges.reduce((sum, [, , weight]) => sum + weight, 0));
      for (const [from, to, weight] of edges) {
        expect(found.filter(([a, b]) => a === from && b === to).length).toBe(weight);
      }
      for (const [from, to, object, postA, postB, apart] of found) {
        const shares = (account: string, post: string) =>
          rows.filter(([o, a, content]) => o === object && a === account && content === post);
        const differences = shares(from!, postA!).flatMap(([, , , one]) =>
          shares(to!, postB!).map(([, , , other]) => other - one),
        );
        expect(differences).toContain(Number(apart));
        expect(Math.abs(Number(apart))).toBeLessThanOrEqual(5);
        expect(postA).not.toBe(postB);
      }
    }),
    { numRuns: 200 },
  );
});

test('stops at its bounds, and counts what they left out', () => {
  const rows = ['a', 'b', 'c'].flatMap((account, i) =>
    [0, 1].map((post): Row => ['o', account, `${account}${post}`, i + post]),
  );
  const perEdge = evidence(rows, 1, { mostRowsOfEdge: 3 }).file;
  expect([perEdge.rows, perEdge.rowsLeftOut, perEdge.edgesCut]).toEqual([9, 3, 3]);
  const inAll = evidence(rows, 1, { mostRows: 5 });
  expect([inAll.file.rows, inAll.file.rowsLeftOut, inAll.file.edgesCut]).toEqual([5, 7, 2]);
  expect(inAll.rows.length).toBe(5);
});
