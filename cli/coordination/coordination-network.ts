import type { IdDictionary } from '#graph-jobs/csv-file/id-dictionary.js';
import type { ActionFile } from '#graph-jobs/detect/action-file/action-file.js';
import type { ActionRowsFile } from '#graph-jobs/detect/action-file/action-file-reader.js';
import { compactNetwork } from '#graph-jobs/detect/action-file/compact/compact-network.js';
import { EdgeFile } from '#graph-jobs/detect/action-file/edge-file.js';
import { EvidenceFile } from '#graph-jobs/detect/action-file/evidence-file.js';
import { fileNetwork } from '#graph-jobs/detect/action-file/file-network.js';
import { evidenceOf } from '#graph-jobs/detect/edge-evidence.js';
import type { Sweep } from '#graph-jobs/detect/participation.js';
import { NetworkTally } from './network-tally.js';

/** Rows of evidence: about a gigabyte in all, and more of a pair than anybody reads. */
export const EVIDENCE_BOUNDS = { mostRows: 10_000_000, mostRowsOfEdge: 1000 };

export interface NetworkOptions {
  readonly window: number;
  readonly minParticipation: number;
  readonly minWeight: number;
  readonly edges?: string;
  readonly evidence?: string;
}

/** Of the data, whatever the network. */
export interface FileFigures {
  readonly actions: number;
  readonly accounts: number;
  readonly objects: number;
  readonly repeatedContents: number;
}

export interface CoordinationNetwork {
  readonly figures: FileFigures;
  readonly tally: NetworkTally;
  readonly crowdedObjects: number;
  /** Null where none was asked for. */
  readonly evidence: EvidenceFile | null;
}

/** Counts the network of a file; edges and evidence are written as they are found. */
export function coordinationNetwork(file: ActionFile, options: NetworkOptions): CoordinationNetwork {
  const { window: windowSeconds, minParticipation, minWeight } = options;
  const { actions, accounts, repeatedContents } = file;
  const figures = {
    actions: actions.length,
    accounts: accounts.length,
    objects: actions.objectCount,
    repeatedContents,
  };
  return closing((outputs) => {
    let network: CoordinationNetwork | null = null;
    fileNetwork(file, { windowSeconds, minParticipation, minWeight }, (ids, sweep) => {
      openEdges(options, ids, outputs);
      const evidence = evidenceFile(file, options, ids, sweep);
      if (evidence !== null) outputs.push(evidence);
      const tally = new NetworkTally(ids, outputs);
      network = { figures, tally, evidence, crowdedObjects: sweep.crowded.count };
      return tally;
    });
    return network!;
  });
}

/** Whether compactCoordinationNetwork() does for the options: half the memory. */
export function canBeCompact({ minParticipation, evidence }: NetworkOptions): boolean {
  return minParticipation === 1 && evidence === undefined;
}

/** The same network; the rows of the file are empty afterwards. */
export function compactCoordinationNetwork(file: ActionRowsFile, options: NetworkOptions): CoordinationNetwork {
  const { window: windowSeconds, minWeight } = options;
  return closing((outputs) => {
    let tally: NetworkTally | null = null;
    const { crowdedObjects, ...figures } = compactNetwork(file, { windowSeconds, minWeight }, (ids) => {
      openEdges(options, ids, outputs);
      tally = new NetworkTally(ids, outputs);
      return tally;
    });
    return { figures, tally: tally!, evidence: null, crowdedObjects };
  });
}

type Output = EdgeFile | EvidenceFile;

function closing<T>(work: (outputs: Output[]) => T): T {
  const outputs: Output[] = [];
  try {
    return work(outputs);
  } finally {
    for (const output of outputs) output.close();
  }
}

function openEdges({ edges }: NetworkOptions, ids: IdDictionary, outputs: Output[]): void {
  if (edges !== undefined) outputs.push(new EdgeFile(edges, ids));
}

function evidenceFile(
  { contents, objects }: ActionFile,
  options: NetworkOptions,
  ids: IdDictionary,
  sweep: Sweep,
): EvidenceFile | null {
  if (options.evidence === undefined || contents === null) return null;
  const pairs = evidenceOf(sweep.actions, options.window * 1000);
  return new EvidenceFile(options.evidence, ids, sweep, pairs, { contents, objects }, EVIDENCE_BOUNDS);
}
