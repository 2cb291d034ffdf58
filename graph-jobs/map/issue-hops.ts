import { NO_ROW } from '#domain/mention-columns.js';
import type { HopTable, IssueHops } from '#domain/run-document.js';
import type { CascadeForest } from './cascades/cascade-forest.js';
import type { MentionPlaces, PlaceCodes } from './cascades/place-codes.js';

/** Ways between two places that are listed; those of 38 provinces could be 1,406. */
const MOST_WAYS = 30;

/** How the whole issue moved between platforms, between provinces, and between news and social. */
export function issueHops(forest: Pick<CascadeForest, 'parent'>, places: MentionPlaces): IssueHops {
  return {
    platforms: hopTable(forest, places.platforms),
    provinces: hopTable(forest, places.provinces),
    streams: hopTable(forest, places.streams),
  };
}

function hopTable({ parent }: Pick<CascadeForest, 'parent'>, { codes, names }: PlaceCodes): HopTable {
  let [steps, known, hops] = [0, 0, 0];
  const counts = new Map<number, number>();
  for (let row = 0; row < parent.length; row += 1) {
    if (parent[row] === NO_ROW) continue;
    steps += 1;
    const [from, to] = [codes[parent[row]!]!, codes[row]!];
    if (from === NO_ROW || to === NO_ROW) continue;
    known += 1;
    if (from === to) continue;
    hops += 1;
    const way = from * names.length + to;
    counts.set(way, (counts.get(way) ?? 0) + 1);
  }
  const ways = Array.from(counts, ([way, times]) => ({
    from: names.at(Math.floor(way / names.length)),
    to: names.at(way % names.length),
    times,
  }));
  ways.sort((a, b) => b.times - a.times || byName(a.from, b.from) || byName(a.to, b.to));
  return { steps, known, hops, ways: ways.length, commonest: ways.slice(0, MOST_WAYS) };
}

function byName(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
