import { NO_ROW } from '#domain/mention-columns.js';
import type { PlaceCodes } from '../cascades/place-codes.js';
import type { ReadMentions } from './file-mentions.js';

/**
 * The rows that stay, in the order of the file: of rows with one mention id the earliest; of equal times the one that
 * is lowest in its other fields, so that the order of the file plays no part.
 */
export function firstOfEachMention(read: ReadMentions, own: Uint32Array, named: Uint32Array): Uint32Array {
  const stays = new Uint32Array(read.ids.length).fill(NO_ROW);
  let kept = 0;
  for (let row = 0; row < own.length; row++) {
    const known = stays[own[row]!]!;
    if (known === NO_ROW) kept += 1;
    if (known === NO_ROW || compare(read, named, row, known) < 0) stays[own[row]!] = row;
  }
  const rows = new Uint32Array(kept);
  for (let row = 0, i = 0; row < own.length; row++) if (stays[own[row]!] === row) rows[i++] = row;
  return rows;
}

function compare(read: ReadMentions, named: Uint32Array, one: number, other: number): number {
  const apart = read.publishedAt[one]! - read.publishedAt[other]!;
  if (apart !== 0) return apart;
  const [a, b] = [fields(read, named, one), fields(read, named, other)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function fields(
  { ids, accounts, account, followers, platform, region }: ReadMentions,
  named: Uint32Array,
  row: number,
) {
  const parent = named[row] === NO_ROW ? '' : ids.at(named[row]!);
  const place = (from: PlaceCodes | null) =>
    from === null || from.codes[row] === NO_ROW ? '' : from.names.at(from.codes[row]!);
  return JSON.stringify([
    parent,
    accounts.at(account[row]!),
    followers === null ? '' : String(followers[row]),
    place(platform),
    place(region),
  ]);
}
