import type { Caller } from '#domain/caller.js';
import type { Claim } from '#domain/claim.js';
import type { ClaimMatch, MatchDecision, MatchKey, MatchState } from '#domain/claim-match.js';
import type { KeptSearch } from '#domain/emerging-issue.js';
import type { Issue } from '#domain/issue.js';
import type { Mention } from '#domain/mention.js';
import type { Store } from '#domain/ports/store.js';
import { type EntityLoader, entityLoader } from '#platform/entity-loader.js';
import { type PageLoader, pageLoader } from '#platform/page-loader.js';

/** What this subgraph reads of a store. */
export type MentionsPorts = Pick<
  Store,
  'mentions' | 'issues' | 'agencies' | 'regions' | 'accounts' | 'claims' | 'emerging'
>;

export interface MentionsContext {
  /** Who asks: rows are those of their regions. */
  readonly caller: Caller;
  readonly store: MentionsPorts;
  readonly mentions: EntityLoader<Mention>;
  readonly issues: EntityLoader<Issue>;
  readonly claims: EntityLoader<Claim>;
  readonly matchesOfClaims: PageLoader<string, ClaimMatch, MatchState | null>;
  readonly matchesOfMentions: PageLoader<string, ClaimMatch>;
  readonly matchDecisions: PageLoader<MatchKey, MatchDecision>;
  readonly emergingSearches: EntityLoader<KeptSearch>;
}

export function createMentionsContext(store: MentionsPorts, caller: Caller): MentionsContext {
  return {
    caller,
    store,
    mentions: entityLoader((ids) => store.mentions.get(ids)),
    issues: entityLoader((ids) => store.issues.get(ids)),
    claims: entityLoader((ids) => store.claims.get(ids)),
    matchesOfClaims: pageLoader((ids, state, page) => store.claims.matchesOfClaims(ids, state, page)),
    matchesOfMentions: pageLoader((ids, _, page) => store.claims.matchesOfMentions(ids, page)),
    matchDecisions: pageLoader((keys, _, page) => store.claims.decisions(keys, page)),
    emergingSearches: entityLoader((ids) => store.emerging.searches(ids)),
  };
}
