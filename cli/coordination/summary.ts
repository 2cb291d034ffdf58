import type { Behaviour } from '#domain/action.js';
import type { RowTally } from '#graph-jobs/csv-file/csv-reader.js';
import type { CoordinationNetwork } from './coordination-network.js';
import type { HeavyPair } from './network-tally.js';

export interface SummaryOptions {
  readonly mode: string;
  readonly behaviour: Behaviour;
  readonly window: number;
  readonly minParticipation: number;
  readonly minWeight: number;
}

/** What `jejaring coordination --json` prints. */
export interface CoordinationSummary {
  readonly file: string;
  readonly mode: string;
  readonly behaviour: Behaviour;
  readonly windowSeconds: number;
  readonly minParticipation: number;
  readonly minWeight: number;
  readonly rows: number;
  readonly rejected: number;
  readonly repeatedContents: number;
  readonly actions: number;
  readonly accounts: number;
  readonly objects: number;
  /** Pairs of accounts, undirected. */
  readonly edges: number;
  readonly pairsOfPosts: number;
  readonly accountsInNetwork: number;
  /** Objects with more pairs than are counted for their own sake, see docs/methods/co-action.md. */
  readonly crowdedObjects: number;
  readonly heaviest: readonly HeavyPair[];
}

export function summaryOf(
  path: string,
  options: SummaryOptions,
  { rows, rejected }: RowTally,
  { figures, tally, crowdedObjects }: CoordinationNetwork,
): CoordinationSummary {
  return {
    file: path,
    mode: options.mode,
    behaviour: options.behaviour,
    windowSeconds: options.window,
    minParticipation: options.minParticipation,
    minWeight: options.minWeight,
    rows,
    rejected,
    repeatedContents: figures.repeatedContents,
    actions: figures.actions,
    accounts: figures.accounts,
    objects: figures.objects,
    edges: tally.edges,
    pairsOfPosts: tally.pairsOfPosts,
    accountsInNetwork: tally.accountsInNetwork,
    crowdedObjects,
    heaviest: tally.heaviest(),
  };
}

export function printSummary(summary: CoordinationSummary): void {
  const { heaviest, ...figures } = summary;
  for (const [name, value] of Object.entries(figures)) console.log(`${label(name).padEnd(20)}${value}`);
  if (heaviest.length === 0) return;
  console.log('\nheaviest pairs (pairs of posts):');
  for (const { from, to, weight } of heaviest) console.log(`${String(weight).padStart(8)}  ${from}  ${to}`);
  console.log('\nCo-timing alone says nothing of intent: look at the posts, and at how much of it chance explains.');
}

function label(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
