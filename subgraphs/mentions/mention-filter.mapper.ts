import { CodedError } from '#domain/errors/coded-error.js';
import type { MentionFilter } from '#domain/ports/mention-store.js';
import { platformNames, regionCodeOf } from '../filter-values.js';
import type { MentionFilterInput } from './mention-filter.type.js';

/** The part of a filter that comes from where the list hangs: the mentions of this issue, account or agency. */
export type Place = Pick<MentionFilterInput, 'issue' | 'account' | 'agency'>;

/**
 * The filter to ask a store with. Throws BAD_FILTER when the filter names another issue, account or agency than the one
 * that the list hangs on, an empty span of time, or no code of a region.
 */
export function toMentionFilter(asked: MentionFilterInput | null | undefined, place: Place = {}): MentionFilter {
  for (const name of ['issue', 'account', 'agency'] as const) {
    const [given, fixed] = [asked?.[name] ?? undefined, place[name] ?? undefined];
    if (given !== undefined && fixed !== undefined && given !== fixed)
      throw new CodedError('BAD_FILTER', `these are the mentions of the ${name} "${fixed}", not of "${given}"`, {
        at: `filter.${name}`,
        hint: `leave ${name} out of the filter, or ask the list at the root: mentions(filter: …)`,
      });
  }
  const both = { ...asked, ...place };
  if (both.from && both.to && both.from >= both.to)
    throw new CodedError('BAD_FILTER', 'no time lies between `from` and `to`', {
      at: 'filter.from',
      hint: '`from` is included, `to` is excluded: give a `from` before `to`',
    });
  return {
    issueId: both.issue ?? undefined,
    from: both.from?.getTime(),
    to: both.to?.getTime(),
    platforms: platformNames(both.platforms),
    kinds: both.kinds ?? undefined,
    streams: both.streams ?? undefined,
    regionCode: regionCodeOf(both.region, 'filter.region'),
    agencyId: both.agency ?? undefined,
    accountId: both.account ?? undefined,
    text: both.text ?? undefined,
  };
}
