import type { ActionColumns } from '#domain/action.js';
import { NO_ROW } from '#domain/mention-columns.js';
import { partOfProgress } from '#domain/part-of-progress.js';
import type { ProgressListener } from '#domain/ports/issue-store.js';
import { PickedStrings } from '../../csv-file/byte-strings.js';
import { DistinctTexts } from '../near-duplicates/distinct-texts.js';
import { textClusters } from '../near-duplicates/text-clusters.js';
import type { TextParameters } from '../near-duplicates/text-parameters.js';
import type { ActionFile } from './action-file.js';

const SLICE = 1 << 12;

/**
 * The actions of a file whose objects are texts as actions on clusters of near-duplicates, named by the text of their
 * source; rows with a text that is no object are no action.
 */
export function textActions(
  file: ActionFile,
  parameters: TextParameters,
  onProgress: ProgressListener = () => undefined,
): ActionFile {
  const texts = new DistinctTexts();
  const text = textOfRows(file, texts, onProgress);
  const { object } = file.actions;
  // Signs and links aside texts can be the same: a cluster must not have its name from the order of the rows.
  const compare = (one: number, other: number) => byName(file.objects, object[one]!, object[other]!);
  const posts = { length: text.length, text, time: file.actions.time, compare };
  const { cluster, source } = textClusters(texts, posts, parameters, partOfProgress(onProgress, 1, 2));
  const objects = new PickedStrings(
    file.objects,
    source.map((row) => object[row]!),
  );
  return { ...file, objects, actions: { ...withObjects(file.actions, cluster), objectCount: source.length } };
}

function byName(objects: ActionFile['objects'], one: number, other: number): number {
  // Those beyond the dictionary are no text, and are not asked about.
  if (one === other || one >= objects.length || other >= objects.length) return 0;
  const [a, b] = [objects.at(one), objects.at(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The text of each row, NO_ROW where it is no object. */
function textOfRows({ actions, objects }: ActionFile, texts: DistinctTexts, onProgress: ProgressListener): Uint32Array {
  const textOfObject = new Uint32Array(actions.objectCount).fill(NO_ROW);
  // A text that is its own content id has a code beyond the dictionary, and nothing to compare.
  for (let object = 0; object < objects.length; object++) {
    if (object % SLICE === 0) onProgress(object, 2 * objects.length);
    textOfObject[object] = texts.codeOf(objects.at(object));
  }
  const text = new Uint32Array(actions.length);
  for (let row = 0; row < text.length; row++) text[row] = textOfObject[actions.object[row]!]!;
  return text;
}

/** The rows that have an object. Plain loops: these columns are as long as the file. */
function withObjects(actions: ActionColumns, cluster: Uint32Array): ActionColumns {
  let length = 0;
  for (let row = 0; row < cluster.length; row++) if (cluster[row] !== NO_ROW) length += 1;
  const account = new Uint32Array(length);
  const object = new Uint32Array(length);
  const time = new Float64Array(length);
  const mention = new Uint32Array(length);
  for (let row = 0, to = 0; row < cluster.length; row++) {
    if (cluster[row] === NO_ROW) continue;
    account[to] = actions.account[row]!;
    object[to] = cluster[row]!;
    time[to] = actions.time[row]!;
    mention[to] = actions.mention[row]!;
    to += 1;
  }
  return { ...actions, length, account, object, time, mention };
}
