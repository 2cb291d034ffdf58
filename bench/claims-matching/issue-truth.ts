import type { Claim } from '#domain/claim.js';
import type { Mention } from '#domain/mention.js';
import { LARGEST_PAGE } from '#domain/paging.js';
import type { Store } from '#domain/ports/store.js';
import { ClaimMatcher } from '#graph-jobs/claims/match/claim-matcher.js';
import { CONFIRM_MIN_SCORE } from '#graph-jobs/claims/match/match-score.js';
import { matchIssue } from '#graph-jobs/claims/registry/match-issue.js';
import { DEFAULT_SCENARIO } from '#simulator/default-parameters.js';
import { DEMO_ISSUE } from '#simulator/demo-scenario.js';
import { factChecks } from './fact-checks.js';
import { allMentions, storedId, withScenario } from './scenario-store.js';
import { printShow } from './show.js';

const LEAST = [0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9];
const HOAX = 'hoax';
const signal = new AbortController().signal;

type Found = readonly { readonly claimId: string; readonly mentionId: string; readonly score: number }[];

/** What an issue's matching finds of the simulator's truth: its hoax as a claim among the fact-checks, which nobody tells there. */
export async function printIssueTruth(): Promise<void> {
  await withScenario(DEFAULT_SCENARIO, async (store, { hoax }) => {
    const others = factChecks().map(({ id, headline, body }) => claimOf(id, headline, body));
    const claims = [...others, claimOf(HOAX, hoax.claim, null)];
    await store.claims.put(claims);
    const request = { issueId: DEMO_ISSUE.id, top: 5, minScore: LEAST[0]! };
    const tally = await matchIssue(store, request, { signal, onProgress: () => undefined });
    const mentions = (await allMentions(store)).filter(({ kind }) => kind !== 'REPOST');
    const told = new Set([...hoax.mentions, ...hoax.clarifications].map(storedId));
    const about = mentions.filter(({ id }) => told.has(id)).length;
    console.log(
      `${tally.mentions} mentions, ${tally.repeated} of them repeated; ${about} are about the hoax (two deny it)`,
    );
    print('by the weights of the claims alone', foundBy(new ClaimMatcher(claims), mentions), told);
    const found = await foundIn(store, claims);
    print("with the issue's own words", found, told);
    printConfirm(found, told, about);
  });
}

function claimOf(id: string, text: string, body: string | null): Claim {
  return { id, texts: [text], body, claimant: null, appearances: [], reviews: [] };
}

function foundBy(matcher: ClaimMatcher, mentions: readonly Mention[]): Found {
  const options = { top: 5, minScore: LEAST[0]! };
  return mentions.flatMap(({ id, text, urls }) =>
    matcher.match({ text, urls }, options).map(({ claimId, score }) => ({ claimId, score, mentionId: id })),
  );
}

async function foundIn({ claims: store }: Store, claims: readonly Claim[]): Promise<Found> {
  const found: Found[] = [];
  for (const { id } of claims) {
    for (let after: string | null = null; ; ) {
      const pages: Awaited<ReturnType<typeof store.matchesOfClaims>> = await store.matchesOfClaims([id], null, {
        first: LARGEST_PAGE,
        after,
      });
      const { items, hasNextPage } = pages[0]!;
      found.push(items.map(({ node }) => node));
      if (!hasNextPage) break;
      after = items.at(-1)!.cursor;
    }
  }
  return found.flat();
}

/** Least precision of the candidates that people are asked to confirm, in an issue of which next to nothing tells a claim. */
const LEAST_PRECISION = 0.9;

/** `about`: how many of the mentions that were compared are about the hoax; the others of `told` repeat them. */
function printConfirm(found: Found, told: ReadonlySet<string>, about: number): void {
  const shown = found.filter(({ score }) => score >= CONFIRM_MIN_SCORE);
  const right = shown.filter((one) => isAboutHoax(one, told)).length;
  const precision = shown.length === 0 ? 0 : right / shown.length;
  printShow(
    `precision of the confirm threshold, ${CONFIRM_MIN_SCORE}, on the simulator's truth`,
    precision >= LEAST_PRECISION && right === about,
    `${precision.toFixed(3)} of ${shown.length} candidates, ${right} of the ${about} about the hoax`,
  );
}

function isAboutHoax({ claimId, mentionId }: Found[number], told: ReadonlySet<string>): boolean {
  return claimId === HOAX && told.has(mentionId);
}

function print(how: string, found: Found, told: ReadonlySet<string>): void {
  console.log(`\nCandidates ${how}:`);
  for (const least of LEAST) {
    const shown = found.filter(({ score }) => score >= least);
    const right = shown.filter((one) => isAboutHoax(one, told)).length;
    console.log(`score >= ${least.toFixed(2)}: ${right} about the hoax, ${shown.length - right} about something else`);
  }
}
