import { groupsByStanding } from '../group-standing.js';
import type { ReportView } from '../report-view.js';

/** How many groups stand out, and what explains the others: in one sentence. */
export function groupHeadline({ document: { groups }, texts, formats }: ReportView): string {
  if (groups.length === 0) return texts.brief.noGroups;
  const { STANDS_OUT, EXPLAINED, WITHIN_CHANCE, UNKNOWN } = groupsByStanding(groups);
  const { headline } = texts.groups;
  const all = formats.number(groups.length);
  const parts = [
    headline.standOut(formats.number(STANDS_OUT.length), all),
    ...(EXPLAINED.length === 0 ? [] : [headline.explained(formats.number(EXPLAINED.length))]),
    ...(WITHIN_CHANCE.length === 0 ? [] : [headline.withinChance(formats.number(WITHIN_CHANCE.length))]),
    ...(UNKNOWN.length === 0 ? [] : [headline.unknown(formats.number(UNKNOWN.length))]),
  ];
  return `${parts.join('; ')}.`;
}
