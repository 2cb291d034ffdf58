import { statSync } from 'node:fs';
import type { ActionFileMapping } from '#graph-jobs/detect/action-file/action-file-mapping.js';
import { CsvFeed } from '#graph-jobs/detect/live/feed/csv-feed.js';
import { type FeedPiece, fileBytes, pipeBytes } from '#graph-jobs/detect/live/feed/feed-bytes.js';
import { feedMark, standsAt } from '#graph-jobs/detect/live/feed/feed-mark.js';
import { type FeedPosition, type FeedReader, type FeedRow, START } from '#graph-jobs/detect/live/feed/feed-reader.js';
import { JsonFeed } from '#graph-jobs/detect/live/feed/json-feed.js';
import type { Look } from '#graph-jobs/detect/live/look.js';
import { Watch, type WatchParameters } from '#graph-jobs/detect/live/watch.js';
import { resumeWatch, saveWatch } from '#graph-jobs/detect/live/watch-state.js';
import { ProgressBar, sayBesideProgress } from '../progress/progress-bar.js';
import type { LookOutput } from './look-output.js';
import { writeWindowActions, writeWindowEdges } from './window-files.js';

export interface WatchRunOptions {
  /** `-` is standard input. */
  readonly path: string;
  readonly json: boolean;
  readonly mapping: ActionFileMapping;
  readonly follow: boolean;
  readonly parameters: WatchParameters;
  readonly state?: string;
  readonly saveEveryMs: number;
  readonly edges?: string;
  readonly actions?: string;
  readonly signal: AbortSignal;
}

const NAMED_REJECTS = 10;
const FROM_START = {
  known: 'the feed is read from its start: rows that were taken before are known by their content ids',
  unknown:
    'the feed is read from its start: it has no content ids, so rows of the last --lateness seconds that were taken before are counted again',
} as const;

/** Reads a feed to its end or until the signal, and writes what is new at every look. */
export class WatchRun {
  readonly watch: Watch;
  rejected = 0;
  /** Rows that could be read, whatever became of their actions. */
  #read = 0;
  #saidQuote: number | null = null;
  #reader: FeedReader;
  #savedAt = performance.now();
  #rowAt = performance.now();
  readonly #bar = new ProgressBar();

  constructor(
    private readonly options: WatchRunOptions,
    private readonly output: LookOutput,
  ) {
    this.watch = new Watch(options.parameters, (look) => this.#tell(look));
    this.#reader = this.#readerFrom(START);
  }

  async run(): Promise<void> {
    const { signal, state } = this.options;
    await this.#resume();
    try {
      for await (const piece of this.#pieces()) {
        if (signal.aborted) break;
        this.#take(piece);
      }
      if (!signal.aborted) this.#takeLast();
      // With a state nothing is lost by stopping, and a look now would tell of things before their time.
      if (!signal.aborted || state === undefined) this.watch.look();
    } finally {
      this.#bar.stop();
    }
    this.#writeDown();
  }

  /** Whether rows came and none of them could be read, now or before the state that it went on from. */
  get readNothing(): boolean {
    const taken = Object.values(this.watch.counts).reduce((sum, count) => sum + count, 0);
    return this.rejected > 0 && this.#read === 0 && taken === 0;
  }

  async #resume(): Promise<void> {
    const { path, mapping, state } = this.options;
    const place = state === undefined ? null : await resumeWatch(state, this.watch);
    const goesOn = place !== null && standsAt(place.position, place.feed, path, mapping);
    this.output.open(place?.out ?? null);
    if (place === null) return;
    this.rejected = place.rejected;
    const kept = this.watch.names.network.length;
    console.error(`going on from ${state}: ${kept} actions kept`);
    if (goesOn) this.#reader = this.#readerFrom(place.position);
    else console.error(this.#fromStart);
  }

  get #fromStart(): string {
    return this.options.parameters.withContents ? FROM_START.known : FROM_START.unknown;
  }

  /** The end of a file is not the end of a record that somebody still writes: with a state it is read the next time. */
  #takeLast(): void {
    const { path, state } = this.options;
    const { unfinished } = this.#reader;
    if (state === undefined || path === '-') this.#rows(this.#reader.push(new Uint8Array(0), true));
    else if (unfinished > 0)
      sayBesideProgress(
        `the last ${unfinished} bytes are no whole line yet: the same command reads them when they are`,
      );
  }

  #pieces(): AsyncGenerator<FeedPiece> {
    const { path, follow, signal } = this.options;
    if (path === '-') return pipeBytes(process.stdin, signal);
    return fileBytes(path, { offset: this.#reader.position.offset, follow, signal });
  }

  #take(piece: FeedPiece): void {
    if (piece === 'CUT' || piece === 'REPLACED') {
      // Nobody writes on in a file that was replaced: its last line is whole, also without a line end.
      if (piece === 'REPLACED') this.#rows(this.#reader.push(new Uint8Array(0), true));
      sayBesideProgress(`${this.options.path} was ${piece.toLowerCase()}; ${this.#fromStart}`);
      this.#reader = this.#readerFrom(START);
    } else if (piece === 'QUIET') {
      if (performance.now() - this.#rowAt >= this.options.parameters.everyMs) this.watch.look();
      this.#sayOpenQuote();
    } else {
      this.#rowAt = performance.now();
      this.#rows(this.#reader.push(piece));
    }
    this.#showProgress();
    if (performance.now() - this.#savedAt >= this.options.saveEveryMs) this.#writeDown();
  }

  /** Once for each: whoever watches waits for rows that stand behind it. */
  #sayOpenQuote(): void {
    const { openQuote } = this.#reader;
    if (openQuote === null || openQuote === this.#saidQuote) return;
    this.#saidQuote = openQuote;
    sayBesideProgress(
      `line ${openQuote}: a quote is opened that is not closed yet; the lines after it wait until it is, or until rows among them show that it is a stray one`,
    );
  }

  #rows(rows: readonly FeedRow[]): void {
    for (const row of rows) {
      if ('actions' in row) {
        this.#read += 1;
        for (const action of row.actions) this.watch.take(action);
        continue;
      }
      this.rejected += 1;
      const { line, field, reason } = row;
      if (this.rejected <= NAMED_REJECTS) {
        sayBesideProgress(`line ${line}${field === '' ? '' : `, ${field}`}: ${reason}`);
      }
    }
  }

  #tell(look: Look): void {
    if (look.pairs.length === 0 && look.groups.length === 0) return;
    if (process.stdout.isTTY) this.#bar.stop();
    this.output.write(look);
  }

  #readerFrom(position: FeedPosition): FeedReader {
    const { json, mapping } = this.options;
    return json ? new JsonFeed(mapping, position) : new CsvFeed(mapping, position);
  }

  /** The state, and the window for whoever looks at it meanwhile. */
  #writeDown(): void {
    const { state, edges, actions, parameters } = this.options;
    const { names } = this.watch;
    if (state !== undefined) this.#save(state);
    if (edges !== undefined) writeWindowEdges(edges, names, parameters.minWeight);
    if (actions !== undefined) writeWindowActions(actions, names, parameters.withContents);
    this.#savedAt = performance.now();
  }

  #save(state: string): void {
    this.output.sync();
    const { path, mapping } = this.options;
    const { position } = this.#reader;
    const feed = feedMark(path, mapping);
    saveWatch(state, this.watch, { position, feed, out: this.output.place, rejected: this.rejected });
  }

  #showProgress(): void {
    const { path, follow } = this.options;
    const { network } = this.watch.names;
    const total = path === '-' || follow ? 0 : (statSync(path, { throwIfNoEntry: false })?.size ?? 0);
    const kept = network.length.toLocaleString('en');
    const note = `${this.watch.counts.TAKEN.toLocaleString('en')} actions taken  ${kept} in the horizon`;
    this.#bar.update({
      title: path === '-' ? 'standard input' : path,
      done: this.#reader.position.offset,
      total,
      note,
    });
  }
}
