import { NO_ROW } from '#domain/mention-columns.js';
import { orderByTime } from '#domain/order-by-time.js';
import { PickedStrings } from '../../csv-file/byte-strings.js';
import type { PlaceCodes } from '../cascades/place-codes.js';
import type { FileMentions, ReadMentions } from './file-mentions.js';
import { firstOfEachMention } from './first-of-each-mention.js';
import { orderTies } from './order-ties.js';

/** Rows by (time, mention id); see FileMentions. */
export function canonicalMentions(read: ReadMentions): FileMentions {
  const own = read.ownAt.map((at) => read.idCodes[at]!);
  const named = namedParents(read);
  const kept = firstOfEachMention(read, own, named);
  const order = kept.map((_, i) => kept[i]!);
  const byTime = orderByTime(take(read.publishedAt, kept));
  if (byTime !== null) for (let i = 0; i < order.length; i++) order[i] = kept[byTime[i]!]!;
  orderTies(order, read.publishedAt, own, read.ids);

  const rowOf = new Uint32Array(read.ids.length).fill(NO_ROW);
  for (let row = 0; row < order.length; row++) rowOf[own[order[row]!]!] = row;
  const namedParent = take(named, order);
  const place = (from: PlaceCodes | null) => from && { ...from, codes: take(from.codes, order) };
  return {
    length: order.length,
    publishedAt: take(read.publishedAt, order),
    account: take(read.account, order),
    parent: namedParent.map((code) => (code === NO_ROW ? NO_ROW : rowOf[code]!)),
    namedParent,
    ids: new PickedStrings(read.ids, take(own, order)),
    accounts: read.accounts,
    followers: read.followers && take(read.followers, order),
    platform: place(read.platform),
    region: place(read.region),
    repeatedMentions: own.length - order.length,
  };
}

function namedParents({ ownAt, idCodes }: ReadMentions): Uint32Array {
  return ownAt.map((at, row) => {
    const next = row + 1 < ownAt.length ? ownAt[row + 1]! : idCodes.length;
    return next - at === 2 ? idCodes[at + 1]! : NO_ROW;
  });
}

function take<Column extends Float64Array | Uint32Array>(column: Column, rows: Uint32Array): Column {
  const taken = (
    column instanceof Float64Array ? new Float64Array(rows.length) : new Uint32Array(rows.length)
  ) as Column;
  for (let i = 0; i < rows.length; i++) taken[i] = column[rows[i]!]!;
  return taken;
}
