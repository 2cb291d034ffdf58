import { NO_ROW } from '#domain/mention-columns.js';
import type { ObjectBurst } from './find-bursts.js';
import type { HourCounts } from './hour-counts.js';
import type { MentionObjects } from './mention-objects.js';
import { windowRows } from './window-rows.js';

/** From this share of its mentions on, a burst is another side of the one that holds them. */
const SAME_MENTIONS = 0.5;

/** Bursts that are carried by mostly the same mentions: a hashtag, a link and a text of one thing. */
export interface JoinedBursts {
  readonly bursts: readonly ObjectBurst[];
  /** Of all of them, ascending. */
  readonly rows: Uint32Array;
}

/** Each burst, the least likely first, joins the one before it that holds most of its mentions, or stands for itself. */
export function joinBursts(
  objects: MentionObjects,
  counts: HourCounts,
  bursts: readonly ObjectBurst[],
): readonly JoinedBursts[] {
  const holder = new Uint32Array(objects.length).fill(NO_ROW);
  const joined: { bursts: ObjectBurst[]; rows: number[] }[] = [];
  for (const burst of inOrder(objects, bursts)) {
    const rows = windowRows(objects, counts, burst);
    const at = mainHolder(rows, holder);
    const own = at === null ? joined.push({ bursts: [], rows: [] }) - 1 : at;
    joined[own]!.bursts.push(burst);
    for (const row of rows) {
      if (holder[row] !== NO_ROW) continue;
      holder[row] = own;
      joined[own]!.rows.push(row);
    }
  }
  return joined.map(({ bursts: own, rows }) => ({ bursts: own, rows: Uint32Array.from(rows).sort() }));
}

/** By chance, then by kind and name, so that equals have one order. */
function inOrder({ kind, nameOf }: MentionObjects, bursts: readonly ObjectBurst[]): ObjectBurst[] {
  const named = bursts.map((burst) => ({ burst, kind: kind[burst.object]!, name: nameOf(burst.object) }));
  named.sort(
    (a, b) =>
      a.burst.lnP - b.burst.lnP ||
      b.burst.accounts - a.burst.accounts ||
      a.kind - b.kind ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  );
  return named.map(({ burst }) => burst);
}

function mainHolder(rows: Uint32Array, holder: Uint32Array): number | null {
  const held = new Map<number, number>();
  for (const row of rows) if (holder[row] !== NO_ROW) held.set(holder[row]!, (held.get(holder[row]!) ?? 0) + 1);
  let most: number | null = null;
  for (const [at, count] of held) if (most === null || count > held.get(most)!) most = at;
  return most !== null && held.get(most)! >= rows.length * SAME_MENTIONS ? most : null;
}
