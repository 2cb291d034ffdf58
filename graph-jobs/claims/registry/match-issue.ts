import type { Claim } from '#domain/claim.js';
import type { FoundMatch, MatchMethod } from '#domain/claim-match.js';
import { CodedError } from '#domain/errors/coded-error.js';
import type { Mention } from '#domain/mention.js';
import { LARGEST_PAGE, type Page } from '#domain/paging.js';
import type { MentionFilter } from '#domain/ports/mention-store.js';
import type { Store } from '#domain/ports/store.js';
import { textHash } from '#domain/text-hash.js';
import { ClaimMatcher, type MatchOptions } from '../match/claim-matcher.js';
import { type ClaimsListener, storedClaims } from './import-claims.js';

export interface MatchIssueRequest extends MatchOptions {
  readonly issueId: string;
}

export interface IssueMatchTally {
  readonly claims: number;
  readonly mentions: number;
  /** Reposts of what is in the store: they only repeat it, and are told by it. */
  readonly repeated: number;
  /** Mentions with a candidate at all. */
  readonly matched: number;
  readonly candidates: number;
  /** Best candidates by method. */
  readonly methods: Readonly<Record<MatchMethod, number>>;
}

type MatchPorts = Pick<Store, 'mentions' | 'claims'>;

/**
 * Puts down which claims of the registry the mentions of an issue may tell, a page of mentions at a time: memory is that of the
 * claims. What people decided stays. Throws NOT_FOUND where there are no claims, STOPPED between two pages; what was found
 * until then stays.
 */
export async function matchIssue(
  store: MatchPorts,
  request: MatchIssueRequest,
  { signal, onProgress }: ClaimsListener,
): Promise<IssueMatchTally> {
  const claims: Claim[] = [];
  for await (const claim of storedClaims(store.claims)) claims.push(claim);
  if (claims.length === 0) throw noClaims();
  const filter = { issueId: request.issueId };
  const matcher = new ClaimMatcher(claims, await ownWords(store.mentions, filter));
  const total = await store.mentions.count(filter);
  const tally = { claims: claims.length, mentions: 0, repeated: 0, matched: 0, candidates: 0 };
  const methods = { 'review-url': 0, url: 0, 'near-duplicate': 0, retrieval: 0 };
  for (let after: string | null = null; ; ) {
    if (signal.aborted) throw stopped(tally.mentions, total);
    const page: Page<Mention> = await store.mentions.page(filter, 'OLDEST', { first: LARGEST_PAGE, after });
    const mentions = page.items.map(({ node }) => node);
    const repeats = await repeatsOf(mentions, store.mentions);
    const found = mentions.map((one) => (repeats.has(one.id) ? [] : foundFor(one, matcher, request)));
    await store.claims.putMatches(
      mentions.map(({ id }) => id),
      found.flat(),
    );
    tally.mentions += mentions.length;
    tally.repeated += repeats.size;
    for (const [best] of found) if (best !== undefined) methods[best.method] += 1;
    tally.matched += found.filter(({ length }) => length > 0).length;
    tally.candidates += found.flat().length;
    onProgress(tally.mentions, total);
    if (!page.hasNextPage) return { ...tally, methods };
    after = page.items.at(-1)!.cursor;
  }
}

/**
 * Texts from both ends of the issue: what they all say, as the place that the issue is about, is no sign of a claim that says it
 * too: docs/methods/claims.md has how many wrong candidates that spares.
 */
async function ownWords(store: Store['mentions'], filter: MentionFilter): Promise<string[]> {
  const ends = [
    await store.page(filter, 'OLDEST', { first: LARGEST_PAGE, after: null }),
    await store.page(filter, 'NEWEST', { first: LARGEST_PAGE, after: null }),
  ];
  const mentions = ends.flatMap(({ items }) => items.map(({ node }) => node));
  const texts = new Map(mentions.filter(({ kind }) => kind !== 'REPOST').map(({ id, text }) => [id, text]));
  return [...texts.values()];
}

/** Reposts whose parent is in the store; where it is not, the repost is all that there is of its words. */
async function repeatsOf(mentions: readonly Mention[], store: Store['mentions']): Promise<ReadonlySet<string>> {
  const reposts = mentions.filter(({ kind, parentId }) => kind === 'REPOST' && parentId !== null);
  const parents = await store.get(reposts.map(({ parentId }) => parentId!));
  return new Set(reposts.filter((_, i) => parents[i] !== null).map(({ id }) => id));
}

function foundFor({ id, text, urls }: Mention, matcher: ClaimMatcher, options: MatchOptions): FoundMatch[] {
  const hash = textHash(text);
  return matcher.match({ text, urls }, options).map(({ claimId, score, method }) => {
    return { claimId, mentionId: id, score, method, overlap: matcher.overlap(text, claimId), overlapOf: hash };
  });
}

function noClaims(): CodedError {
  return new CodedError('NOT_FOUND', 'there are no claims in the registry', {
    at: 'claims',
    hint: 'import some: jejaring claims import factchecks.json',
  });
}

function stopped(done: number, total: number): CodedError {
  return new CodedError('STOPPED', `stopped after ${done} of ${total} mentions; what was found of them is kept`, {
    hint: 'match the issue again: it begins anew, and what people decided stays',
  });
}
