import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { ScenarioParameters } from './parameters.js';
import { Scenario } from './scenario.js';
import type { ScenarioTruth } from './truth.js';

const LINES_A_CHUNK = 500;

export interface ScenarioFiles {
  /** NDJSON; gzip when the name ends in `.gz`. */
  readonly out: string;
  /** Where the truth goes; null for nowhere. */
  readonly truth: string | null;
}

/** Writes the scenario in a memory that does not grow with its length, and gives what was planted. */
export async function writeScenario(
  parameters: ScenarioParameters,
  files: ScenarioFiles,
  onProgress: (mentions: number) => void = () => {},
): Promise<ScenarioTruth> {
  const scenario = new Scenario(parameters);
  const file = createWriteStream(files.out);
  await once(file, 'open');
  const chunks = chunksOf(scenario, onProgress);
  await (files.out.endsWith('.gz') ? pipeline(chunks, createGzip(), file) : pipeline(chunks, file));
  const truth = scenario.truth();
  if (files.truth !== null) await writeFile(files.truth, `${JSON.stringify(truth, null, 2)}\n`);
  return truth;
}

async function* chunksOf(scenario: Scenario, onProgress: (lines: number) => void): AsyncGenerator<string> {
  let chunk = '';
  let lines = 0;
  for (const record of scenario.records()) {
    chunk += `${JSON.stringify(record)}\n`;
    lines += 1;
    if (lines % LINES_A_CHUNK !== 0) continue;
    yield chunk;
    chunk = '';
    onProgress(lines);
  }
  yield chunk;
}
