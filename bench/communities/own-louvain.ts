import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { communityStability, partitionsFor } from '#graph-jobs/map/engine/community-stability.js';
import { louvainCommunities } from '#graph-jobs/map/engine/louvain-communities.js';
import { type UndirectedEdges, undirectedEdges } from '#graph-jobs/map/undirected-edges.js';
import { readNetwork, writeNumbers } from './network-file.js';
import { type FoundPartition, type Outcome, partitionFile, type Spent } from './outcome.js';

/** The communities of `jejaring map`. It makes its graph anew for each seed, so that its time is part of theirs. */
export function ownLouvain(file: string, out: string, seeds: readonly number[]): void {
  const network = readNetwork(file);
  const partitions = seeds.map((seed): FoundPartition => {
    const { result, spent } = timed(() => louvainCommunities(network, { resolution: 1, seed }));
    writeNumbers(partitionFile(out, seed), result.community);
    return { seed, modularity: result.modularity, ...spent };
  });
  const edges = undirectedEdges(network);
  const outcome: Outcome = {
    ...{ digest: digestOf(edges), nodes: edges.nodes, edges: edges.edges },
    graph: { seconds: 0, processorSeconds: 0 },
    partitions,
    stability: stabilityOf(network),
  };
  writeFileSync(out, JSON.stringify(outcome));
}

/** As InProcessEngine measures it: fewer partitions of a large network. */
function stabilityOf(network: ReturnType<typeof readNetwork>): NonNullable<Outcome['stability']> {
  const partitionOf = (seed: number) => louvainCommunities(network, { resolution: 1, seed });
  const own = partitionOf(1);
  const otherSeeds = Array.from({ length: partitionsFor(network) - 1 }, (_, i) => 2 + i);
  const { result, spent } = timed(() => communityStability(own, otherSeeds, partitionOf)!);
  return { ...spent, partitions: result.partitions, adjustedRand: result.adjustedRand };
}

function timed<Result>(work: () => Result): { result: Result; spent: Spent } {
  const [started, used] = [performance.now(), process.cpuUsage()];
  const result = work();
  const { user, system } = process.cpuUsage(used);
  return { result, spent: { seconds: (performance.now() - started) / 1e3, processorSeconds: (user + system) / 1e6 } };
}

function digestOf({ edges, a, b, weight }: UndirectedEdges): string {
  const numbers = new Uint32Array(3 * edges);
  for (let edge = 0; edge < edges; edge += 1) numbers.set([a[edge]!, b[edge]!, weight[edge]!], 3 * edge);
  return createHash('sha256').update(new Uint8Array(numbers.buffer)).digest('hex');
}
