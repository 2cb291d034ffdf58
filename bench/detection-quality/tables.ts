import { type ByDetector, DETECTORS } from './detectors.js';
import type { MeasuredAudience } from './measured-audience.js';
import type { MeasuredCell } from './measured-cell.js';
import { precision, recall, type Tally } from './tally.js';

const CELL_HEADER = `| members x objects, delay | ${DETECTORS.map((name) => `${name}: recall, precision`).join(' | ')} | recall in the data as it is | accounts flagged without a plant |
|${' --- |'.repeat(DETECTORS.length + 3)}`;

export function printCellHeader(): void {
  console.log(CELL_HEADER);
}

export function printCell({ plan, shuffled, untouched, falseFlags }: MeasuredCell): void {
  const columns = [
    `${plan.members} x ${plan.objects}, ${plan.delaySeconds} s`,
    ...DETECTORS.map((detector) => `${share(recall(shuffled[detector]))}, ${share(precision(shuffled[detector]))}`),
    each(untouched, (tally: Tally) => share(recall(tally))),
    each(falseFlags, (rate: number) => `${(100 * rate).toFixed(2)} %`),
  ];
  console.log(`| ${columns.join(' | ')} |`);
}

export function printAudience(medianSeconds: number, { flagged, leastOnSource }: MeasuredAudience): void {
  const ofDetectors = Object.entries(flagged).map(([name, shares]) => {
    const mean = shares.reduce((total, one) => total + one, 0) / shares.length;
    return `${name} flags ${percent(mean)} of it (${percent(Math.min(...shares))} to ${percent(Math.max(...shares))})`;
  });
  const source = Number.isNaN(leastOnSource)
    ? 'no group of ours'
    : `at least ${percent(leastOnSource)} of the evidence`;
  const said = `${ofDetectors.join(', ')}; on the one source: ${source}`;
  console.log(`audience of 40, median delay ${medianSeconds} s: ${said}`);
}

function each<T>(of: ByDetector<T>, text: (one: T) => string): string {
  return DETECTORS.map((detector) => text(of[detector])).join(' / ');
}

/** A dash where there is nothing to have a share of. */
function share(value: number): string {
  return Number.isNaN(value) ? '-' : value.toFixed(3);
}

function percent(value: number): string {
  return `${(100 * value).toFixed(0)} %`;
}
