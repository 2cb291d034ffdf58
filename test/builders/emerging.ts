import type { EmergingIssue, EmergingObject, EmergingSearch } from '#domain/emerging-issue.js';
import { NEW_YEAR } from './records.js';

export const HOUR = 3_600_000;

/** A search of the day that ends `days` after the New Year. */
export function emergingSearch(id: string, days: number, more: Partial<EmergingSearch> = {}): EmergingSearch {
  const to = NEW_YEAR + days * 24 * HOUR;
  return {
    ...{ id, from: to - 24 * HOUR, to, leastAccounts: 5, falseDiscoveryRate: 0.01, zone: 'Asia/Jakarta' },
    ...{ mentions: 1_000, objects: 70, testsOfObject: 72, hours: 24, hoursWithHistory: 24, overdispersion: 0.25 },
    codeVersion: 'jejaring@test',
    ...more,
  };
}

export function emergingObject(name: string, to: number, more: Partial<EmergingObject> = {}): EmergingObject {
  return {
    ...{ kind: 'HASHTAG', name, from: to - 6 * HOUR, to, accounts: 20, expected: 0.5, p: 1e-9, pObject: 1e-7, q: 1e-6 },
    earlier: { asLarge: 0, days: 4 },
    ...more,
  };
}

/** Found with the hashtags in the six hours up to `to`. */
export function emergingIssue(names: readonly string[], to: number, more: Partial<EmergingIssue> = {}): EmergingIssue {
  const first = { account: 'acc_1', mention: 'x:1', at: to - 5 * HOUR };
  return {
    objects: names.map((name) => emergingObject(name, to)),
    ...{ offeredAt: to - 3 * HOUR, accounts: 20, mentions: 24, newsMentions: 2 },
    platforms: [{ platform: 'x', accounts: 20 }],
    byHour: [{ at: to - HOUR, accounts: 4, expected: 0.1 }],
    firstAccounts: [first],
    examples: [{ ...first, platform: 'x', text: 'kata orang' }],
    explanations: [{ kind: 'NEWS_SYNDICATION', share: 2 / 24 }],
    ...more,
  };
}
