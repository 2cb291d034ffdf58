import { CodedError } from '#domain/errors/coded-error.js';
import { MENTION_KINDS } from '#domain/mention.js';
import { type MentionColumns, NO_ROW } from '#domain/mention-columns.js';
import type { NetworkColumns } from '#domain/ports/run-store.js';
import type { Spans } from './exported-graph.js';

const ORIGINAL = MENTION_KINDS.indexOf('ORIGINAL');

/** When and by what accounts amplified each other; the stored network has the sums alone. */
export interface AmplificationHistory {
  /** First and last amplification that an account had a part in, either way, and the mentions that it published. */
  readonly nodes: Spans & { readonly mentions: Uint32Array };
  /** `byKind`: amplifications by the code of MENTION_KINDS; together they are the weight. */
  readonly edges: Spans & { readonly byKind: readonly Uint32Array[] };
}

type HistoryColumns = Pick<MentionColumns, 'length' | 'kind' | 'account' | 'parent' | 'publishedAt' | 'accounts'>;

/** Goes through the mentions that the network was made from. Throws INPUT_CHANGED where it was made from others. */
export function amplificationHistory(columns: HistoryColumns, network: NetworkColumns): AmplificationHistory {
  const places = placesOf(columns, network);
  const edgeOf = edgeFinder(network);
  const nodes = { ...spans(network.accounts.length), mentions: new Uint32Array(network.accounts.length) };
  const edges = {
    ...spans(network.weight.length),
    byKind: MENTION_KINDS.map(() => new Uint32Array(network.weight.length)),
  };
  for (let row = 0; row < columns.length; row += 1) {
    const amplifier = columns.account[row]!;
    if (places[amplifier] !== NO_ROW) nodes.mentions[places[amplifier]!]! += 1;
    if (columns.kind[row] === ORIGINAL || columns.parent[row] === NO_ROW) continue;
    const amplified = columns.account[columns.parent[row]!]!;
    if (amplified === amplifier) continue;
    const edge = edgeOf(places[amplified]!, places[amplifier]!);
    if (edge === null) throw otherMentions();
    edges.byKind[columns.kind[row]!]![edge]! += 1;
    const time = columns.publishedAt[row]!;
    widen(edges, edge, time);
    for (const code of [amplified, amplifier]) widen(nodes, places[code]!, time);
  }
  network.weight.forEach((weight, edge) => {
    if (edges.byKind.reduce((sum, counts) => sum + counts[edge]!, 0) !== weight) throw otherMentions();
  });
  return { nodes, edges };
}

function otherMentions(): CodedError {
  return new CodedError('INPUT_CHANGED', 'the network and the mentions of the issue do not fit together', {
    at: 'issue',
    hint: 'map the issue again',
  });
}

function spans(length: number): Spans {
  return {
    first: new Float64Array(length).fill(Number.POSITIVE_INFINITY),
    last: new Float64Array(length).fill(Number.NEGATIVE_INFINITY),
  };
}

function widen({ first, last }: Spans, item: number, time: number): void {
  if (time < first[item]!) first[item] = time;
  if (time > last[item]!) last[item] = time;
}

/** The place in the network of each account code, NO_ROW where it has none: the network's accounts are sorted. */
function placesOf({ accounts }: HistoryColumns, network: NetworkColumns): Uint32Array {
  const byId = Uint32Array.from(accounts.keys()).sort((a, b) => (accounts[a]!.id < accounts[b]!.id ? -1 : 1));
  const places = new Uint32Array(accounts.length).fill(NO_ROW);
  let place = 0;
  for (const code of byId) {
    const { id } = accounts[code]!;
    while (place < network.accounts.length && network.accounts[place]! < id) place += 1;
    if (network.accounts[place] === id) places[code] = place;
  }
  return places;
}

/** The edge of a pair of places, by a search in the sorted edges of its source. */
function edgeFinder({ accounts, source, target }: NetworkColumns): (from: number, to: number) => number | null {
  const start = new Uint32Array(accounts.length + 1);
  for (const from of source) start[from + 1]! += 1;
  for (let place = 0; place < accounts.length; place += 1) start[place + 1]! += start[place]!;
  return (from, to) => {
    if (from === NO_ROW) return null;
    let [low, high] = [start[from]!, start[from + 1]!];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (target[middle]! < to) low = middle + 1;
      else high = middle;
    }
    return low < start[from + 1]! && target[low] === to ? low : null;
  };
}
