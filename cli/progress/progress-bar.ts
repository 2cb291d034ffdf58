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

/**
 * Progress on standard error: a bar on a terminal, elsewhere a plain line every few seconds. Shows the time left as soon
 * as a total is known; a new title starts the clock again.
 */
export class ProgressBar {
  readonly #bar: cliProgress.SingleBar;
  readonly #terminal: boolean;
  #state: WorkState = { title: '', done: 0, total: 0 };
  #started = 0;
  #startedAt = 0;
  #running = false;

  constructor(stream: NodeJS.WriteStream = process.stderr) {
    this.#terminal = stream.isTTY === true;
    this.#bar = new cliProgress.SingleBar({
      stream,
      format: () => this.#line(),
      fps: 5,
      clearOnComplete: true,
      hideCursor: true,
      noTTYOutput: true,
      notTTYSchedule: LINE_EVERY_MS,
    });
  }

  update(state: WorkState): void {
    if (state.title !== this.#state.title) {
      this.#started = performance.now();
      this.#startedAt = state.done;
    }
    this.#state = state;
    if (!this.#running) this.#bar.start(1, 0);
    this.#running = true;
    this.#bar.update(state.total > 0 ? state.done / state.total : 0);
  }

  /** Takes the bar away, so that other lines can follow. */
  stop(): void {
    if (this.#running) this.#bar.stop();
    this.#running = false;
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
