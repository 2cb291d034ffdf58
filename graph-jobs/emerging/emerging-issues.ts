import { type EarlierBursts, type EmergingIssue, type FirstAccount, OBJECT_KINDS } from '#domain/emerging-issue.js';
import type { ExplanationKind } from '#domain/finding.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import { type BurstParameters, HOUR, type LookPeriod } from './burst-parameters.js';
import type { BurstScan } from './burst-scan.js';
import { compareWithEarlier } from './earlier-bursts.js';
import { findBursts, type ObjectBurst } from './find-bursts.js';
import { HourCounts } from './hour-counts.js';
import { type JoinedBursts, joinBursts } from './join-bursts.js';
import type { MentionObjects } from './mention-objects.js';

const SHOWN = 5;
const HOURS_SHOWN_BEFORE = 24;

export interface EmergingIssues {
  readonly issues: readonly EmergingIssue[];
  /** What was looked at, so that a list, above all an empty one, can be read. */
  readonly looked: {
    readonly mentions: number;
    readonly from: number;
    readonly to: number;
    /** Hours that end with a look, and those of them that have enough before them. */
    readonly hours: number;
    readonly hoursWithHistory: number;
    readonly objects: number;
    readonly testsOfObject: number;
    readonly overdispersion: number;
  };
}

/** All candidates of the period, the least like chance first. Throw from `onProgress` to stop. */
export function emergingIssues(
  objects: MentionObjects,
  period: LookPeriod,
  parameters: BurstParameters,
  onProgress?: ProgressListener,
): EmergingIssues {
  const counts = new HourCounts(objects);
  const { scan, seen, bursts } = findBursts(counts, period, parameters, onProgress);
  const earlier = compareWithEarlier(objects, scan);
  const issues = joinBursts(objects, counts, bursts).map((joined) => issueOf(objects, scan, joined, earlier));
  const { testsOfObject, overdispersion, looksWithHistory: hoursWithHistory } = scan;
  const hours = (period.to - period.from) / HOUR;
  const tests = { hours, hoursWithHistory, objects: seen, testsOfObject, overdispersion };
  return { issues, looked: { ...period, mentions: objects.length, ...tests } };
}

function issueOf(
  objects: MentionObjects,
  scan: BurstScan,
  { bursts, rows }: JoinedBursts,
  earlier: (burst: ObjectBurst) => EarlierBursts,
): EmergingIssue {
  const firstRows = firstRowsOfAccounts(objects, rows);
  const timeOf = (hour: number) => scan.counts.origin + hour * HOUR;
  const news = rows.reduce((sum, row) => sum + objects.news[row]!, 0);
  return {
    objects: bursts.map((burst) => ({ ...objectOf(objects, burst, timeOf), earlier: earlier(burst) })),
    offeredAt: timeOf(bursts.reduce((first, { firstLook }) => Math.min(first, firstLook), Number.POSITIVE_INFINITY)),
    accounts: firstRows.length,
    mentions: rows.length,
    newsMentions: news,
    platforms: platformsOf(objects, firstRows),
    byHour: hoursOf(scan, bursts[0]!, timeOf),
    firstAccounts: firstRows.slice(0, SHOWN).map((row) => firstAccount(objects, row)),
    examples: evenly(firstRows).map((row) => exampleOf(objects, row)),
    explanations: explanationsOf(objects, rows, news),
  };
}

function objectOf(objects: MentionObjects, burst: ObjectBurst, timeOf: (hour: number) => number) {
  const { object, from, to, accounts, expected, lnP, pObject, q } = burst;
  const p = Math.max(Number.MIN_VALUE, Math.exp(lnP));
  const kind = OBJECT_KINDS[objects.kind[object]!]!;
  return { kind, name: objects.nameOf(object), from: timeOf(from), to: timeOf(to), accounts, expected, p, pObject, q };
}

/** The first mention of each account, by time. */
function firstRowsOfAccounts({ account }: MentionObjects, rows: Uint32Array): number[] {
  const known = new Set<number>();
  return Array.from(rows).filter((row) => !known.has(account[row]!) && known.add(account[row]!));
}

function platformsOf({ platform, platforms }: MentionObjects, firstRows: readonly number[]) {
  const count = new Map<string, number>();
  for (const row of firstRows) {
    const name = platforms[platform[row]!]!;
    count.set(name, (count.get(name) ?? 0) + 1);
  }
  return Array.from(count, ([name, accounts]) => ({ platform: name, accounts })).sort(
    (a, b) => b.accounts - a.accounts || (a.platform < b.platform ? -1 : 1),
  );
}

function hoursOf({ counts, volume }: BurstScan, burst: ObjectBurst, timeOf: (hour: number) => number) {
  const rate = burst.expected / volume.exposure(burst.from, burst.to);
  const first = Math.max(0, burst.from - HOURS_SHOWN_BEFORE);
  return Array.from({ length: burst.to - first }, (_, i) => ({
    at: timeOf(first + i),
    accounts: counts.between(burst.object, first + i, first + i + 1),
    expected: rate * volume.exposure(first + i, first + i + 1),
  }));
}

function firstAccount({ accounts, account, ids, time }: MentionObjects, row: number): FirstAccount {
  return { account: accounts.at(account[row]!), mention: ids.at(row), at: time[row]! };
}

function exampleOf(objects: MentionObjects, row: number) {
  const text = objects.excerpts === null ? null : objects.excerpts.at(row);
  return { ...firstAccount(objects, row), platform: objects.platforms[objects.platform[row]!]!, text };
}

/** Some, spread over the whole window: its beginning is not what it came to be. */
function evenly(rows: readonly number[]): number[] {
  if (rows.length <= SHOWN) return [...rows];
  return Array.from({ length: SHOWN }, (_, i) => rows[Math.round((i * (rows.length - 1)) / (SHOWN - 1))]!);
}

/** What the columns can tell; names and shares are those of co-timed groups. */
function explanationsOf(
  { account, declared }: MentionObjects,
  rows: Uint32Array,
  news: number,
): EmergingIssue['explanations'] {
  const byAccount = new Map<number, number>();
  let busiest = 0;
  for (const row of rows) {
    const own = (byAccount.get(account[row]!) ?? 0) + 1;
    byAccount.set(account[row]!, own);
    busiest = Math.max(busiest, own);
  }
  const share = (kind: ExplanationKind, count: number) => ({ kind, share: count / rows.length });
  const told = [share('NEWS_SYNDICATION', news), share('ONE_HYPERACTIVE_ACCOUNT', busiest)];
  if (declared === null) return told;
  const ofAgencies = rows.reduce((sum, row) => sum + declared[account[row]!]!, 0);
  return [share('DECLARED_GOVERNMENT_AMPLIFICATION', ofAgencies), ...told];
}
