import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modularityOf } from '#domain/modularity.js';
import type { SpreadNetwork } from '#domain/spread-map.js';
import { measuredProcess } from '../coordination/measured-process.js';
import { readNumbers, writeNetwork } from './network-file.js';
import { type Outcome, partitionFile, type Spent } from './outcome.js';

export interface Finder {
  readonly name: string;
  command(network: string, out: string, seeds: readonly string[]): readonly string[];
}

interface Measured {
  readonly outcome: Outcome;
  readonly modularity: readonly number[];
  readonly communities: readonly number[];
  readonly peakMiB: number;
}

/** A library's own figure and ours of its partition are sums in another order, nothing else. */
const TOLERANCE = 1e-9;

/** Prints a row for each finder; false where two held another network, or a modularity is not what its partition has. */
export function compareOn(
  title: string,
  network: SpreadNetwork,
  finders: readonly Finder[],
  seeds: readonly number[],
  folder: string,
): boolean {
  const n = (value: number) => value.toLocaleString('en');
  console.log(
    `\n${title}: ${n(network.nodes)} accounts, ${n(network.edges)} edges of weight ${n(network.amplifications)} in all`,
  );
  const file = join(folder, `${title}.network`);
  writeNetwork(file, network);
  const [own, ...peers] = finders.map((finder) => measure(finder, network, file, seeds));
  [own!, ...peers].forEach((measured, i) => {
    print(finders[i]!.name, measured, own!);
  });
  const wrong = [own!, ...peers].flatMap((measured, i) => faultsOf(finders[i]!.name, measured, own!));
  for (const fault of wrong) console.log(`  DIFFERENT: ${fault}`);
  const { nodes, edges } = own!.outcome;
  if (wrong.length === 0)
    console.log(`  all held the same ${n(nodes)} nodes and ${n(edges)} edges without directions, weight for weight`);
  return wrong.length === 0;
}

function measure({ name, command }: Finder, network: SpreadNetwork, file: string, seeds: readonly number[]): Measured {
  const out = `${file}.${name.replaceAll(/\W+/g, '-')}`;
  const [program, ...words] = command(file, out, seeds.map(String));
  const { exitCode, peakMiB } = measuredProcess(program!, words);
  if (exitCode !== 0) throw new Error(`${name} ended with ${exitCode}`);
  const outcome = JSON.parse(readFileSync(out, 'utf8')) as Outcome;
  const partitions = seeds.map((seed) => {
    const community = readNumbers(partitionFile(out, seed));
    return { community, count: community.reduce((most, label) => Math.max(most, label), 0) + 1 };
  });
  return {
    ...{ outcome, peakMiB },
    modularity: partitions.map((partition) => modularityOf(network, partition, 1)),
    communities: partitions.map(({ count }) => count),
  };
}

function faultsOf(name: string, { outcome, modularity }: Measured, own: Measured): string[] {
  const { digest, partitions } = outcome;
  const apart = partitions.map((partition, i) => Math.abs(partition.modularity - modularity[i]!));
  return [
    ...(digest === own.outcome.digest ? [] : [`${name} held other edges`]),
    ...(Math.max(...apart) <= TOLERANCE ? [] : [`${name} says a modularity that is ${Math.max(...apart)} off`]),
  ];
}

function print(name: string, { outcome, modularity, communities, peakMiB }: Measured, own: Measured): void {
  const [wall, processor] = [usual(outcome, 'seconds'), usual(outcome, 'processorSeconds')];
  const [mean, lowest] = [modularity.reduce((sum, one) => sum + one, 0) / modularity.length, Math.min(...modularity)];
  const figures = [
    `modularity ${mean.toFixed(5)} (${lowest.toFixed(5)} to ${Math.max(...modularity).toFixed(5)})`,
    `communities ${Math.min(...communities)} to ${Math.max(...communities)}`,
    `${wall.toFixed(3)} s (${processor.toFixed(3)} s of processor)`,
    `peak memory ${peakMiB} MiB`,
  ];
  console.log(`  ${name}: ${figures.join(', ')}`);
  if (outcome.stability !== undefined) {
    const { partitions, seconds, adjustedRand } = outcome.stability;
    console.log(
      `    stability over ${partitions} seeds: ${seconds.toFixed(2)} s more, adjusted Rand index ${adjustedRand.toFixed(3)}`,
    );
  }
  if (own.outcome === outcome) return;
  const meanOfOwn = own.modularity.reduce((sum, one) => sum + one, 0) / own.modularity.length;
  const ratio = (field: keyof Spent) => (usual(outcome, field) / usual(own.outcome, field)).toFixed(2);
  console.log(
    `    this / ours: ${ratio('seconds')} in time, ${ratio('processorSeconds')} in processor time; ours - this: ${(meanOfOwn - mean).toFixed(5)} in modularity`,
  );
}

/** From columns to a partition: the graph, and the median over the seeds of the communities. */
function usual({ graph, partitions }: Outcome, field: keyof Spent): number {
  const sorted = partitions.map((partition) => partition[field]).sort((one, other) => one - other);
  return graph[field] + sorted[Math.floor(sorted.length / 2)]!;
}
