import { type RawRow, type RawRows, WHOLE_FILE, WHOLE_ROW } from './raw-row.js';
import { READ_LIMITS, type ReadLimits } from './read-limits.js';
import type { SourceFile } from './source-file.js';
import { readLines } from './text-lines.js';

/** Reads JSON Lines: a value a line, empty lines passed over. A line that is no JSON is rejected alone. */
export async function* readJsonLines(source: SourceFile, limits: ReadLimits = READ_LIMITS): RawRows<unknown> {
  let line = 1;
  for await (const { firstLine, lines, faults } of readLines(source, limits)) {
    const rows: RawRow<unknown>[] = [];
    for (const [index, text] of lines.entries()) {
      const fault = faults?.get(index);
      if (fault !== undefined) rows.push({ line: firstLine + index, field: WHOLE_ROW, fault, raw: text });
      else if (text.trim() !== '') rows.push(parsed(firstLine + index, text));
    }
    line = firstLine + lines.length;
    yield rows;
  }
  if (source.damage !== null) yield [{ line, field: WHOLE_FILE, fault: source.damage, raw: '' }];
}

function parsed(line: number, text: string): RawRow<unknown> {
  try {
    return { line, value: JSON.parse(text) };
  } catch (error) {
    return { line, field: WHOLE_ROW, fault: `is not JSON: ${(error as Error).message}`, raw: text };
  }
}
