import type { Behaviour } from '#domain/action.js';
import type { ActionFile } from '#graph-jobs/detect/action-file/action-file-reader.js';
import type { FileNetwork } from '#graph-jobs/detect/action-file/file-network.js';

const HEAVIEST = 10;

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
  readonly heaviest: readonly { readonly from: string; readonly to: string; readonly weight: number }[];
}

export function summaryOf(
  path: string,
  options: SummaryOptions,
  file: ActionFile,
  network: FileNetwork,
): CoordinationSummary {
  const { edges, code } = network;
  let pairsOfPosts = 0;
  const inNetwork = new Uint8Array(code.length);
  for (let i = 0; i < edges.length; i++) {
    pairsOfPosts += edges.weight[i]!;
    inNetwork[edges.from[i]!] = 1;
    inNetwork[edges.to[i]!] = 1;
  }
  return {
    file: path,
    mode: options.mode,
    behaviour: options.behaviour,
    windowSeconds: options.window,
    minParticipation: options.minParticipation,
    minWeight: options.minWeight,
    rows: file.rows,
    rejected: file.rejected,
    repeatedContents: file.repeatedContents,
    actions: file.actions.length,
    accounts: file.accounts.length,
    objects: file.actions.objectCount,
    edges: edges.length,
    pairsOfPosts,
    accountsInNetwork: inNetwork.reduce((sum, mark) => sum + mark, 0),
    heaviest: heaviestOf(file, network),
  };
}

function heaviestOf({ accounts }: ActionFile, { edges, code }: FileNetwork): CoordinationSummary['heaviest'] {
  const top: number[] = [];
  for (let i = 0; i < edges.length; i++) {
    if (top.length === HEAVIEST && edges.weight[i]! <= edges.weight[top[HEAVIEST - 1]!]!) continue;
    const at = top.findIndex((other) => edges.weight[other]! < edges.weight[i]!);
    top.splice(at < 0 ? top.length : at, 0, i);
    if (top.length > HEAVIEST) top.pop();
  }
  const id = (rank: number) => accounts.at(code[rank]!);
  return top.map((i) => ({ from: id(edges.from[i]!), to: id(edges.to[i]!), weight: edges.weight[i]! }));
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
