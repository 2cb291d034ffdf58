import type { Behaviour } from '#domain/action.js';
import type { SortedActions } from '#domain/detection.js';
import type { ActionFile } from '#graph-jobs/detect/action-file/action-file.js';
import type { WrittenGroup } from '#graph-jobs/detect/action-file/write-groups.js';
import type { CalibratedGroups } from '#graph-jobs/detect/calibrated/calibrated-groups.js';
import type { CalibratedNetwork } from '#graph-jobs/detect/calibrated/calibrated-network.js';
import type { ShuffleRule } from '#graph-jobs/detect/calibrated/shuffled-actions.js';
import type { CopyOutcome } from '#graph-jobs/detect/calibrated/threads/thread-task.js';
import type { FileExplanation } from '#graph-jobs/explain-file/explain-groups.js';

const SHOWN = 10;

const RULE_WORDS: Readonly<Record<ShuffleRule, string>> = {
  HOURS: 'accounts within hours',
  DAYS: 'accounts within days',
  EVERYWHERE: 'accounts everywhere',
  OBJECTS: 'accounts within objects',
  OWN_WEEKS: "each account's objects within weeks",
  BLOCKS: 'accounts within time blocks',
};

interface WindowSummary {
  readonly windowSeconds: number;
  /** Pairs of accounts with two occasions or more. */
  readonly tried: number;
  readonly passedWho: number;
  /** Passed both tests, and are between members of groups. */
  readonly kept: number;
}

interface GroupSummary {
  readonly id: string;
  readonly accounts: number;
  readonly qValue: number;
  readonly chanceRate: number | null;
  /** `share` is null where a file cannot tell. */
  readonly explanations: readonly FileExplanation[];
}

interface ValidationSummary {
  readonly rule: ShuffleRule;
  readonly copies: number;
  readonly withGroups: number;
  /** Of all copies together. */
  readonly pairs: number;
}

/** What `jejaring coordination --mode calibrated --json` prints. */
export interface CalibratedSummary {
  readonly file: string;
  readonly mode: 'calibrated';
  readonly behaviour: Behaviour;
  readonly fdr: number;
  readonly rows: number;
  readonly rejected: number;
  readonly repeatedContents: number;
  readonly actions: number;
  readonly accounts: number;
  readonly objects: number;
  /** Pairs of accounts with two actions or more, counted for each window. */
  readonly tests: number;
  /** Objects with more pairs than are looked at for their own sake, see docs/methods/co-action.md. */
  readonly crowdedObjects: number;
  readonly windows: readonly WindowSummary[];
  readonly pairs: number;
  readonly groups: number;
  readonly accountsInGroups: number;
  /** Shuffled copies behind the chance rates; 0 where there was no group. */
  readonly copies: number;
  readonly largest: readonly GroupSummary[];
  readonly validation: readonly ValidationSummary[] | null;
}

export interface CalibratedOutcome {
  readonly actions: SortedActions;
  readonly network: CalibratedNetwork;
  readonly found: CalibratedGroups;
  readonly groups: readonly (WrittenGroup & { readonly explanations: readonly FileExplanation[] })[];
  readonly copies: number;
  readonly validation: ReadonlyMap<ShuffleRule, readonly CopyOutcome[]> | null;
}

export function calibratedSummary(
  path: string,
  options: { readonly behaviour: Behaviour; readonly fdr: number; readonly windows: readonly number[] },
  { rows, rejected, repeatedContents, objects, accounts }: ActionFile,
  { actions, network, found, groups, copies, validation }: CalibratedOutcome,
): CalibratedSummary {
  const { pairs, tried, passedWho, tests, crowdedObjects } = network;
  return {
    file: path,
    mode: 'calibrated',
    behaviour: options.behaviour,
    fdr: options.fdr,
    ...{
      rows,
      rejected,
      repeatedContents,
      actions: actions.length,
      accounts: accounts.length,
      objects: objects.length,
    },
    tests,
    crowdedObjects,
    windows: options.windows.map((windowSeconds, w) => {
      const kept = found.rows.filter((row) => pairs.window[row] === w).length;
      return { windowSeconds, tried: tried[w]!, passedWho: passedWho[w]!, kept };
    }),
    pairs: found.edges.length,
    groups: groups.length,
    accountsInGroups: groups.reduce((sum, { members }) => sum + members.length, 0),
    copies,
    largest: groups.slice(0, SHOWN).map(({ id, members, qValue, chanceRate, explanations }) => {
      return { id, accounts: members.length, qValue, chanceRate, explanations };
    }),
    validation: validation === null ? null : [...validation].map(([rule, outcomes]) => validationOf(rule, outcomes)),
  };
}

function validationOf(rule: ShuffleRule, outcomes: readonly CopyOutcome[]): ValidationSummary {
  return {
    rule,
    copies: outcomes.length,
    withGroups: outcomes.filter(({ groups }) => groups > 0).length,
    pairs: outcomes.reduce((sum, { pairs }) => sum + pairs, 0),
  };
}

export function printCalibrated(summary: CalibratedSummary): void {
  const { windows, largest, validation, ...figures } = summary;
  for (const [name, value] of Object.entries(figures)) console.log(`${spaced(name).padEnd(20)}${value}`);
  console.log('\nby window (pairs with two occasions or more, beyond chance by who, and by when too):');
  for (const { windowSeconds, tried, passedWho, kept } of windows)
    console.log(
      `${`${windowSeconds} s`.padStart(10)}${[tried, passedWho, kept].map((n) => String(n).padStart(12)).join('')}`,
    );
  if (largest.length === 0) console.log('\nnothing exceeds chance');
  else printGroups(largest);
  if (validation !== null) printValidation(validation, largest.length > 0);
}

function printGroups(largest: readonly GroupSummary[]): void {
  console.log(
    '\nlargest groups (accounts, q-value, share of shuffled copies with one as large, ordinary explanations):',
  );
  for (const { id, accounts, qValue, chanceRate, explanations } of largest) {
    const known = explanations.filter(({ share }) => share !== null && share > 0);
    const shares = known.map(({ kind, share }) => `${spokenKind(kind)} ${Math.round(100 * share!)} %`).join(', ');
    console.log(
      `${id.padStart(8)}${String(accounts).padStart(8)}  ${qValue.toPrecision(2)}  ${chanceRate ?? 'not known: no copies'}  ${shares || 'none of those known'}`,
    );
  }
  const unknown = largest[0]!.explanations.filter(({ share }) => share === null).map(({ kind }) => spokenKind(kind));
  console.log(`\nwhat a file cannot tell: ${unknown.join(', ')} (import it and map the issue).`);
  for (const note of notesOf(largest)) console.log(note);
  console.log(
    'Beyond chance says nothing of intent: look at the posts, and at the ordinary reasons for acting together.',
  );
}

/** What shares that stand there leave open: a source that the file does not hold is counted too low. */
function notesOf(largest: readonly GroupSummary[]): ReadonlySet<string> {
  const open = largest.flatMap(({ explanations }) => explanations.filter(({ share, note }) => share !== null && note));
  return new Set(open.map(({ kind, note }) => `${spokenKind(kind)}: ${note}.`));
}

/** `SHARED_SOURCE` as `shared source`. */
function spokenKind(kind: string): string {
  return kind.toLowerCase().replaceAll('_', ' ');
}

function printValidation(validation: readonly ValidationSummary[], groupsFound: boolean): void {
  console.log('\nfalse flags: shuffled copies with any group, by what was shuffled (false pairs in all copies):');
  for (const { rule, copies, withGroups, pairs } of validation)
    console.log(`${RULE_WORDS[rule].padEnd(38)}${withGroups} of ${copies}  (${pairs})`);
  if (groupsFound)
    console.log(
      '\nGroups were found, and the last two rules keep parts of them: what these flag here need not be false.',
    );
}

function spaced(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
