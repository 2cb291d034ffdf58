import { MENTION_KINDS, STREAMS } from '#domain/mention.js';
import { type MentionColumns, NO_ROW } from '#domain/mention-columns.js';
import { provinceOf } from '#domain/region.js';
import type { Coverage, FirstMention } from '#domain/run-document.js';
import { timeStepOf } from './time-step.js';

/** What the mentions hold and lack. */
export function coverageOf(columns: MentionColumns): Coverage {
  const { length, publishedAt } = columns;
  return {
    mentions: length,
    accounts: columns.accounts.length,
    from: length === 0 ? null : publishedAt[0]!,
    to: length === 0 ? null : publishedAt[length - 1]!,
    byPlatform: countsByName(columns.platform, columns.platforms.toSorted(), columns.platforms),
    byKind: countsByName(columns.kind, MENTION_KINDS),
    byStream: countsByName(columns.stream, STREAMS),
    withRegion: columns.region.reduce((count, region) => count + Number(region !== NO_ROW), 0),
    byProvince: mentionsByProvince(columns),
    timeStepMs: timeStepOf(publishedAt),
    parentsMissing: parentsMissing(columns),
    accountsWithFollowers: columns.accounts.filter(({ followers }) => followers !== null).length,
  };
}

/** The earliest mention, of several the first by id. */
export function firstMentionOf(columns: MentionColumns): FirstMention | null {
  if (columns.length === 0) return null;
  return {
    accountId: columns.accounts[columns.account[0]!]!.id,
    time: columns.publishedAt[0]!,
    platform: columns.platforms[columns.platform[0]!]!,
    kind: MENTION_KINDS[columns.kind[0]!]!,
  };
}

function mentionsByProvince({ region, regions }: MentionColumns): Record<string, number> {
  const provinces = regions.map(provinceOf);
  const counts = new Map(provinces.toSorted().map((province) => [province, 0]));
  for (const code of region) if (code !== NO_ROW) counts.set(provinces[code]!, counts.get(provinces[code]!)! + 1);
  return Object.fromEntries([...counts].filter(([, count]) => count > 0));
}

/** Counts by name, in the order of `names`; codes stand for `dictionary`. */
function countsByName<Name extends string>(
  codes: Uint8Array,
  names: readonly Name[],
  dictionary: readonly string[] = names,
): Record<Name, number> {
  const counts = Object.fromEntries(names.map((name) => [name, 0])) as Record<string, number>;
  for (const code of codes) counts[dictionary[code]!]! += 1;
  return counts;
}

function parentsMissing({ length, parent, namedParent }: MentionColumns): number {
  let missing = 0;
  for (let row = 0; row < length; row += 1) if (namedParent[row] !== NO_ROW && parent[row] === NO_ROW) missing += 1;
  return missing;
}
