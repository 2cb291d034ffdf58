import { freeBuffers } from '#platform/free-memory.js';
import type { IdDictionary } from '../../../csv-file/id-dictionary.js';
import { countColumns } from '../../count-pairs.js';
import type { EdgeSink } from '../../edge-sink.js';
import type { ActionRowsFile } from '../action-file-reader.js';
import { nearAccounts } from './near-accounts.js';
import { type CompactParameters, type NearActions, nearActions } from './near-actions.js';
import { rankedPairs } from './ranked-pairs.js';
import { type RepeatedPosts, repeatedPosts } from './repeated-posts.js';

type Rows = Pick<ActionRowsFile, 'columns' | 'objects'>;

export interface CompactOutcome {
  readonly actions: number;
  readonly accounts: number;
  readonly objects: number;
  readonly repeatedContents: number;
  readonly crowdedObjects: number;
}

/**
 * The network of fileNetwork() where every account takes part and no evidence is wanted, in half its memory: columns are
 * as narrow as the file allows, sorted where they are, and freed as soon as they have been read; the rows of `file` are empty
 * afterwards. `open` gets the accounts that can be in an edge, and gives what takes the edges.
 */
export function compactNetwork(
  file: Rows,
  parameters: CompactParameters,
  open: (ids: IdDictionary) => EdgeSink,
): CompactOutcome {
  freeBuffers();
  const repeated = repeatedPosts(file.columns.contents);
  freeBuffers();
  const { pairs, ids, ...outcome } = prepared(file, repeated, parameters);
  freeBuffers();
  countColumns(pairs, parameters, open(ids));
  return { ...outcome, repeatedContents: repeated.repeats };
}

// Each step is a function of its own, since what a function still names cannot be freed.

function prepared(file: Rows, repeated: RepeatedPosts, parameters: CompactParameters) {
  const { near, ids, accounts } = encoded(file, repeated, parameters);
  freeBuffers();
  const figures = { actions: file.columns.length, accounts, objects: near.objects };
  return { ...figures, ...rankedPairs(near, ids, repeated.posts), crowdedObjects: near.crowdedObjects };
}

/** The actions with a neighbour, the ids of their accounts, and the number of all accounts. */
function encoded(file: Rows, repeated: RepeatedPosts, parameters: CompactParameters) {
  const { near, ids } = encodedNear(file, repeated, parameters);
  freeBuffers();
  return { near, ids: nearAccounts(near, ids), accounts: ids.length };
}

function encodedNear(
  { columns, objects }: Rows,
  { rows }: RepeatedPosts,
  parameters: CompactParameters,
): { near: NearActions; ids: IdDictionary } {
  const { codes, ids } = columns.accounts.encoded();
  return { near: nearActions(columns, objects.length, codes, rows, parameters), ids };
}
