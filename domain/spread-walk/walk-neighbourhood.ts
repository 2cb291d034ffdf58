import { CodedError } from '../errors/coded-error.js';
import type { SpreadWalkStore } from '../ports/spread-walk-store.js';
import { EdgeReader, MOST_EDGES, type Portion } from './edge-reader.js';
import { sortedInPieces } from './sorted-in-pieces.js';
import { farEnd, WAYS, type Way } from './spread-edge.js';

export const DEEPEST_NEIGHBOURHOOD = 3;
export const DEFAULT_SHOWN = 100;
export const MOST_SHOWN = 500;

export const DIRECTIONS = [...WAYS, 'BOTH'] as const;
export type SpreadDirection = (typeof DIRECTIONS)[number];

export interface Neighbour {
  readonly accountId: string;
  /** Steps from the account whose neighbourhood it is. */
  readonly distance: number;
  /** Amplifications between it and the accounts one step nearer. */
  readonly weight: number;
}

/** The accounts around one: the nearest first, among those the ones with the larger weight, then the lower id. */
export interface Neighbourhood {
  readonly shown: readonly Neighbour[];
  /** Accounts found, of which `shown` are the first. */
  readonly total: number;
  /** Whether there are no others: false says "at least `total`". */
  readonly totalIsExact: boolean;
}

export interface NeighbourhoodQuestion {
  readonly runId: string;
  readonly accountId: string;
  readonly depth: number;
  readonly direction: SpreadDirection;
  readonly most?: number;
  readonly mostEdges?: number;
}

/**
 * Level by level. Of a level whose edges are more than may be read, the accounts that come first are gone on from, up to the
 * first whose edges do not fit: to leave out a hub and go on behind it would show the accounts around weaker ones as those
 * around the account. Throws BAD_PARAMETERS.
 */
export async function walkNeighbourhood(
  store: SpreadWalkStore,
  { runId, accountId, depth, direction, most = DEFAULT_SHOWN, mostEdges = MOST_EDGES }: NeighbourhoodQuestion,
): Promise<Neighbourhood> {
  mustBeWithin('depth', depth, DEEPEST_NEIGHBOURHOOD);
  mustBeWithin('most', most, MOST_SHOWN);
  const ways = direction === 'BOTH' ? WAYS : [direction];
  const reader = new EdgeReader(store, runId, mostEdges);
  const seen = new Set([accountId]);
  const found: Neighbour[] = [];
  let totalIsExact = true;
  let frontier: readonly string[] = [accountId];
  for (let distance = 1; distance <= depth && frontier.length > 0; distance += 1) {
    const portion = await reader.fitting(frontier, ways);
    totalIsExact &&= portion.whole;
    const weights = await reach(reader, { portion, ways, seen, tooLarge: distance === 1 ? accountId : null });
    const level = await sortedInPieces(
      Array.from(weights, ([id, weight]) => ({ accountId: id, distance, weight })),
      strongestFirst,
    );
    for (const neighbour of level) found.push(neighbour);
    frontier = level.map((neighbour) => neighbour.accountId);
    for (const id of frontier) seen.add(id);
  }
  return { shown: found.slice(0, most), total: found.length, totalIsExact };
}

interface Level {
  readonly portion: Portion;
  readonly ways: readonly Way[];
  readonly seen: ReadonlySet<string>;
  /** The account to read in part when it does not fit as a whole: the first one, without which there is nothing. */
  readonly tooLarge: string | null;
}

/** The accounts that the next step reaches, with the weight of the steps to them. */
async function reach(reader: EdgeReader, { portion, ways, seen, tooLarge }: Level): Promise<Map<string, number>> {
  const weights = new Map<string, number>();
  const mostEach = Math.floor(reader.left / ways.length);
  for (const way of ways) {
    const slices =
      tooLarge !== null && !portion.whole ? reader.heaviest(tooLarge, way, mostEach) : reader.edges(portion, way);
    for await (const slice of slices)
      for (const edge of slice) {
        const account = farEnd(edge, way);
        if (!seen.has(account)) weights.set(account, (weights.get(account) ?? 0) + edge.weight);
      }
  }
  return weights;
}

function strongestFirst(one: Neighbour, other: Neighbour): number {
  return other.weight - one.weight || (one.accountId < other.accountId ? -1 : 1);
}

function mustBeWithin(name: string, value: number, largest: number): void {
  if (Number.isInteger(value) && value >= 1 && value <= largest) return;
  throw new CodedError('BAD_PARAMETERS', `${name}: ${value} is not between 1 and ${largest}`, { at: name });
}
