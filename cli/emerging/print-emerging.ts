import { DateTime } from 'luxon';
import type { EmergingIssue, EmergingObject } from '#domain/emerging-issue.js';
import type { EmergingIssues } from '#graph-jobs/emerging/emerging-issues.js';
import { printable } from '../output/printable.js';
import { objectTitle } from './object-title.js';

const SHOWN_TEXT = 110;
const SHOWN_OBJECTS = 6;
const EXPLANATIONS: Readonly<Record<string, string>> = {
  DECLARED_GOVERNMENT_AMPLIFICATION: 'accounts that agencies declare',
  NEWS_SYNDICATION: 'the news stream',
  ONE_HYPERACTIVE_ACCOUNT: 'the busiest account',
};

export interface ShownPart {
  readonly issues: readonly EmergingIssue[];
  /** Of how many the shown ones are a part, and how many come before them. */
  readonly total: number;
  readonly skipped: number;
}

/** The candidates as a list for people: what, when, how many beside how many expected, who first, an example. */
export function printEmerging({ issues, total, skipped }: ShownPart, looked: EmergingIssues['looked'], zone: string) {
  const at = (time: number) => DateTime.fromMillis(time, { zone }).toFormat('d LLL yyyy HH:mm');
  const figure = (value: number) => value.toLocaleString('en');
  console.log(`hours from ${at(looked.from)} to ${at(looked.to)} (${zone}); a baseline of up to 4 weeks before each`);
  console.log(
    `${figure(looked.mentions)} mentions other than reposts read, ${figure(looked.objects)} objects used in these hours`,
  );
  const part = issues.length === 0 ? ', none shown' : `, ${skipped + 1} to ${skipped + issues.length} shown`;
  const range = issues.length < total ? part : '';
  console.log(`${total} ${total === 1 ? 'candidate' : 'candidates'}${range}`);
  for (const [i, issue] of issues.entries()) {
    console.log('');
    console.log([`${skipped + i + 1}.`, ...issueLines(issue, at)].join('\n   ').replace('\n   ', ' '));
  }
}

function issueLines(issue: EmergingIssue, at: (time: number) => string): string[] {
  const { objects, examples, firstAccounts, platforms, explanations } = issue;
  const more = objects.length - SHOWN_OBJECTS;
  const shares = explanations.map(({ kind, share }) => `${EXPLANATIONS[kind] ?? kind} ${percent(share)}`);
  return [
    ...objects.slice(0, SHOWN_OBJECTS).map((object) => objectLine(object, at)),
    ...(more > 0 ? [`and ${more} more objects in the same mentions (--json, --out)`] : []),
    `offered from ${at(issue.offeredAt)}: ${issue.accounts} accounts (${platforms.map((p) => `${printable(p.platform)} ${p.accounts}`).join(', ')}), ${issue.mentions} mentions`,
    `first: ${firstAccounts.map(({ account, at: when }) => `${printable(account)} ${at(when)}`).join('; ')}`,
    ...examples.slice(0, 2).map(({ mention, text }) => `example ${printable(mention)}: ${shown(text)}`),
    `ordinary explanations, share of mentions: ${shares.join(', ')}`,
  ];
}

function objectLine(object: EmergingObject, at: (time: number) => string) {
  const { accounts, expected, from, to, p, q, earlier } = object;
  const hours = Math.round((to - from) / 3_600_000);
  return `${objectTitle(object)}: ${accounts} accounts in ${hours} h to ${at(to)}, ${expected.toPrecision(2)} expected, p ${small(p)}, q ${small(q)}; as large in ${daysBefore(Math.round(earlier.days))}: ${earlier.asLarge}`;
}

function daysBefore(days: number): string {
  return days === 1 ? 'the day before' : `the ${days} days before`;
}

function shown(text: string | null): string {
  if (text === null) return '(no longer there)';
  const line = printable(text.replace(/\s+/g, ' '));
  return line.length > SHOWN_TEXT ? `${line.slice(0, SHOWN_TEXT)}…` : line;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** Below it no model of counts is to be trusted to the digit. */
const LEAST_SHOWN = 1e-12;

function small(value: number): string {
  if (value < LEAST_SHOWN) return `below ${LEAST_SHOWN}`;
  return value < 1e-4 ? value.toExponential(0) : value.toPrecision(1);
}
