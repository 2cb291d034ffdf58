// Groups planted into real backgrounds: who is found, and who else is flagged, by us and by both peers.
//   node dist/bench/detection-quality/main.js [russian|ced] [--seeds N] [--members N,...] [--objects N,...] [--delays S,...]
import { parseArgs } from 'node:util';
import { type Backgrounds, readBackgrounds } from './backgrounds.js';
import { cellsOf, FULL_GRID, type Grid, isClaimed } from './cells.js';
import { measuredAudience } from './measured-audience.js';
import { type MeasuredCell, measuredCell } from './measured-cell.js';
import { printAudience, printCell, printCellHeader } from './tables.js';
import { precision, recall } from './tally.js';

const CLAIMED = 0.95;
const AUDIENCE_DELAYS_SECONDS = [600, 60];
/** From here on the report calls an explanation the main one. */
const MOST_OF_IT = 0.5;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: 'string' },
    members: { type: 'string' },
    objects: { type: 'string' },
    delays: { type: 'string' },
  },
});
const seeds = Number(values.seeds ?? 10);
if (!Number.isInteger(seeds) || seeds < 1) throw new Error(`--seeds is ${values.seeds}: give a whole number from 1 on`);
const grid: Grid = {
  members: numbers(values.members) ?? FULL_GRID.members,
  objects: numbers(values.objects) ?? FULL_GRID.objects,
  delaysSeconds: numbers(values.delays) ?? FULL_GRID.delaysSeconds,
};
const name = positionals[0] ?? 'russian';
const backgrounds = await readBackgrounds(name);
console.log(`${name}: ${backgrounds.untouched.length} actions, ${seeds} seeds`);
judgeCells(measuredCells(backgrounds));
judgeAudiences(backgrounds);

function measuredCells(of: Backgrounds): MeasuredCell[] {
  printCellHeader();
  return cellsOf(grid).map((plan) => {
    const cell = measuredCell(of, plan, seeds);
    printCell(cell);
    return cell;
  });
}

function judgeCells(cells: readonly MeasuredCell[]): void {
  const claimed = cells.filter(({ plan }) => isClaimed(plan));
  const below = claimed.filter(({ shuffled: { ours }, untouched }) => {
    const holds = recall(ours) >= CLAIMED && precision(ours) >= CLAIMED && recall(untouched.ours) >= CLAIMED;
    return !holds;
  });
  const claim = `recall >= ${CLAIMED} and precision >= ${CLAIMED} for groups of 5+ accounts sharing 5+ objects within 60 s, and for 10+ accounts sharing 10+ objects within 10 minutes or an hour at the window that fits`;
  for (const { plan } of below) console.log(`below: ${plan.members} x ${plan.objects}, ${plan.delaySeconds} s`);
  verdict(claim, below.length === 0, `${claimed.length - below.length} of ${claimed.length} cells`);
}

function judgeAudiences(of: Backgrounds): void {
  let holds = true;
  for (const medianSeconds of AUDIENCE_DELAYS_SECONDS) {
    const audience = measuredAudience(of, medianSeconds, seeds);
    printAudience(medianSeconds, audience);
    holds &&= !(audience.leastOnSource < MOST_OF_IT);
  }
  verdict('an audience is not flagged, or with most of the evidence on one source', holds, `${seeds} seeds each`);
}

function verdict(claim: string, holds: boolean, counted: string): void {
  console.log(`${holds ? 'holds' : 'DOES NOT HOLD'}: ${claim} (${counted})`);
  if (!holds) process.exitCode = 1;
}

function numbers(list: string | undefined): number[] | undefined {
  const all = list?.split(',').map(Number);
  const wrong = all?.find((one) => !Number.isInteger(one) || one < 1);
  if (wrong !== undefined) throw new Error(`${list} is no list of whole numbers from 1 on`);
  return all;
}
