import type { Damage, HostileRow } from './hostile-rows.js';

/** A row as bytes of its format, without the newline. */
export type EncodeRow = (row: HostileRow) => Buffer;

export interface HostileFile {
  readonly bytes: Buffer;
  /** Line that each row begins on, and where its bytes end. */
  readonly places: readonly { readonly row: HostileRow; readonly line: number; readonly end: number }[];
}

export function hostileFile(rows: readonly HostileRow[], header: string, encode: EncodeRow): HostileFile {
  const parts = [Buffer.from(header)];
  let line = header.split('\n').length;
  let end = parts[0]!.length;
  const places = rows.map((row) => {
    const bytes = Buffer.concat([encode(row), Buffer.from('\n')]);
    parts.push(bytes);
    end += bytes.length;
    const place = { row, line, end };
    line += bytes.filter((byte) => byte === 0x0a).length;
    return place;
  });
  return { bytes: Buffer.concat(parts), places };
}

export const CSV_HEADER = 'id,account,followers,at,kind,parent,text\n';

/** By RFC 4180, but for what the damage asks. */
export function csvRow(row: HostileRow): Buffer {
  const { id, account, followers, at, parent } = row;
  const broken = Number(at) % 2 === 0 ? `"${row.text}` : `"teks" ${id}`;
  const text =
    row.damage === 'broken quotes'
      ? broken
      : /[",\n]/.test(row.text)
        ? `"${row.text.replaceAll('"', '""')}"`
        : row.text;
  return withBytes([id, account, followers, at, kindOf(row), parent, text].join(','), row.damage);
}

/** Our own format; a quote that is missing breaks it as well. */
export function jsonRow(row: HostileRow): Buffer {
  const { id, account, followers, at, parent, text, damage } = row;
  const json = JSON.stringify({
    type: 'mention',
    platform: 'x',
    id,
    kind: kindOf(row),
    account: { id: account, followers: damage === 'wrong type' ? followers : Number(followers) },
    publishedAt: damage === 'bad date' ? at : Number(at) * 1000,
    parent: parent === '' ? null : parent,
    text,
  });
  return withBytes(damage === 'broken quotes' ? json.replace('"text":"', '"text":') : json, damage);
}

function kindOf(row: HostileRow): string {
  return row.parent === '' ? 'ORIGINAL' : 'REPOST';
}

function withBytes(text: string, damage: Damage | null): Buffer {
  const bytes = Buffer.from(text);
  const at = bytes.lastIndexOf('teks');
  if (damage === 'wrong encoding') bytes[at + 1] = 0xe9;
  if (damage === 'null byte') bytes[at + 1] = 0;
  return bytes;
}
