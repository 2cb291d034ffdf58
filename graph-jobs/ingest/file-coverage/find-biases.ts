import type { CoverageReport, CoveredField } from './coverage-report.js';

type Told = Omit<CoverageReport, 'biases'>;

/** Shares below this are left without a word: some gaps are in every file. */
const WORTH_SAYING = 0.05;
/** Exports are cut at thousands. */
const ROUND = 1000;

const WHEN_MISSING: Readonly<Partial<Record<CoveredField, string>>> = {
  text: 'queries on words, near-duplicate texts and all that reads texts pass these by',
  language: 'counts by language cover the others only',
  region: 'maps and hops between regions cover the others only',
  parent: 'cascades and the spread network lack them: spread looks smaller and flatter than it was',
  handle: 'queries by account do not find these',
  followers: 'cascades from these accounts are compared without regard to the size of their audience',
};

/** What the coverage of a file biases in results that rest on it, in plain sentences; the gravest kinds first. */
export function biasesOf(told: Told): string[] {
  if (told.mentions === 0) return [];
  return [
    ...zoneBiases(told),
    ...resolutionBiases(told),
    ...gapBiases(told),
    ...cutBiases(told),
    ...fieldBiases(told),
    ...kindBiases(told),
    ...platformBiases(told),
    ...deletionBiases(told),
  ];
}

function zoneBiases({ assumedZones }: Told): string[] {
  if (assumedZones.length === 0) return [];
  return [
    `times that name no zone were read in ${assumedZones.join(', ')}: if they are of another, all are off by the difference, also against other files; --zone says which`,
  ];
}

function resolutionBiases({ resolution }: Told): string[] {
  if (resolution === 'day')
    return [
      'times are days: nothing shorter than a day can be read from them, and that many share one time is no co-timing',
    ];
  if (resolution === 'minute')
    return ['times are whole minutes: windows under 60 s show how times were rounded, not who acted together'];
  return [];
}

function gapBiases({ gaps }: Told): string[] {
  if (gaps.length === 0) return [];
  const hours = gaps.reduce((sum, gap) => sum + gap.hours, 0);
  return [`${hours} hours without a mention: an outage or a limit of the export looks the same as silence`];
}

function cutBiases({ mentions, first, last }: Told): string[] {
  if (mentions < ROUND || mentions % ROUND !== 0 || first === last) return [];
  return [
    `exactly ${mentions.toLocaleString('en')} mentions: exports are cut at round numbers, and what lies beyond is missing`,
  ];
}

function fieldBiases({ missing }: Told): string[] {
  return missing.flatMap(({ field, missing: count, of }) => {
    const meaning = WHEN_MISSING[field];
    if (meaning === undefined || count / of < WORTH_SAYING) return [];
    const who = field === 'parent' ? 'reposts, replies and quotes name no parent' : `have no ${field}`;
    return [`${share(count, of)} ${field === 'parent' ? `of ${who}` : who}: ${meaning}`];
  });
}

function kindBiases({ kinds, streams }: Told): string[] {
  const social = streams.SOCIAL ?? 0;
  if (social < 20 || (kinds.REPOST ?? 0) > 0) return [];
  return ['no reposts: who amplified whom cannot be seen; many tools leave them out'];
}

function platformBiases({ platforms, mentions }: Told): string[] {
  const [largest] = Object.entries(platforms);
  if (largest === undefined || largest[1] / mentions < 0.95) return [];
  return [`${share(largest[1], mentions)} come from ${largest[0]}: what was said elsewhere is not in this file`];
}

function deletionBiases({ passedOver }: Told): string[] {
  const gone = Object.entries(passedOver).filter(([what]) => /^accounts .* upstream$/.test(what));
  return gone.map(([what, count]) => `${count} ${what}: their mentions stay until each is deleted`);
}

/** "4 %", or below one "0.3 %": a share that is there never shows as nothing. */
export function share(part: number, whole: number): string {
  const percent = (100 * part) / whole;
  if (part === whole) return 'all';
  return `${percent >= 1 ? Math.min(99, Math.round(percent)) : Math.max(0.1, Math.round(percent * 10) / 10)} %`;
}
