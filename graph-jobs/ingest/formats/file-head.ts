import type { SourceFile } from '../read/source-file.js';
import { HEADER_LINES, headerLines } from '../read/table-header.js';
import { workbookHeads } from '../read/workbook.js';
import { type JsonShape, jsonShapes } from './json-shape.js';

const BYTES = 1 << 18;

/** A line, or a row of a sheet, that may be the header of a table. */
export interface HeaderCandidate {
  /** As the rejects file counts. */
  readonly line: number;
  readonly columns: readonly string[];
}

/** What the beginning of a file shows of its format. */
export interface FileHead {
  readonly headers: readonly HeaderCandidate[];
  /** Of its first JSON values. */
  readonly shapes: readonly JsonShape[];
  /** Name of the first element of an XML document, or null. */
  readonly rootElement: string | null;
  readonly isEmpty: boolean;
}

/** Reads the first 256 KiB, unpacked, or the first rows of each sheet of a workbook. */
export async function readHead(source: SourceFile): Promise<FileHead> {
  if (source.isWorkbook) {
    const headers = (await workbookHeads(source)).flatMap((rows) =>
      rows.map((columns, at) => ({ line: at + 1, columns })),
    );
    return { headers, shapes: [], rootElement: null, isEmpty: headers.length === 0 };
  }
  const text = await beginning(source);
  const start = text.trimStart();
  const isJson = start.startsWith('{') || start.startsWith('[');
  const rootElement = start.startsWith('<') ? rootOf(start) : null;
  const lines = text.split('\n', HEADER_LINES);
  const headers = isJson || rootElement !== null ? [] : [...headerLines(lines)];
  return {
    headers: headers.map(({ at, columns }) => ({ line: at + 1, columns })),
    shapes: rootElement === null ? jsonShapes(text) : [],
    rootElement,
    isEmpty: start === '',
  };
}

async function beginning(source: SourceFile): Promise<string> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const chunk of source.chunks()) {
    pieces.push(chunk);
    length += chunk.length;
    if (length >= BYTES) break;
  }
  return Buffer.concat(pieces).subarray(0, BYTES).toString('utf8');
}

function rootOf(text: string): string | null {
  const inner = text.replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(\[[\s\S]*?\]\s*)?>/gi, '');
  return /^\s*<([A-Za-z_][\w:.-]*)/.exec(inner)?.[1] ?? null;
}
