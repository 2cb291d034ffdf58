// False alarms, recall, delay and speed of emerging issues, on the simulator's truth and on shuffled real data.
//   node dist/bench/emerging/main.js [simulated] [planted] [surging] [russian] [ced] [--seeds N] [--copies N]

import { parseArgs } from 'node:util';
import { OBJECT_KINDS } from '#domain/emerging-issue.js';
import { DEFAULT_BURST_PARAMETERS, HOUR, type LookPeriod } from '#graph-jobs/emerging/burst-parameters.js';
import { findBursts } from '#graph-jobs/emerging/find-bursts.js';
import { HourCounts } from '#graph-jobs/emerging/hour-counts.js';
import type { ObservedMention } from '#graph-jobs/emerging/observed-mention.js';
import { type Alarms, countAlarms, DAY, lastDays, noAlarms, observed, trueKind } from './false-alarms.js';
import { plantedIssues } from './planted-issues.js';
import { REAL } from './real-mentions.js';
import { type Attention, DAYS, play, scenario } from './scenario-mentions.js';
import { shuffledTimes } from './shuffled-times.js';
import { surgingHashtags } from './surging-hashtags.js';

const ATTENTIONS: readonly Attention[] = ['even', 'events'];
const DAYS_RUN = 14;
const SIZES = [5, 8, 12, 20, 50];
const FADES = [1, 6];
const DAILY_USES = [3, 10, 30];
const SURGES = [10, 20, 40, 80];
const REAL_DAYS = 30;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seeds: { type: 'string', default: '5' }, copies: { type: 'string', default: '5' } },
});
const [seeds, copies] = [values.seeds, values.copies].map((text) => {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new Error(`${text} is no whole number of 1 or more`);
  return count;
}) as [number, number];
const parts = positionals.length > 0 ? positionals : ['simulated', 'planted', 'surging', 'russian', 'ced'];

for (const part of parts) {
  if (part === 'simulated') for (const attention of ATTENTIONS) simulated(attention);
  else if (part === 'planted') for (const attention of ATTENTIONS) planted(attention);
  else if (part === 'surging') for (const attention of ATTENTIONS) surging(attention);
  else if (Object.hasOwn(REAL, part)) await real(part);
  else throw new Error(`${part} is none of simulated, planted, surging, ${Object.keys(REAL).join(', ')}`);
}
console.log(`peak memory of the process ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`);

function simulated(attention: Attention): void {
  const [asIs, shuffled] = [noAlarms(), noAlarms()];
  for (let seed = 1; seed <= seeds; seed++) {
    const played = play(scenario(seed, attention));
    const periods = lastDays(Date.parse(played.truth.parameters.startAt) + DAYS * DAY, DAYS_RUN);
    const objects = observed(played.mentions);
    countAlarms(objects, periods, asIs, trueKind(played, objects));
    countAlarms(observed(shuffledTimes(played.mentions, seed)), periods, shuffled, () => null);
  }
  printAlarms(`simulated, attention ${attention}`, asIs);
  printAlarms(`simulated, attention ${attention}, times shuffled`, shuffled);
}

function planted(attention: Attention): void {
  const all = Array.from({ length: seeds }, (_, i) => plantedIssues(i + 1, attention, SIZES, FADES)).flat();
  console.log(
    `planted, attention ${attention}, ${seeds} seeds: offered within 48 h, median hours until then, mentions by then`,
  );
  for (const fadeHours of FADES) {
    for (const accounts of SIZES) {
      const cells = OBJECT_KINDS.map((kind) => {
        const own = all.filter((one) => one.kind === kind && one.accounts === accounts && one.fadeHours === fadeHours);
        const hits = own.filter(({ delay }) => delay !== null);
        const delay = median(hits.map((hit) => hit.delay!));
        const mentions = median(hits.map(({ mentionsByThen }) => mentionsByThen));
        return `${kind} ${hits.length}/${own.length}${hits.length > 0 ? ` ${delay.toFixed(1)} h ${mentions}` : ''}`;
      });
      console.log(`  ${accounts} mentions, mean delay ${fadeHours} h: ${cells.join('   ')}`);
    }
  }
}

function surging(attention: Attention): void {
  const all = Array.from({ length: seeds }, (_, i) => surgingHashtags(i + 1, attention, DAILY_USES, SURGES)).flat();
  console.log(
    `surging hashtags, attention ${attention}, ${seeds} seeds: offered within 48 h, median hours; offered before`,
  );
  for (const daily of DAILY_USES) {
    const cells = SURGES.map((surge) => {
      const own = all.filter((one) => one.daily === daily && one.surge === surge);
      const delays = own.flatMap(({ delay }) => (delay === null ? [] : [delay]));
      const hours = delays.length === 0 ? '' : ` ${median(delays).toFixed(1)} h`;
      return `+${surge} ${delays.length}/${own.length}${hours} (${own.filter(({ before }) => before).length})`;
    });
    console.log(`  ${daily} a day: ${cells.join('   ')}`);
  }
}

async function real(name: string): Promise<void> {
  const mentions = await REAL[name]!();
  const periods = busyDays(mentions);
  const asIs = noAlarms();
  const { objects, seconds } = timed(mentions, periods[0]!);
  countAlarms(objects, periods, asIs, (_, { object }) => `${OBJECT_KINDS[objects.kind[object]!]} (not judged)`);
  console.log(
    `${name}: ${mentions.length} rows, ${objects.objectCount} objects in ${seconds.toFixed(1)} s: ${Math.round(mentions.length / seconds)} rows/s`,
  );
  printAlarms(name, asIs);
  const shuffled = noAlarms();
  for (let copy = 1; copy <= copies; copy++)
    countAlarms(observed(shuffledTimes(mentions, copy)), periods, shuffled, () => null);
  printAlarms(`${name}, times shuffled, ${copies} copies`, shuffled);
}

/** Everything behind the reading of a file: columns, clusters of texts, counts and the scan of one day. */
function timed(mentions: readonly ObservedMention[], period: LookPeriod) {
  const started = performance.now();
  const objects = observed(mentions);
  findBursts(new HourCounts(objects), period, DEFAULT_BURST_PARAMETERS);
  return { objects, seconds: (performance.now() - started) / 1000 };
}

/** Days in which something was said, evenly by mentions over the later three quarters. */
function busyDays(mentions: readonly ObservedMention[]): LookPeriod[] {
  const times = Float64Array.from(mentions, ({ publishedAt }) => publishedAt).sort();
  const ends = Array.from({ length: REAL_DAYS }, (_, i) => {
    const at = times[Math.floor(times.length * (0.25 + (0.75 * i) / REAL_DAYS))]!;
    return (Math.floor(at / HOUR) + 1) * HOUR;
  });
  return [...new Set(ends)].map((to) => ({ from: to - DAY, to }));
}

function printAlarms(title: string, { runs, runsWithFalse, seen, offered }: Alarms): void {
  const kinds = Object.entries(offered).sort(([a], [b]) => (a < b ? -1 : 1));
  const list = kinds.map(([kind, count]) => `${count} ${kind}`).join(', ') || 'nothing';
  console.log(
    `${title}: ${runs} runs of a day, ${Math.round(seen / runs)} objects each; false alarms in ${runsWithFalse} runs; offered ${list}`,
  );
}

function median(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[numbers.length >> 1]!;
}
