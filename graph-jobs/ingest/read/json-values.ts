import { readJsonDocument } from './json-document.js';
import { readJsonLines } from './json-lines.js';
import type { RawRows } from './raw-row.js';
import { READ_LIMITS, type ReadLimits } from './read-limits.js';
import type { SourceFile } from './source-file.js';

/** Reads the values of a JSON file, telling from its beginning whether it is an array, one object or JSON Lines. */
export async function* readJsonValues(source: SourceFile, limits: ReadLimits = READ_LIMITS): RawRows<unknown> {
  const kind = kindOf(await beginning(source));
  yield* kind === 'lines' ? readJsonLines(source, limits) : readJsonDocument(source, kind, limits);
}

/** Whether a file is JSON, of whatever kind, and no table. */
export async function isJson(source: SourceFile): Promise<boolean> {
  return !source.isWorkbook && /^\s*[[{]/.test(await beginning(source));
}

async function beginning(source: SourceFile): Promise<string> {
  for await (const chunk of source.chunks()) if (chunk.length > 0) return chunk.toString('utf8');
  return '';
}

function kindOf(text: string): 'array' | 'object' | 'lines' {
  const start = text.trimStart();
  const [line = '', next] = start.split('\n', 2);
  if (start.startsWith('[')) return 'array';
  if (!start.startsWith('{') || next === undefined || next.startsWith('{') || isJsonText(line)) return 'lines';
  return 'object';
}

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
