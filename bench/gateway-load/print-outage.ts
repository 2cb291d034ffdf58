import type { Outage } from './killed-subgraph.js';
import type { Asked } from './mixed-load.js';
import { KILLED } from './operations.js';

/** The table of an outage; true where everything was as it must be. */
export function printOutage({ killed, back, recovered, asked, faults }: Outage): boolean {
  console.log(`\nthe subgraph "${KILLED}" is killed with SIGKILL under load, and started again`);
  console.log(`${''.padEnd(30)} answers   whole  partial   wrong   median      p99      max`);
  printPart(
    'before',
    asked.filter(({ to }) => to < killed),
  );
  printPart(
    'while it is down',
    asked.filter(({ from, to }) => to >= killed && from < back),
  );
  printPart(
    'until all is whole again',
    asked.filter(({ from }) => from >= back && from <= recovered),
  );
  printPart(
    'after',
    asked.filter(({ from }) => from > recovered),
  );
  const down = ((back - killed) / 1000).toFixed(1);
  console.log(
    `down for ${down} s; ${Math.round(recovered - back)} ms after it answered, the last request was sent that lacked it`,
  );
  for (const fault of faults.slice(0, 20)) console.log(`FAULT ${fault}`);
  return faults.length === 0;
}

function printPart(title: string, asked: readonly Asked[]): void {
  const count = (kind: Asked['judgement']['kind']) =>
    `${asked.filter(({ judgement }) => judgement.kind === kind).length}`.padStart(8);
  const times = asked.map(({ from, to }) => to - from).sort((one, other) => one - other);
  const at = (share: number) => `${(times[Math.ceil(share * times.length) - 1] ?? Number.NaN).toFixed(1)}`.padStart(9);
  const figures = `${count('whole')}${count('partial').padStart(9)}${count('wrong')}${at(0.5)}${at(0.99)}${at(1)} ms`;
  console.log(`${title.padEnd(30)}${`${asked.length}`.padStart(8)}${figures}`);
}
