import type { EvidencePair } from '#domain/detection.js';
import { EXPLANATION_KINDS, type ExplanationKind } from '#domain/finding.js';
import type { CalibratedGroups } from '../detect/calibrated/calibrated-groups.js';
import type { CalibratedNetwork } from '../detect/calibrated/calibrated-network.js';
import { widestRows } from '../detect/calibrated/widest-rows.js';
import { evidenceOf } from '../detect/edge-evidence.js';
import { type EvidenceKind, sharesOfEvidence } from '../score/explanations.js';
import { ActivityOfAll } from '../score/issue-activity.js';
import { mentionsOf, type NamedActions, presentMentions } from './file-mentions.js';
import { fileSources } from './file-sources.js';

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

/**
 * The ordinary explanations of each group of a file, in the order of `found.groups`, all kinds named: by the same rules as
 * those of an issue, as far as actions alone allow.
 */
export function explainGroups(
  file: NamedActions,
  network: CalibratedNetwork,
  found: CalibratedGroups,
  windowsSeconds: readonly number[],
): readonly (readonly FileExplanation[])[] {
  if (found.groups.length === 0) return [];
  const mentions = mentionsOf(file);
  const activity = new ActivityOfAll({ ...presentMentions(mentions), accounts: file.accounts });
  const groups = groupsWithEvidence(file, network, found, windowsSeconds);
  const used = new Set<number>();
  for (const { evidence } of groups) for (const { object } of evidence) used.add(object);
  const sources = fileSources(file, mentions, used);
  const sourceOf = remembered(sources.of);
  return groups.map((group) => {
    const shares = sharesOfEvidence(group, mentions.publishedAt, activity, ({ object }) => sourceOf(object));
    return EXPLANATION_KINDS.map((kind): FileExplanation => {
      if (kind === 'DECLARED_GOVERNMENT_AMPLIFICATION' || kind === 'NEWS_SYNDICATION')
        return { kind, share: null, note: NOT_IN_A_FILE[kind] };
      return { kind, share: shares[kind], note: kind === 'SHARED_SOURCE' ? sources.note : '' };
    });
  });
}

interface GroupWithEvidence {
  readonly members: readonly number[];
  readonly edges: readonly { readonly from: number; readonly to: number }[];
  /** Made while iterating, as often as asked: two accounts that post all day make millions of pairs. */
  readonly evidence: Iterable<EvidencePair>;
}

function groupsWithEvidence(
  { actions }: NamedActions,
  { pairs }: CalibratedNetwork,
  { groups, rows }: CalibratedGroups,
  windowsSeconds: readonly number[],
): GroupWithEvidence[] {
  const byWindow = windowsSeconds.map((seconds) => evidenceOf(actions, seconds * 1000));
  const groupOf = new Map(groups.flatMap(({ members }, group) => members.map((account) => [account, group] as const)));
  const rowsOf: number[][] = groups.map(() => []);
  for (const row of widestRows(pairs, rows)) {
    const group = groupOf.get(pairs.from[row]!)!;
    if (group === groupOf.get(pairs.to[row]!)) rowsOf[group]!.push(row);
  }
  return groups.map(({ members }, group) => {
    const own = rowsOf[group]!;
    return {
      members,
      edges: own.map((row) => ({ from: pairs.from[row]!, to: pairs.to[row]! })),
      evidence: { [Symbol.iterator]: () => evidencePairs(own) },
    };
  });

  function* evidencePairs(own: readonly number[]): Generator<EvidencePair> {
    const { object, mention } = actions;
    for (const [edge, row] of own.entries()) {
      for (const [one, others] of byWindow[pairs.window[row]!]!(pairs.from[row]!, pairs.to[row]!)) {
        for (const other of others) {
          const [fromMention, toMention] = [mention[one]!, mention[other]!];
          // In a file one post can be listed under two accounts.
          if (fromMention !== toMention) yield { edge, layer: 0, object: object[one]!, fromMention, toMention };
        }
      }
    }
  }
}

function remembered(of: (object: number) => string): (object: number) => string {
  const known = new Map<number, string>();
  return (object) => {
    const source = known.get(object) ?? of(object);
    known.set(object, source);
    return source;
  };
}
