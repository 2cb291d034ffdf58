/** What a process that looked for communities tells, as JSON; its partitions stand in files beside, one a seed. */
export interface Outcome {
  /** SHA-256 of the edges that its graph held, without directions: (lower node, higher node, weight), sorted. */
  readonly digest: string;
  readonly nodes: number;
  readonly edges: number;
  /** To make the graph from the columns. */
  readonly graph: Spent;
  readonly partitions: readonly FoundPartition[];
  /** What `jejaring map` says of the seeds, and what it takes besides the run's own partition; of ours alone. */
  readonly stability?: Spent & { readonly partitions: number; readonly adjustedRand: number };
}

export interface Spent {
  readonly seconds: number;
  /** Of this process, all its threads: what a busy machine does not change much. */
  readonly processorSeconds: number;
}

export interface FoundPartition extends Spent {
  readonly seed: number;
  /** As the library itself has it. */
  readonly modularity: number;
}

export const partitionFile = (out: string, seed: number) => `${out}.${seed}`;
