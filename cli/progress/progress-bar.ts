import cliProgress from 'cli-progress';

/** How far a long work has come. */
export interface WorkState {
  /** What is being done: a file, a stage. */
  readonly title: string;
  /** In any unit; `total` is 0 while unknown. Only their quotient is shown. */
  readonly done: number;
  readonly total: number;
  /** Shown beside it: `430,000 rows`. */
  readonly note?: string;
}

const BAR = 24;
const LINE_EVERY_MS = 5000;

/** The bar that stands on the last line now. */
let shown: ProgressBar | null = null;

/** Says something on a line of its own, whatever bar stands there. */
export function sayBesideProgress(message: string): void {
  shown?.stop();
  console.error(message);
}

/**
 * Progress on standard error: a bar on a terminal, elsewhere a plain line every few seconds and at the end. Shows the time left as soon
 * as a total is known; a new title starts the clock again.
 */
export class ProgressBar {
  readonly #bar: cliProgress.SingleBar;
  readonly #stream: NodeJS.WriteStream;
  readonly #terminal: boolean;
  #state: WorkState = { title: '', done: 0, total: 0 };
  #started = 0;
  #startedAt = 0;
  #running = false;
  #told = '';
  #toldAt = 0;

  /** `plain`: lines on a terminal, too, for work that ends without taking a bar away. */
  constructor(stream: NodeJS.WriteStream = process.stderr, plain = false) {
    this.#stream = stream;
    this.#terminal = stream.isTTY === true && !plain;
    this.#bar = new cliProgress.SingleBar({
      stream,
      format: () => this.#line(),
      fps: 5,
      clearOnComplete: true,
      hideCursor: true,
    });
  }

  update(state: WorkState): void {
    if (state.title !== this.#state.title) {
      if (!this.#terminal) this.#tell();
      this.#started = performance.now();
      this.#startedAt = state.done;
      this.#toldAt = this.#started;
    }
    this.#state = state;
    shown = this;
    if (!this.#terminal) {
      if (performance.now() - this.#toldAt >= LINE_EVERY_MS) this.#tell();
      return;
    }
    if (!this.#running) this.#bar.start(1, 0);
    this.#running = true;
    this.#bar.update(state.total > 0 ? state.done / state.total : 0);
  }

  /** Takes the bar away, or tells how far the work came, so that other lines can follow. */
  stop(): void {
    if (shown === this) shown = null;
    if (!this.#terminal) this.#tell();
    if (this.#running) this.#bar.stop();
    this.#running = false;
  }

  /** A plain line, once for each state; none for work that has only been named. */
  #tell(): void {
    const { title, done, total } = this.#state;
    const state = JSON.stringify([title, done, total]);
    if (done === 0 || state === this.#told) return;
    this.#stream.write(`${this.#line()}\n`);
    this.#told = state;
    this.#toldAt = performance.now();
  }

  #line(): string {
    const { title, done, total, note } = this.#state;
    const share = total > 0 ? Math.min(1, done / total) : 0;
    const filled = Math.round(share * BAR);
    const bar = this.#terminal && total > 0 ? `[${'#'.repeat(filled)}${'.'.repeat(BAR - filled)}]` : '';
    const percent = total > 0 ? `${Math.floor(share * 100)} %` : '';
    return [title, bar, percent, note ?? '', this.#timeLeft()].filter((part) => part !== '').join('  ');
  }

  #timeLeft(): string {
    const { done, total } = this.#state;
    const seconds = (performance.now() - this.#started) / 1000;
    const speed = (done - this.#startedAt) / seconds;
    if (total <= 0 || speed <= 0 || seconds < 1) return '';
    return `${duration((total - done) / speed)} left`;
  }
}

/** `75` seconds as `1 min 15 s`. */
function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
