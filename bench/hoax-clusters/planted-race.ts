import type { MatchVerdict } from '#domain/claim-match.js';
import { denialSigns } from '#domain/hoax-cluster/cluster-parts.js';
import { type ClusterSummary, clusterSummary } from '#domain/hoax-cluster/cluster-summary.js';
import { hoaxCluster } from '#domain/hoax-cluster/hoax-cluster.js';
import type { Mention } from '#domain/mention.js';
import { LARGEST_PAGE } from '#domain/paging.js';
import type { Store } from '#domain/ports/store.js';
import { CONFIRM_MIN_SCORE } from '#graph-jobs/claims/match/match-score.js';
import { matchIssue } from '#graph-jobs/claims/registry/match-issue.js';
import { DEMO_ISSUE } from '#simulator/demo-scenario.js';
import type { ScenarioParameters } from '#simulator/parameters.js';
import type { HoaxTruth } from '#simulator/truth.js';
import { allMentions, storedId, withScenario } from '../claims-matching/scenario-store.js';

const KEY = { claimId: 'hoax', issueId: DEMO_ISSUE.id };
const JAKARTA = 7 * 3_600_000;

/** Milliseconds, and counts of mentions. */
export interface PlantedRace {
  readonly first: number;
  readonly half: number;
  readonly told: number;
  readonly denied: number;
  /** With the reposts of answers and quotes, which repeat these: in no cluster. */
  readonly passedOn: number;
}

export interface FoundRace {
  readonly planted: PlantedRace;
  readonly found: ClusterSummary;
  /** Candidates before anybody decided: of the planted clarifications, of the hoax, of anything else; in brackets, with a sign of a denial. */
  readonly candidates: Readonly<Record<'denials' | 'tellings' | 'others', readonly [number, number]>>;
  readonly seconds: number;
}

/** The scenario's hoax as a claim: matched, decided by people who know the truth of what is found, and the race of it. */
export async function plantedRace(parameters: ScenarioParameters): Promise<FoundRace> {
  let race: FoundRace | null = null;
  await withScenario(parameters, async (store, { hoax }) => {
    const mentions = await allMentions(store);
    const planted = plantedIn(mentions, hoax);
    await keepClaim(store, mentions, hoax);
    const listener = { signal: new AbortController().signal, onProgress: () => undefined };
    await matchIssue(store, { issueId: DEMO_ISSUE.id, top: 5, minScore: CONFIRM_MIN_SCORE }, listener);
    const candidates = await decide(store, hoax);
    const started = performance.now();
    const found = clusterSummary(await hoaxCluster(store.claims, KEY), JAKARTA, 5);
    race = { planted, found, candidates, seconds: (performance.now() - started) / 1000 };
  });
  return race!;
}

/** What the truth says, without the matcher and without the store's walk of a cluster. */
function plantedIn(mentions: readonly Mention[], hoax: HoaxTruth): PlantedRace {
  const [told, denied] = [hoax.roots, hoax.clarifications].map((list) => new Set(list.map(storedId))) as [
    Set<string>,
    Set<string>,
  ];
  for (const { id, kind, parentId } of mentions)
    for (const side of [told, denied]) if (kind === 'REPOST' && parentId !== null && side.has(parentId)) side.add(id);
  const times = (ids: ReadonlySet<string>) => mentions.filter(({ id }) => ids.has(id)).map((one) => one.publishedAt);
  const [toldAt, deniedAt] = [times(told), times(denied)];
  const half = (list: readonly number[]) => list[Math.ceil(list.length / 2) - 1]!;
  return {
    first: deniedAt[0]! - toldAt[0]!,
    half: half(deniedAt) - half(toldAt),
    told: toldAt.length,
    denied: deniedAt.length,
    passedOn: hoax.mentions.length,
  };
}

async function keepClaim({ claims }: Store, mentions: readonly Mention[], hoax: HoaxTruth): Promise<void> {
  const clarification = mentions.find(({ id }) => id === storedId(hoax.clarifications[0]!));
  const url = clarification?.urls[0] ?? null;
  const review = { url, publisher: 'Cek Fakta', title: null, rating: 'Salah', publishedAt: null, language: 'id' };
  const more = { body: null, claimant: null, appearances: [], reviews: [review] };
  await claims.put([{ id: KEY.claimId, texts: [hoax.claim], ...more }]);
}

async function decide({ claims }: Store, hoax: HoaxTruth): Promise<FoundRace['candidates']> {
  const told = new Set(hoax.mentions.map(storedId));
  const denied = new Set(hoax.clarifications.map(storedId));
  const counts: FoundRace['candidates'] = { denials: [0, 0], tellings: [0, 0], others: [0, 0] };
  const matched = await claims.matchedInIssue(KEY, LARGEST_PAGE);
  for (const mention of matched) {
    const { mentionId } = mention;
    const kind = denied.has(mentionId) ? 'denials' : told.has(mentionId) ? 'tellings' : 'others';
    const verdict: MatchVerdict = { denials: 'DENIES', tellings: 'CONFIRMED', others: 'REJECTED' }[
      kind
    ] as MatchVerdict;
    const [all, signed] = counts[kind];
    const hasSign = denialSigns({ role: 'CANDIDATE', source: mention }).length > 0;
    Object.assign(counts, { [kind]: [all + 1, signed + (hasSign ? 1 : 0)] });
    for (const by of ['one who knows the truth', 'another'])
      await claims.decide({ ...KEY, mentionId, verdict, id: `${mentionId} ${by}`, by, reason: kind });
  }
  return counts;
}
