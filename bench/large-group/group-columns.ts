import { type MentionColumns, NO_ROW } from '#domain/mention-columns.js';
import { PackedStrings } from '#domain/packed-strings.js';

const START = Date.UTC(2026, 0, 5);
const MINUTE = 60_000;

/**
 * Mentions of an issue that is one co-timed group: each edge is a hashtag of its own that two accounts use in one second. Each
 * account is tied to the next one, so that all hang together, and the other ends are drawn at random.
 */
export function groupColumns(accounts: number, edges: number): MentionColumns {
  const ends = drawnEdges(accounts, edges);
  const length = 2 * edges;
  const rows = Array.from({ length }, (_, row) => row);
  const nothing = { length: 0, mention: new Uint32Array(0), object: new Uint32Array(0), values: [] };
  return {
    length,
    publishedAt: Float64Array.from(rows, (row) => START + (row >> 1) * MINUTE),
    kind: new Uint8Array(length),
    stream: new Uint8Array(length),
    account: ends,
    parent: new Uint32Array(length).fill(NO_ROW),
    namedParent: new Uint32Array(length).fill(NO_ROW),
    region: new Uint32Array(length).fill(NO_ROW),
    platform: new Uint8Array(length),
    ids: PackedStrings.from(rows.map((row) => `x:${7_100_000_000_000_000 + row}`)),
    accounts: Array.from({ length: accounts }, (_, code) => {
      const id = `x_${(1e15 + code * 7919).toString(36).padStart(26, '0')}`;
      return { id, followers: null, newsOutlet: false, agencyId: null, layer: null };
    }),
    parents: PackedStrings.from([]),
    regions: [],
    platforms: ['x'],
    hashtags: {
      length,
      mention: Uint32Array.from(rows),
      object: Uint32Array.from(rows, (row) => row >> 1),
      values: Array.from({ length: edges }, (_, edge) => `tag${edge}`),
    },
    links: nothing,
    media: nothing,
    texts: null,
    sentiment: null,
  };
}

/** Both accounts of each edge, one after the other; every edge once. */
function drawnEdges(accounts: number, edges: number): Uint32Array {
  const ends = new Uint32Array(2 * edges);
  const seen = new Set<number>();
  let random = 1;
  for (let edge = 0; edge < edges; ) {
    random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0;
    const from = edge % accounts;
    const to = edge < accounts ? (edge + 1) % accounts : Math.floor((random / 2 ** 32) * accounts);
    const key = Math.min(from, to) * accounts + Math.max(from, to);
    if (from === to || seen.has(key)) continue;
    seen.add(key);
    ends[2 * edge] = from;
    ends[2 * edge + 1] = to;
    edge += 1;
  }
  return ends;
}
