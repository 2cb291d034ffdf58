import { OBJECT_KINDS } from '#domain/emerging-issue.js';
import { DEFAULT_BURST_PARAMETERS, HOUR, type LookPeriod } from '#graph-jobs/emerging/burst-parameters.js';
import { findBursts, type ObjectBurst } from '#graph-jobs/emerging/find-bursts.js';
import { HourCounts } from '#graph-jobs/emerging/hour-counts.js';
import type { MentionObjects } from '#graph-jobs/emerging/mention-objects.js';
import { MentionObserver } from '#graph-jobs/emerging/observe-mentions.js';
import type { ObservedMention } from '#graph-jobs/emerging/observed-mention.js';
import { windowRows } from '#graph-jobs/emerging/window-rows.js';
import type { PlayedScenario } from './scenario-mentions.js';

export const DAY = 24 * HOUR;

/** Runs of a day each, and what they offered. */
export interface Alarms {
  runs: number;
  /** Runs that offered anything that is not true. */
  runsWithFalse: number;
  seen: number;
  /** Offered objects by what they are. */
  readonly offered: Record<string, number>;
}

export function noAlarms(): Alarms {
  return { runs: 0, runsWithFalse: 0, seen: 0, offered: {} };
}

export function observed(mentions: readonly ObservedMention[]): MentionObjects {
  const observer = new MentionObserver({ excerpts: false, declared: null });
  for (const mention of mentions) observer.add(mention);
  return observer.finish();
}

/** A run as the command makes it for each period; `kindOf` says what an offered object is, null where it is a false alarm. */
export function countAlarms(
  objects: MentionObjects,
  periods: readonly LookPeriod[],
  into: Alarms,
  kindOf: (rows: Uint32Array, burst: ObjectBurst) => string | null,
): void {
  const counts = new HourCounts(objects);
  for (const period of periods) {
    const { bursts, seen } = findBursts(counts, period, DEFAULT_BURST_PARAMETERS);
    into.runs += 1;
    into.seen += seen;
    let wrong = false;
    for (const burst of bursts) {
      const known = kindOf(windowRows(objects, counts, burst), burst);
      wrong ||= known === null;
      const name = known ?? `FALSE ${OBJECT_KINDS[objects.kind[burst.object]!]}`;
      into.offered[name] = (into.offered[name] ?? 0) + 1;
    }
    if (wrong) into.runsWithFalse += 1;
  }
}

/** What the truth file says of most of the mentions of an object: a new story, or the campaign of an agency. */
export function trueKind({ mentions, truth }: PlayedScenario, objects: MentionObjects) {
  const stories = new Set(truth.news.stories);
  const agents = new Set(
    truth.agencies.flatMap(({ accounts }) => accounts.map(({ platform, id }) => `${platform}:${id}`)),
  );
  const storyMentions = new Set(
    mentions.filter(({ urls }) => urls.some((url) => stories.has(url))).map(({ id }) => id),
  );
  return (rows: Uint32Array): string | null => {
    const share = (holds: (row: number) => boolean) => rows.filter(holds).length / rows.length;
    if (share((row) => storyMentions.has(objects.ids.at(row))) >= 0.5) return 'news story';
    if (share((row) => agents.has(objects.accounts.at(objects.account[row]!))) >= 0.5) return 'agency campaign';
    return null;
  };
}

/** The days that end `before` and earlier ones, newest last. */
export function lastDays(end: number, days: number): LookPeriod[] {
  return Array.from({ length: days }, (_, i) => ({ from: end - (days - i) * DAY, to: end - (days - i - 1) * DAY }));
}
