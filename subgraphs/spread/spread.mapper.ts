import {
  type Coverage,
  computedWindows,
  type EstimatedAccount,
  type MeasuresSummary,
  type NetworkPicture,
  type RunDocument,
} from '#domain/run-document.js';
import { toMeasureName } from './cascade.mapper.js';
import { toRankedAccount } from './community.mapper.js';
import type { EstimatedAccount as EstimatedAccountType, NetworkMeasures } from './network-measures.type.js';
import { toCounts } from './run.mapper.js';
import { toSentiment } from './sentiment.mapper.js';
import type { Coverage as CoverageType, Spread } from './spread.type.js';
import type { SpreadPicture } from './spread-picture.type.js';

/** The figures of a run as their resolver sees them: what is shown, and the key of the run. */
export interface SpreadNode extends Spread {
  readonly runId: string;
}

export function toSpread(document: RunDocument): SpreadNode {
  const { runId, coverage, network, measures, mostAmplified, mostActive, firstMovers, cascades, hops, sentiment } =
    document;
  const { accounts, edges, amplifications, communities, modularity } = network;
  return {
    runId,
    coverage: toCoverage(coverage),
    network: {
      ...{ accounts, edges, amplifications, communities, modularity },
      amplifiedAccounts: network.amplifiedAccounts ?? null,
      resolution: document.parameters.resolution,
      stability: network.stability ?? null,
    },
    measures: measures === undefined ? null : toMeasures(measures),
    mostAmplified: mostAmplified.map(toRankedAccount),
    mostActive: mostActive.map(toRankedAccount),
    // The value of a first mover is a time.
    firstMovers: firstMovers.map(({ accountId, value }) => ({
      account: { id: accountId },
      firstMentionAt: new Date(value),
    })),
    picture: toPicture(network.picture),
    windows: computedWindows(document),
    sentiment: sentiment === undefined ? null : toSentiment(sentiment),
    hops: hops ?? null,
    cascadeCount: cascades.count,
    loneCascades: cascades.lone,
    cascadeMeasures:
      cascades.spreads?.map(({ measure, ...values }) => ({ measure: toMeasureName(measure), ...values })) ?? null,
  };
}

function toMeasures({ engine, method, components, pageRank, betweenness }: MeasuresSummary): NetworkMeasures {
  const { sampling, sources, accounts } = betweenness;
  return {
    ...{ engine, communityMethod: method, components: components.count, largestComponent: components.largest },
    pageRank: pageRank.map(toRankedAccount),
    betweenness: { sampling, sources, accounts: accounts.map(toEstimated) },
  };
}

function toEstimated({ error, ...ranked }: EstimatedAccount): EstimatedAccountType {
  return { ...toRankedAccount(ranked), error: error ?? null };
}

function toPicture({ accounts, edges, nodes, links }: NetworkPicture): SpreadPicture {
  return {
    accounts,
    accountsShown: nodes.length,
    edges,
    edgesShown: links.length,
    nodes: nodes.map(({ accountId, ...place }) => ({ ...place, account: { id: accountId } })),
    links,
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
