import { createHash, type Hash } from 'node:crypto';
import type { MentionColumns, ObjectColumns, StringColumn, TextColumn } from '#domain/mention-columns.js';
import { NO_ROW } from '#domain/mention-columns.js';

const CHUNK = 8192;

/**
 * SHA-256 over the columns in a form that no store can colour: rows are in the order that the port promises, and where it
 * leaves the codes of a dictionary or the order within a mention open, the values themselves decide. Little-endian, as
 * every machine that Node runs on.
 */
export function inputHash(columns: MentionColumns): string {
  const hash = createHash('sha256').update('mention-columns-2\n');
  for (const column of [columns.publishedAt, columns.kind, columns.stream, columns.account]) addBytes(hash, column);
  for (const column of [columns.parent, columns.namedParent]) addBytes(hash, column);
  addStrings(hash, columns.ids);
  addStrings(hash, columns.parents);
  addCoded(hash, columns.region, columns.regions);
  addCoded(hash, Uint32Array.from(columns.platform), columns.platforms);
  addInOrder(hash, columns.hashtags);
  for (const objects of [columns.links, columns.media]) addObjects(hash, objects);
  const accounts = columns.accounts.map(({ id, followers, newsOutlet, agencyId, layer }) =>
    JSON.stringify([id, followers, newsOutlet, agencyId, layer]),
  );
  addStrings(hash, stringColumn(accounts));
  if (columns.texts !== null) addTexts(hash, columns.texts);
  if (columns.sentiment !== null) addBytes(hash.update('sentiment\n'), columns.sentiment);
  return hash.digest('hex');
}

function addBytes(hash: Hash, column: Float64Array | Uint32Array | Uint8Array): void {
  hash.update(`${column.byteLength}:`);
  hash.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
}

/** Each string with its length before it, so that no two lists of strings read alike. */
function addStrings(hash: Hash, strings: StringColumn): void {
  hash.update(`${strings.length}:`);
  for (let first = 0; first < strings.length; first += CHUNK) {
    let text = '';
    for (let row = first; row < Math.min(first + CHUNK, strings.length); row += 1) {
      const value = strings.at(row);
      text += `${value.length}:${value}`;
    }
    hash.update(text);
  }
}

/** Codes by the order of first appearance, whatever order the dictionary has. */
function addCoded(hash: Hash, codes: Uint32Array, values: readonly string[]): void {
  const canonical = new Map<number, number>();
  const renumbered = codes.map((code) => {
    if (code === NO_ROW) return NO_ROW;
    if (!canonical.has(code)) canonical.set(code, canonical.size);
    return canonical.get(code)!;
  });
  addBytes(hash, renumbered);
  addStrings(hash, stringColumn(Array.from(canonical.keys(), (code) => values[code]!)));
}

/** Pairs as they come, which is by mention, and within it in the order in which it has them. */
function addInOrder(hash: Hash, { mention, object, values }: ObjectColumns): void {
  addBytes(hash, mention);
  addCoded(hash, object, values);
}

/** Codes follow first appearance: no store can order them otherwise. */
function addTexts(hash: Hash, { text, values }: TextColumn): void {
  hash.update('texts\n');
  addBytes(hash, text);
  addStrings(hash, values);
}

/** Pairs ordered by (mention, value). */
function addObjects(hash: Hash, { length, mention, object, values }: ObjectColumns): void {
  const sorted = Array.from(values.keys()).sort((one, other) => (values[one]! < values[other]! ? -1 : 1));
  const rank = new Uint32Array(values.length);
  sorted.forEach((code, position) => {
    rank[code] = position;
  });
  const pairs = new Float64Array(length);
  for (let i = 0; i < length; i += 1) pairs[i] = mention[i]! * values.length + rank[object[i]!]!;
  addBytes(hash, pairs.sort());
  addStrings(hash, stringColumn(sorted.map((code) => values[code]!)));
}

function stringColumn(values: readonly string[]): StringColumn {
  return { length: values.length, at: (row) => values[row]! };
}
