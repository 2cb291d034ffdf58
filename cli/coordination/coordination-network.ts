import type { RankedIds } from '#graph-jobs/csv-file/ranked-ids.js';
import type { ActionFile } from '#graph-jobs/detect/action-file/action-file-reader.js';
import { EdgeFile } from '#graph-jobs/detect/action-file/edge-file.js';
import { EvidenceFile } from '#graph-jobs/detect/action-file/evidence-file.js';
import { fileNetwork } from '#graph-jobs/detect/action-file/file-network.js';
import { evidenceOf } from '#graph-jobs/detect/edge-evidence.js';
import type { EdgeSink } from '#graph-jobs/detect/edge-sink.js';
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

export interface CoordinationNetwork {
  readonly tally: NetworkTally;
  readonly crowdedObjects: number;
  /** Null where none was asked for. */
  readonly evidence: EvidenceFile | null;
}

/** Counts the network of a file; edges and evidence are written as they are found. */
export function coordinationNetwork(file: ActionFile, options: NetworkOptions): CoordinationNetwork {
  const { window: windowSeconds, minParticipation, minWeight } = options;
  const opened: (EdgeFile | EvidenceFile)[] = [];
  const open = <File extends EdgeFile | EvidenceFile>(output: File): File => {
    opened.push(output);
    return output;
  };
  let network: CoordinationNetwork | null = null;
  try {
    fileNetwork(file, { windowSeconds, minParticipation, minWeight }, (ids, sweep) => {
      if (options.edges !== undefined) open(new EdgeFile(options.edges, ids));
      const evidence = evidenceFile(file, options, ids, sweep);
      if (evidence !== null) open(evidence);
      const tally = new NetworkTally(ids, opened satisfies EdgeSink[]);
      network = { tally, evidence, crowdedObjects: sweep.crowded.count };
      return tally;
    });
  } finally {
    for (const output of opened) output.close();
  }
  return network!;
}

function evidenceFile(file: ActionFile, options: NetworkOptions, ids: RankedIds, sweep: Sweep): EvidenceFile | null {
  const { contents, objects } = file;
  if (options.evidence === undefined || contents === null) return null;
  const pairs = evidenceOf(sweep.actions, options.window * 1000);
  return new EvidenceFile(options.evidence, ids, sweep, pairs, { contents, objects }, EVIDENCE_BOUNDS);
}
