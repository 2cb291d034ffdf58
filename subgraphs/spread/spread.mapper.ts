import type { Coverage, RunDocument } from '#domain/run-document.js';
import { toRankedAccount } from './community.mapper.js';
import { toCounts } from './run.mapper.js';
import type { Coverage as CoverageType, Spread } from './spread.type.js';

/** The figures of a run as their resolver sees them: what is shown, and the key of the run. */
export interface SpreadNode extends Spread {
  readonly runId: string;
}

export function toSpread(document: RunDocument): SpreadNode {
  const { runId, coverage, network, mostAmplified, mostActive, firstMovers, cascades } = document;
  const { accounts, edges, amplifications, communities, modularity } = network;
  return {
    runId,
    coverage: toCoverage(coverage),
    network: { accounts, edges, amplifications, communities, modularity },
    mostAmplified: mostAmplified.map(toRankedAccount),
    mostActive: mostActive.map(toRankedAccount),
    firstMovers: firstMovers.map(toRankedAccount),
    cascades: cascades.count,
    loneCascades: cascades.lone,
  };
}

function toCoverage({ from, to, byPlatform, byKind, byStream, ...same }: Coverage): CoverageType {
  return {
    ...same,
    from: from === null ? null : new Date(from),
    to: to === null ? null : new Date(to),
    byPlatform: toCounts(byPlatform),
    byKind: toCounts(byKind),
    byStream: toCounts(byStream),
  };
}
