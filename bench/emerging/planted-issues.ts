import { OBJECT_KINDS, type ObjectKind } from '#domain/emerging-issue.js';
import { DEFAULT_BURST_PARAMETERS, HOUR } from '#graph-jobs/emerging/burst-parameters.js';
import { findBursts } from '#graph-jobs/emerging/find-bursts.js';
import { HourCounts } from '#graph-jobs/emerging/hour-counts.js';
import type { MentionObjects } from '#graph-jobs/emerging/mention-objects.js';
import type { EmergingParameters } from '#simulator/parameters.js';
import { DAY, observed } from './false-alarms.js';
import { type Attention, play, scenario } from './scenario-mentions.js';

export const FIRST_DAY = 28;
const PATIENCE_HOURS = 48;

export interface Planted {
  readonly kind: ObjectKind;
  readonly accounts: number;
  readonly fadeHours: number;
  /** Hours from its first mention to the look that offers it; null where none does within two days. */
  readonly delay: number | null;
  /** Its mentions by then. */
  readonly mentionsByThen: number;
}

/** One planted issue for each kind and size, at hours of the day that the seed chooses, and when each is offered. */
export function plantedIssues(
  seed: number,
  attention: Attention,
  sizes: readonly number[],
  fades: readonly number[],
): Planted[] {
  const emerging: EmergingParameters[] = sizes.flatMap((accounts, i) =>
    fades.flatMap((fadeHours, k) =>
      OBJECT_KINDS.map((kind, j) => ({
        ...{ name: `${kind.toLowerCase()}${accounts}x${fadeHours}`, accounts, fadeHours, carries: [kind] },
        atDay: FIRST_DAY + ((i * 7 + j * 3 + k * 5 + seed * 11) % 23) / 5,
      })),
    ),
  );
  const { mentions, truth } = play(scenario(seed, attention, emerging));
  const objects = observed(mentions);
  const timeOf = new Map(mentions.map(({ id, publishedAt }) => [id, publishedAt]));
  const offered = firstOffers(objects, Date.parse(truth.parameters.startAt) + FIRST_DAY * DAY);
  return truth.emerging.map((one, i) => {
    const { accounts, fadeHours } = emerging[i]!;
    const kind = one.carries[0]!;
    const name = kind === 'HASHTAG' ? one.hashtag : kind === 'LINK' ? one.url : one.mentions[0]!;
    const began = Date.parse(one.startedAt);
    const at = offered.get(`${kind} ${name}`);
    const delay = at === undefined || at - began > PATIENCE_HOURS * HOUR ? null : (at - began) / HOUR;
    const by = at ?? Number.POSITIVE_INFINITY;
    return {
      kind,
      accounts,
      fadeHours,
      delay,
      mentionsByThen: one.mentions.filter((id) => timeOf.get(id)! < by).length,
    };
  });
}

/** Runs the command each hour with what is there by then, and notes when it first offers each object. */
export function firstOffers(objects: MentionObjects, from: number): Map<string, number> {
  const counts = new HourCounts(objects);
  const first = new Map<string, number>();
  for (let to = from + HOUR; to <= counts.origin + counts.hours * HOUR; to += HOUR) {
    for (const { object } of findBursts(counts, { from: to - DAY, to }, DEFAULT_BURST_PARAMETERS).bursts) {
      const name = `${OBJECT_KINDS[objects.kind[object]!]} ${objects.nameOf(object)}`;
      if (!first.has(name)) first.set(name, to);
    }
  }
  return first;
}
