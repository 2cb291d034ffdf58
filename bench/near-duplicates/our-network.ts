import { createReadStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Papa from 'papaparse';
import { compiledModule } from '#platform/package-root.js';
import { type MeasuredProcess, measuredProcess } from '../coordination/measured-process.js';
import type { Post } from './posts.js';

const MAPPING = 'object=text,account=account,time=at,content=id';
const SLICE = 50_000;

export interface OurOptions {
  readonly windowSeconds: number;
  readonly minWeight: number;
  readonly similarity?: number;
}

export interface OurNetwork {
  readonly measured: MeasuredProcess;
  readonly edges: string;
}

export function writePosts(posts: readonly Post[], file: string): void {
  writeFileSync(file, 'id,account,text,at\n');
  for (let from = 0; from < posts.length; from += SLICE) {
    const rows = posts.slice(from, from + SLICE).map(({ id, account, text, at }) => [id, account, text, at]);
    writeFileSync(file, `${Papa.unparse(rows)}\n`, { flag: 'a' });
  }
}

/** `jejaring coordination --behaviour CO_TEXT` as a process of its own. */
export function ourNetwork(file: string, folder: string, options: OurOptions): OurNetwork {
  const edges = join(folder, 'our-edges.csv');
  const words = ['coordination', file, '--format', 'csv', '--map', MAPPING, '--behaviour', 'CO_TEXT', '--edges', edges];
  words.push('--mode', 'compatible', '--window', `${options.windowSeconds}`, '--min-weight', `${options.minWeight}`);
  if (options.similarity !== undefined) words.push('--similarity', `${options.similarity}`);
  const measured = measuredProcess(process.execPath, [compiledModule('cli/main.js'), ...words]);
  if (measured.exitCode !== 0) throw new Error(`jejaring ended with ${measured.exitCode}`);
  return { measured, edges };
}

export async function linesOf(file: string): Promise<number> {
  let count = 0;
  for await (const _ of createInterface({ input: createReadStream(file) })) count += 1;
  return count;
}
