import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { packageFile } from '#platform/package-root.js';
import { realData, skipVisibly } from '../real-data.js';
import { compareWithPrototype, type PrototypeInput, type PrototypeOutput } from './compare-with-prototype.js';

const BOUND = 1e-9;

test('equals the prototype pair for pair on small planted data (golden/prototype.json, by write-golden.py)', () => {
  const cases = JSON.parse(
    readFileSync(packageFile('test/calibration/golden/prototype.json'), 'utf8'),
  ) as (PrototypeInput & {
    runs: (PrototypeOutput & { window: number; fdr: number })[];
  })[];
  let compared = 0;
  for (const { runs, ...input } of cases) {
    for (const { window, fdr, ...prototype } of runs) {
      const { pairs, worst, ...differing } = compareWithPrototype(input, window, fdr, prototype);
      expect(differing).toEqual({ missing: [], surplus: [] });
      expect(worst).toBeLessThan(BOUND);
      compared += pairs;
    }
  }
  expect(compared).toBeGreaterThan(50);
});

const prototypeFile = packageFile('../shared/recipes/calibration/two_tests.py');
const russian = realData('coortweet/russian_coord_tweets.csv.gz');
/** PYTHON names one that has numpy and scipy, where python3 has not. */
const python = process.env.PYTHON ?? 'python3';
const hasScipy = spawnSync(python, ['-c', 'import numpy, scipy.stats']).status === 0;

if (russian === null || !existsSync(prototypeFile)) skipVisibly('the prototype on real retweets', 'no ../shared');
else if (!hasScipy) skipVisibly('the prototype on real retweets', `${python} has no scipy; set PYTHON to one that has`);
else {
  const input = retweets(russian);
  test.each([
    [60, 1],
    [600, 1],
    [3600, 0.5],
  ])(
    'equals the prototype on real retweets at %i s, rate %d',
    (window, fdr) => {
      const words = [packageFile('test/calibration/run-prototype.py'), prototypeFile];
      const options = {
        input: JSON.stringify({ ...input, window, fdr }),
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      } as const;
      const { stdout, stderr, status } = spawnSync(python, words, options);
      expect([status, stderr]).toEqual([0, '']);
      const { pairs, worst, ...differing } = compareWithPrototype(input, window, fdr, JSON.parse(stdout));
      expect(differing).toEqual({ missing: [], surplus: [] });
      expect(pairs).toBeGreaterThan(0);
      expect(worst).toBeLessThan(BOUND);
    },
    300_000,
  );
}

/** As the prototype reads them: the first row of each content id. */
function retweets(file: string): PrototypeInput {
  const text = gunzipSync(readFileSync(file)).toString().trim();
  const { data } = Papa.parse<Record<string, string>>(text, { header: true });
  const rows = [...new Map(data.toReversed().map((row) => [row.content_id, row])).values()];
  return {
    account: rows.map(({ account_id }) => account_id!),
    object: rows.map(({ object_id }) => object_id!),
    time: rows.map(({ timestamp_share }) => Math.trunc(Number(timestamp_share))),
  };
}
