// Hoax clusters against the truth: the demonstration scenario's race, and near-duplicate groups of the rumours of CED.
//   node dist/bench/hoax-clusters/main.js [--race | --ced | --large]
import { packageFile } from '#platform/package-root.js';
import { DEMO_SCENARIO } from '#simulator/demo-scenario.js';
import { largeCluster } from './large-cluster.js';
import { plantedRace } from './planted-race.js';
import { groupAgreement, rumourTexts } from './rumour-groups.js';

const HOUR = 3_600_000;
const words = process.argv.slice(2);
const isAsked = (word: string) => words.length === 0 || words.includes(word);
if (isAsked('--race')) await printRace();
if (isAsked('--ced')) await printRumours();
if (isAsked('--large')) await printLarge();

async function printRace(): Promise<void> {
  const { hoax } = DEMO_SCENARIO;
  const { planted, found, candidates, seconds } = await plantedRace(DEMO_SCENARIO);
  const { lag, overlap, audience } = found.race;
  const hours = (ms: number | undefined) => (ms === undefined ? 'unknown' : `${(ms / HOUR).toFixed(3)} h`);
  console.log(
    `demonstration scenario: ${hoax.clarificationLagHours} h planted after a time at which ${hoax.roots} roots begin within ${hoax.rootSpreadMinutes} minutes`,
  );
  for (const [kind, [all, signed]] of Object.entries(candidates))
    console.log(`candidates before anybody decided, ${kind}: ${all}, ${signed} with a sign of a denial`);
  console.log(`lag, first to first: planted ${hours(planted.first)}, found ${hours(lag?.first)}`);
  console.log(`lag, half to half: planted ${hours(planted.half)}, found ${hours(lag?.half)}`);
  const { TELLS, DENIES } = found.roles;
  console.log(
    `told: planted ${planted.told}, found ${TELLS.matches + TELLS.reposts}; denied: planted ${planted.denied}, found ${DENIES.matches + DENIES.reposts}; with reposts of answers and quotes of it ${planted.passedOn} told`,
  );
  console.log(
    `after the first denial ${overlap?.afterFirstDenial.toFixed(3)}, shared area ${overlap?.sharedArea.toFixed(3)}`,
  );
  const { carriers, engaged } = audience;
  console.log(
    `reached: ${carriers.reached} of ${carriers.accounts} carriers, ${engaged.reached} of ${engaged.accounts} that only answered`,
  );
  console.log(`cluster read and counted in ${seconds.toFixed(3)} s\n`);
  if (lag?.first !== planted.first || lag.half !== planted.half) process.exitCode = 1;
}

async function printRumours(): Promise<void> {
  const files = ['posts', 'reposts'].map((name) => packageFile(`../shared/data/ced/${name}.csv.gz`));
  const read = await rumourTexts(files, Number.POSITIVE_INFINITY);
  const started = performance.now();
  const agreement = groupAgreement(read);
  console.log('CED, mentions of rumours by near-duplicate text (CO_TEXT, similarity 0.7, a week):');
  for (const [name, value] of Object.entries(agreement))
    console.log(`  ${name}: ${Number.isInteger(value) ? value : value.toFixed(4)}`);
  console.log(`grouped in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

async function printLarge(): Promise<void> {
  const { parts, edges, read, counted, peakMiB } = await largeCluster(99_000);
  console.log(
    `a cluster of ${parts} mentions and ${edges} edges: read in ${read.toFixed(2)} s and counted in ${counted.toFixed(2)} s of processor, ${peakMiB.toFixed(0)} MiB at most with its store`,
  );
}
