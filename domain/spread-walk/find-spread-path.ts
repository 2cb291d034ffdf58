import { CodedError } from '../errors/coded-error.js';
import type { SpreadWalkStore } from '../ports/spread-walk-store.js';
import { choosePath } from './choose-path.js';
import { EdgeReader, MOST_EDGES } from './edge-reader.js';
import { PathSide } from './path-side.js';
import type { SpreadEdge } from './spread-edge.js';

export const DEFAULT_PATH_LENGTH = 6;
export const LONGEST_PATH = 12;

/** What a search for a path came to. */
export const PATH_OUTCOMES = ['FOUND', 'NO_PATH', 'NONE_WITHIN_LENGTH', 'SEARCH_CAPPED'] as const;
export type PathOutcome = (typeof PATH_OUTCOMES)[number];

export interface SpreadPath {
  readonly outcome: PathOutcome;
  /** The steps in their order, each along the spread; none unless found, or from an account to itself. */
  readonly steps: readonly SpreadEdge[];
  /** All paths of up to so many steps were looked at. */
  readonly searchedLength: number;
  readonly searchedEdges: number;
}

export interface PathQuestion {
  readonly runId: string;
  readonly from: string;
  readonly to: string;
  readonly maxLength?: number;
  readonly mostEdges?: number;
}

/**
 * A shortest path along the spread. Among the shortest, the one whose weakest step is the heaviest; among those, the one
 * with the lowest account ids from its start on. Searched from both ends, a whole level at a time, from the end whose next
 * level has fewer edges. Throws BAD_PARAMETERS.
 */
export async function findSpreadPath(
  store: SpreadWalkStore,
  { runId, from, to, maxLength = DEFAULT_PATH_LENGTH, mostEdges = MOST_EDGES }: PathQuestion,
): Promise<SpreadPath> {
  mustBeLength(maxLength);
  const reader = new EdgeReader(store, runId, mostEdges);
  const start = new PathSide(reader, from, 'ALONG');
  const end = new PathSide(reader, to, 'AGAINST');
  const ended = (outcome: PathOutcome, steps: readonly SpreadEdge[] = []): SpreadPath => ({
    outcome,
    steps,
    searchedLength: start.depth + end.depth,
    searchedEdges: reader.read,
  });
  if (from === to) return ended('FOUND');
  while (start.depth + end.depth < maxLength) {
    const next = await cheaper(start, end);
    if (next === null) return ended('SEARCH_CAPPED');
    await next.expand();
    if (next.frontier.length === 0) return ended('NO_PATH');
    const meeting = next.frontier.filter((account) => (next === start ? end : start).has(account));
    if (meeting.length > 0) return ended('FOUND', choosePath(start, end, meeting));
  }
  return ended('NONE_WITHIN_LENGTH');
}

/** The side to go on from, null where neither level fits. */
async function cheaper(start: PathSide, end: PathSide): Promise<PathSide | null> {
  const [ofStart, ofEnd] = [await start.cost(), await end.cost()];
  if (Math.min(ofStart, ofEnd) === Number.POSITIVE_INFINITY) return null;
  return ofStart <= ofEnd ? start : end;
}

function mustBeLength(maxLength: number): void {
  if (Number.isInteger(maxLength) && maxLength >= 1 && maxLength <= LONGEST_PATH) return;
  throw new CodedError('BAD_PARAMETERS', `maxLength: ${maxLength} is not a length of a path`, {
    at: 'maxLength',
    hint: `ask for 1 to ${LONGEST_PATH} steps`,
  });
}
