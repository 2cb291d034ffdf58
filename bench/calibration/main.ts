// False flags of the calibrated mode on shuffled copies of real data, and its time against one compatible pass.
//   node dist/bench/calibration/main.js [russian|ced|time ...] [--copies N] [--rules RULE,...] [--windows S,...] [--threads N] [--prototype]
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { AS_PROTOTYPE } from '#graph-jobs/detect/calibrated/prepared-layers.js';
import { SHUFFLE_RULES, type ShuffleRule } from '#graph-jobs/detect/calibrated/shuffled-actions.js';
import { CED, falseFlags, RUSSIAN } from './copies.js';
import { timeAgainstCompatible } from './time.js';

const FAMILIES = [[10, 60, 600], [3600]];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    copies: { type: 'string' },
    rules: { type: 'string' },
    windows: { type: 'string' },
    threads: { type: 'string' },
    prototype: { type: 'boolean' },
  },
});
const wanted = positionals.length === 0 ? ['time', 'russian', 'ced'] : positionals;
const threads = Number(values.threads ?? availableParallelism());
const families = values.windows === undefined ? FAMILIES : [values.windows.split(',').map(Number)];
const above: string[] = [];
for (const data of [RUSSIAN, CED]) {
  if (!wanted.includes(data.name)) continue;
  const rules = data.rules.filter((rule) => values.rules === undefined || rulesOf(values.rules).includes(rule));
  const copies = Number(values.copies ?? data.copies);
  const refinements = values.prototype ? { refinements: AS_PROTOTYPE } : {};
  above.push(...(await falseFlags(data, families, { copies, rules, threads, ...refinements })));
}
if (wanted.includes('time')) timeAgainstCompatible();
for (const name of above) console.log(`more than 1 copy in 100: ${name}`);

function rulesOf(list: string): ShuffleRule[] {
  return list.split(',').map((name) => {
    const rule = SHUFFLE_RULES.find((known) => known === name);
    if (rule === undefined) throw new Error(`there is no rule ${name}; the rules are ${SHUFFLE_RULES.join(', ')}`);
    return rule;
  });
}
