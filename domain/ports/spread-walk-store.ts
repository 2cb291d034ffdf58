import type { MentionKind } from '../mention.js';
import type { Page, PageRequest } from '../paging.js';
import type { SpreadEdge, Way } from '../spread-walk/spread-edge.js';

/** A mention by which one account amplified another. */
export interface AmplifyingMention {
  readonly mentionId: string;
  /** The mention that it reposts, quotes or answers. */
  readonly parentId: string;
  readonly kind: MentionKind;
  readonly publishedAt: number;
}

/** Which of an account's edges: `most` of them after the first `skip`. */
export interface EdgePart {
  readonly skip: number;
  readonly most: number;
}

/**
 * What walks over the spread network of a run ask of a store: edges of many accounts at once, the same from every adapter,
 * so that domain/spread-walk gives the same paths on all of them. A run whose network was dropped has no edges.
 */
export interface SpreadWalkStore {
  /** How many edges each account has that way, in the order of `accountIds`. */
  degrees(runId: string, accountIds: readonly string[], way: Way): Promise<readonly number[]>;
  /** All edges of the accounts that way, in any order. They come at once: ask for the degrees first. */
  edges(runId: string, accountIds: readonly string[], way: Way): Promise<readonly SpreadEdge[]>;
  /** The same of an account that has many, a part of them: the heaviest first, then those of lower ids at the other end. */
  heaviestEdges(runId: string, accountId: string, way: Way, part: EdgePart): Promise<readonly SpreadEdge[]>;
  /** Edges between accounts of the list, the heaviest first, among equals those of lower ids: `from`, then `to`. */
  edgesAmong(runId: string, accountIds: readonly string[], page: PageRequest): Promise<Page<SpreadEdge>>;
  countEdgesAmong(runId: string, accountIds: readonly string[]): Promise<number>;
  /** Mentions of the issue by which `to` amplified mentions of `from` in it, earliest first, then by id. */
  amplifyingMentions(
    issueId: string,
    edge: Pick<SpreadEdge, 'from' | 'to'>,
    page: PageRequest,
  ): Promise<Page<AmplifyingMention>>;
  countAmplifyingMentions(issueId: string, edge: Pick<SpreadEdge, 'from' | 'to'>): Promise<number>;
}
