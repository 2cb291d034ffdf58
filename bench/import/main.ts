// Our import against bare inserts of the same rows through the same binding, each in a process of its own, one run.
//   node dist/bench/import/main.js [FILE.csv.gz MAPPING.json]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageFile } from '#platform/package-root.js';
import { bareInserts } from './bare-inserts.js';
import { importRows } from './import-rows.js';
import type { Measured } from './measured.js';

const WAYS = { 'our import': importRows, 'bare inserts': bareInserts } as const;
type Way = keyof typeof WAYS;

interface Outcome extends Measured {
  readonly peakMiB: number;
}

const [
  file = packageFile('../shared/data/ced/reposts.csv.gz'),
  mapping = packageFile('examples/mappings/ced-reposts.json'),
  way,
] = process.argv.slice(2);

if (way !== undefined) console.log(JSON.stringify(await measure(way as Way)));
else compare();

async function measure(one: Way): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'jejaring-bench-'));
  try {
    const measured = await WAYS[one](file, mapping, folder);
    return { ...measured, peakMiB: Math.round(process.resourceUsage().maxRSS / 1024) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function compare(): void {
  const speeds = (Object.keys(WAYS) as Way[]).map((one) => {
    const arguments_ = [fileURLToPath(import.meta.url), file, mapping, one];
    const { rows, seconds, peakMiB } = JSON.parse(
      execFileSync(process.execPath, arguments_, { encoding: 'utf8' }),
    ) as Outcome;
    const speed = Math.round(rows / seconds);
    console.log(`${one}: ${rows} rows in ${seconds.toFixed(1)} s, ${speed} rows/s, peak memory ${peakMiB} MiB`);
    return speed;
  });
  console.log(`ratio: ${(speeds[0]! / speeds[1]!).toFixed(2)}`);
}
