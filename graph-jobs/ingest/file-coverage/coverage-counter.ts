import type { MentionRecord } from '#domain/ingest-record.js';
import type { ParsedRow } from '../formats/parsed-row.js';
import type { ReadingNotes } from '../formats/reading-notes.js';
import { COVERED_FIELDS, type CoverageReport, type CoveredField } from './coverage-report.js';
import { biasesOf } from './find-biases.js';
import { Tally } from './tally.js';
import { TimeCover } from './time-cover.js';

type Told = Omit<CoverageReport, 'biases'>;

/** Whether a mention has a field; undefined where it could not have it. */
const HAS: Readonly<Record<CoveredField, (mention: MentionRecord) => boolean | undefined>> = {
  // A repost carries the text of what it reposts.
  text: ({ kind, text }) => (kind === 'REPOST' ? undefined : text !== ''),
  language: ({ language }) => language !== null,
  region: ({ regionCode }) => regionCode !== null,
  links: ({ urls }) => urls.length > 0,
  hashtags: ({ hashtags }) => hashtags.length > 0,
  parent: ({ kind, parentNativeId }) => (kind === 'ORIGINAL' ? undefined : parentNativeId !== null),
  handle: ({ account }) => account.handle !== undefined,
  followers: ({ account }) => (account.newsOutlet === true ? undefined : account.followers !== undefined),
  'account created': ({ account }) => (account.newsOutlet === true ? undefined : account.createdAt !== undefined),
};

/** Counts what a file covers as its rows stream by, in memory that does not grow with their number. */
export class CoverageCounter {
  readonly #kinds = new Tally();
  readonly #streams = new Tally();
  readonly #platforms = new Tally();
  readonly #languages = new Tally();
  readonly #times = new TimeCover();
  readonly #asked = new Map<CoveredField, { of: number; missing: number }>();
  #mentions = 0;
  #deletions = 0;

  constructor(private readonly notes: ReadingNotes) {
    for (const field of COVERED_FIELDS) this.#asked.set(field, { of: 0, missing: 0 });
  }

  /** A row as the format reads it. What a page only brings along as context is not what the file covers. */
  observe(parsed: ParsedRow): void {
    if (parsed.fault !== undefined || parsed.row.included === true) return;
    const { record } = parsed.row;
    if (record.type === 'deletion') this.#deletions += 1;
    if (record.type === 'mention') this.#count(record.mention);
  }

  report(): CoverageReport {
    const { assumedZones, droppedFields, passedOver } = this.notes;
    const told: Told = {
      mentions: this.#mentions,
      kinds: this.#kinds.entries(),
      streams: this.#streams.entries(),
      platforms: this.#platforms.entries(),
      languages: this.#languages.entries(),
      deletions: this.#deletions,
      first: this.#times.first,
      last: this.#times.last,
      resolution: this.#times.resolution(),
      gaps: this.#times.gaps(),
      missing: [...this.#asked].flatMap(([field, counts]) => (counts.missing === 0 ? [] : { field, ...counts })),
      assumedZones: [...assumedZones].sort(),
      droppedFields: [...droppedFields].sort(),
      passedOver: Object.fromEntries([...passedOver].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))),
    };
    return { ...told, biases: biasesOf(told) };
  }

  #count(mention: MentionRecord): void {
    this.#mentions += 1;
    this.#kinds.add(mention.kind);
    this.#streams.add(mention.stream);
    this.#platforms.add(mention.account.platform);
    this.#languages.add(mention.language ?? '');
    this.#times.observe(mention.publishedAt);
    for (const [field, counts] of this.#asked) {
      const has = HAS[field](mention);
      if (has === undefined) continue;
      counts.of += 1;
      if (!has) counts.missing += 1;
    }
  }
}
