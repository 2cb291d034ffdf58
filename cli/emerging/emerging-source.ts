import { randomUUID } from 'node:crypto';
import type { EmergingSearch } from '#domain/emerging-issue.js';
import { CodedError } from '#domain/errors/coded-error.js';
import type { Stream } from '#domain/mention.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import type { BurstParameters, LookPeriod } from '#graph-jobs/emerging/burst-parameters.js';
import { type EmergingIssues, emergingIssues } from '#graph-jobs/emerging/emerging-issues.js';
import type { MentionObserver } from '#graph-jobs/emerging/observe-mentions.js';
import { readMentionsFile } from '#graph-jobs/emerging/read-mentions-file.js';
import { newestMention, readFrom, readOutsideIssues, withExcerpts } from '#graph-jobs/emerging/read-outside-issues.js';
import { readMapping } from '#graph-jobs/ingest/formats/csv-mapping.js';
import { codeVersion } from '#platform/package-root.js';
import { type AskedFormat, askedFormat, formatOf } from '../import/format-of-file.js';
import { mustHaveRows, nameRejects } from '../input/rejected-rows.js';
import { withStore } from '../issue/with-store.js';
import { lookPeriod, type PeriodOptions, timeOption } from './look-period.js';

export interface SourceOptions extends PeriodOptions {
  readonly data?: string;
  readonly keep?: true;
  readonly format?: AskedFormat;
  readonly map?: string;
  readonly platform?: string;
  readonly stream?: Stream;
}

export interface EmergingWork {
  readonly parameters: BurstParameters;
  /** Progress of a named part; it throws where the user stopped. */
  readonly onPart: (title: string) => ProgressListener;
  /** Told once before what yields to nobody. */
  readonly onAllRead: () => void;
  /** What the user may want to know of it. */
  readonly onNotice: (message: string) => void;
}

export interface EmergingResult extends EmergingIssues {
  /** Rows of a file that were left out. */
  readonly rejected: number;
  /** Whether a file could not be read to its end. */
  readonly damaged: boolean;
  /** The search as it was kept in the store; null where nobody asked for that. */
  readonly kept: EmergingSearch | null;
}

const NOTHING_OUTSIDE =
  'no mention of these hours or of the four weeks before is outside the issues: nothing could burst. A file can be looked at by itself: jejaring emerging FILE';

/** Candidates among the mentions of a store that no issue holds. Throws NOT_FOUND where the store is empty. */
export function emergingInStore(options: SourceOptions, work: EmergingWork): Promise<EmergingResult> {
  const [since, until] = [timeOption('since', options), timeOption('until', options)];
  return withStore(options, async (store) => {
    const newest = until ?? (await newestMention(store));
    if (newest === null) throw noMentions('the store', 'import some: jejaring import FILE');
    const period = lookPeriod(since, until, newest);
    const observer = await readOutsideIssues(store, period, work.onPart('reading'));
    if (observer.length === 0) work.onNotice(NOTHING_OUTSIDE);
    const found = emergingIssues(finish(observer, period, work), period, work.parameters, work.onPart('looking'));
    const kept = options.keep === true ? searchOf(found, work.parameters) : null;
    if (kept !== null) await store.emerging.put(kept, found.issues);
    return { ...found, issues: await withExcerpts(store, found.issues), rejected: 0, damaged: false, kept };
  });
}

/** Candidates among all mentions of a file. Throws BAD_INPUT_FILE. */
export async function emergingInFile(
  path: string,
  options: SourceOptions,
  { zone, ...work }: EmergingWork & { readonly zone: string | undefined },
): Promise<EmergingResult> {
  const [since, until] = [timeOption('since', options), timeOption('until', options)];
  const mapping = options.map === undefined ? undefined : readMapping(options.map);
  const { platform, stream } = options;
  const asked = askedFormat(options.format, mapping !== undefined);
  const format = await formatOf(path, asked, (message) => console.error(message));
  const request = { path, format, options: { now: Date.now(), platform, stream, zone, mapping } };
  const file = await readMentionsFile(request, work.onPart(`reading ${path}`));
  mustHaveRows(path, { ...file, rejects: [...file.rejects] }, 'name its columns with --format csv --map MAPPING.json');
  if (file.newest === null) throw noMentions(path, 'it holds accounts or nothing: give a file of posts');
  const period = lookPeriod(since, until, file.newest);
  const found = emergingIssues(finish(file.observer, period, work), period, work.parameters, work.onPart('looking'));
  nameRejects({ ...file, rejects: [...file.rejects] });
  if (file.damage !== null) console.error(`${path} could not be read to its end: ${file.damage}`);
  return { ...found, rejected: file.rejected, damaged: file.damage !== null, kept: null };
}

function searchOf({ looked }: EmergingIssues, parameters: BurstParameters): EmergingSearch {
  return { id: randomUUID(), ...looked, ...parameters, codeVersion: codeVersion() };
}

/** Of a file, too, nothing counts that a store would not be asked for. What follows yields to nobody: Ctrl-C ends it at once. */
function finish(observer: MentionObserver, period: LookPeriod, { onPart, onAllRead, onNotice }: EmergingWork) {
  onAllRead();
  const objects = observer.finish({ from: readFrom(period), to: period.to }, onPart('comparing texts'));
  const left = observer.length - objects.length;
  if (left > 0)
    onNotice(`${left.toLocaleString('en')} mentions are not in these hours or the four weeks before, and left out`);
  return objects;
}

function noMentions(at: string, hint: string): CodedError {
  return new CodedError('NOT_FOUND', 'There are no mentions to look at', { at, hint });
}
