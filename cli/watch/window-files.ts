import { closeSync, renameSync } from 'node:fs';
import Papa from 'papaparse';
import { openOutput, writeAll } from '#graph-jobs/csv-file/output-file.js';
import { EdgeFile } from '#graph-jobs/detect/action-file/edge-file.js';
import type { NamedNetwork } from '#graph-jobs/detect/live/named-network.js';

const ROWS_AT_ONCE = 1000;

/** Writes the network of the horizon as `coordination --mode compatible` does. Whoever reads the file sees all of it or the one before. */
export function writeWindowEdges(path: string, names: NamedNetwork, minWeight: number): void {
  const { edges, ids } = names.ranked(names.network.edges(minWeight));
  const file = new EdgeFile(`${path}.draft`, ids);
  try {
    for (let first = 0, end = 0; first < edges.length; first = end) {
      const from = edges.from[first]!;
      while (end < edges.length && edges.from[end] === from) end += 1;
      file.take(from, edges.to.subarray(first, end), edges.weight.subarray(first, end), end - first);
    }
  } finally {
    file.close();
  }
  renameSync(`${path}.draft`, path);
}

/** Writes the actions of the horizon, earliest first, as a file that `coordination` reads. */
export function writeWindowActions(path: string, names: NamedNetwork, withContents: boolean): void {
  const fields = ['object_id', 'account_id', ...(withContents ? ['content_id'] : []), 'timestamp_share'];
  const file = openOutput(`${path}.draft`, 'actions');
  try {
    let rows: (string | number)[][] = [fields];
    const flush = () => {
      if (rows.length > 0) writeAll(file, Buffer.from(`${Papa.unparse(rows, { newline: '\n' })}\n`));
      rows = [];
    };
    for (const { object, account, content, time } of names.actions()) {
      rows.push([object, account, ...(content === null ? [] : [content]), time / 1000]);
      if (rows.length === ROWS_AT_ONCE) flush();
    }
    flush();
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.draft`, path);
}
