import type { SortedActions } from '#domain/detection.js';
import { EXPLANATION_KINDS, type ExplanationKind } from '#domain/finding.js';
import type { CalibratedGroups } from '../detect/calibrated/calibrated-groups.js';
import type { CalibratedNetwork } from '../detect/calibrated/calibrated-network.js';
import { evidenceOf } from '../detect/edge-evidence.js';
import { type EvidenceKind, EvidenceShares } from '../score/evidence-shares.js';
import { ActivityOfAll } from '../score/issue-activity.js';
import { mentionsOf, type NamedActions, presentMentions } from './file-mentions.js';
import { type FileSources, fileSources, needAuthors } from './file-sources.js';
import { groupRows } from './group-rows.js';
import { Pauses, type Watched } from './pauses.js';

/** An ordinary explanation of a group in a file; `share` is null where a file cannot tell, and `note` says what it lacks. */
export interface FileExplanation {
  readonly kind: ExplanationKind;
  readonly share: number | null;
  readonly note: string;
}

/** What only a registry of accounts tells. */
const NOT_IN_A_FILE: Readonly<Record<Exclude<ExplanationKind, EvidenceKind>, string>> = {
  DECLARED_GOVERNMENT_AMPLIFICATION:
    'a file does not say whose accounts an agency declares: import it and map the issue',
  NEWS_SYNDICATION: 'a file does not say which accounts are news outlets: import it and map the issue',
};

/** Two rows of the actions behind a row of the network. */
type PairsOfRow = (row: number) => Iterable<readonly [one: number, other: number]>;

/**
 * The ordinary explanations of each group of a file, in the order of `found.groups`, all kinds named: by the same rules as
 * those of an issue, as far as actions alone allow. Memory is some columns of the file's length: pairs of posts are made
 * while they are counted, and none is held. Throws STOPPED when the signal asks for it.
 */
export async function explainGroups(
  file: NamedActions,
  network: CalibratedNetwork,
  found: CalibratedGroups,
  windowsSeconds: readonly number[],
  watched: Watched = {},
): Promise<readonly (readonly FileExplanation[])[]> {
  if (found.groups.length === 0) return [];
  const { pairs } = network;
  const mentions = mentionsOf(file);
  const rowsOf = groupRows(network, found, file.accounts.length);
  const pairsOf = pairsOfRows(file.actions, network, windowsSeconds);
  const passes = needAuthors(file) ? 2 : 1;
  const progress = new RowProgress(new Pauses(watched), passes * rowsOf.reduce((sum, { length }) => sum + length, 0));
  const used = passes === 1 ? null : await usedObjects(file, rowsOf, pairsOf, progress);
  const sources = fileSources(file, mentions, used);
  const activity = new ActivityOfAll({ ...presentMentions(mentions), accounts: file.accounts });
  const codes = { accounts: file.accounts.length, sources: sources.count };
  const evidence = new EvidenceShares(mentions.publishedAt, activity, codes);
  const { object, mention } = file.actions;
  const explained: FileExplanation[][] = [];
  for (const [group, { members }] of found.groups.entries()) {
    evidence.begin(members);
    for (const row of rowsOf[group]!) {
      for (const [one, other] of pairsOf(row)) {
        if (progress.due) await progress.pause();
        const source = sources.of(object[one]!);
        evidence.add(pairs.from[row]!, pairs.to[row]!, source, mention[one]!, mention[other]!);
      }
      progress.rows += 1;
    }
    explained.push(explanationsOf(evidence, sources));
  }
  await progress.pause();
  return explained;
}

function explanationsOf(evidence: EvidenceShares, sources: FileSources): FileExplanation[] {
  const shares = evidence.shares();
  return EXPLANATION_KINDS.map((kind) => {
    if (kind === 'DECLARED_GOVERNMENT_AMPLIFICATION' || kind === 'NEWS_SYNDICATION')
      return { kind, share: null, note: NOT_IN_A_FILE[kind] };
    return { kind, share: shares[kind], note: kind === 'SHARED_SOURCE' ? sources.note : '' };
  });
}

/** 1 for each object that the evidence of any group is on. */
async function usedObjects(
  { actions: { object }, objects }: NamedActions,
  rowsOf: readonly Uint32Array[],
  pairsOf: PairsOfRow,
  progress: RowProgress,
): Promise<Uint8Array> {
  const used = new Uint8Array(objects.length);
  for (const rows of rowsOf)
    for (const row of rows) {
      for (const [one] of pairsOf(row)) {
        if (progress.due) await progress.pause();
        used[object[one]!] = 1;
      }
      progress.rows += 1;
    }
  return used;
}

function pairsOfRows(
  actions: SortedActions,
  { pairs }: CalibratedNetwork,
  windowsSeconds: readonly number[],
): PairsOfRow {
  const { mention } = actions;
  const byWindow = windowsSeconds.map((seconds) => evidenceOf(actions, seconds * 1000));
  return function* (row) {
    for (const [one, others] of byWindow[pairs.window[row]!]!(pairs.from[row]!, pairs.to[row]!)) {
      // In a file one post can be listed under two accounts.
      for (const other of others) if (mention[one] !== mention[other]) yield [one, other];
    }
  };
}

/** How many rows of the network are done; it pauses within one as well, which may have millions of pairs. */
class RowProgress {
  rows = 0;

  constructor(
    private readonly pauses: Pauses,
    private readonly total: number,
  ) {}

  get due(): boolean {
    return this.pauses.due;
  }

  pause(): Promise<void> {
    return this.pauses.pause(this.rows, this.total);
  }
}
